from __future__ import annotations

import pytest

from whiteboard.graph.stems import speaks_of, stems


@pytest.mark.parametrize("text", ["rate limiting", "Rate-Limiter", "RateLimited", "rate limits", "RATE_LIMIT"])
def test_endings_spelling_and_joints_do_not_matter(text: str) -> None:
    assert speaks_of(text, ["rate limit"]) == ("rate limit",)


@pytest.mark.parametrize(
    ("text", "term"),
    [("author service", "auth"), ("users", "use"), ("limit the rate", "rate limit"), ("", "rate"), ("rate", "…")],
)
def test_other_words_are_other_words(text: str, term: str) -> None:
    assert speaks_of(text, [term]) == ()


def test_a_term_of_two_words_is_found_written_as_one() -> None:
    assert speaks_of("failover to the standby", ["fail over"]) == ("fail over",)


@pytest.mark.parametrize(
    ("text", "term"), [("OAuth2", "oauth2"), ("mTLS", "mtls"), ("JWTs", "jwt"), ("DLQs", "dlq"), ("SignalR", "signalr")]
)
def test_capitals_inside_a_short_word_do_not_part_it(text: str, term: str) -> None:
    assert speaks_of(text, [term]) == (term,)


def test_doubled_letters_of_an_ending_do_not_matter() -> None:
    assert stems("polling logging") == stems("poll log")


@pytest.mark.parametrize(
    "words",
    [
        "authenticate authenticated authentication authenticating",
        "create creates created creating creation",
        "cache caches cached caching",
        "query queries",
        "log logs logging logged",
        "aggregate aggregator aggregation",
        "monitor monitors monitoring",
    ],
)
def test_forms_of_a_word_are_one(words: str) -> None:
    assert len(set(stems(words))) == 1


def test_numbers_of_steps_are_no_words() -> None:
    assert stems("① Response 2") == stems("response")


def test_accents_do_not_matter() -> None:
    assert stems("réplica") == stems("replica")
