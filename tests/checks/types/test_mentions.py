from __future__ import annotations

import pytest
from pydantic import ValidationError
from sketch import sketch

from whiteboard.checks.types.mentions import Mentions

from ..judging import judge, make

LIMITED = make(Mentions, any=["rate limit", "throttle"])
BOTH = make(Mentions, all=["TTL", "jitter"])


def test_in_a_note() -> None:
    outcome = judge(LIMITED, sketch("api", notes=["Callers are throttled"]))
    assert (outcome.status, outcome.message) == ("pass", "Written on the board: “Callers are throttled”.")
    assert outcome.evidence.note_ids == ("n1",)
    assert outcome.evidence.element_ids == ("el-n1",)


def test_at_a_component() -> None:
    outcome = judge(LIMITED, sketch("api", labels={"api": "Rate limiter"}))
    assert outcome.evidence.component_ids == ("api",)


def test_at_a_connection() -> None:
    assert judge(LIMITED, sketch("web(client) -[throttled]-> api")).evidence.connection_ids == ("c1",)


def test_at_a_boundary() -> None:
    outcome = judge(LIMITED, sketch("web(client) --> throttled", "api", groups={"throttled": ["api"]}))
    assert (outcome.status, outcome.evidence.element_ids) == ("pass", ("el-throttled",))


def test_not_written() -> None:
    outcome = judge(LIMITED, sketch("api"))
    assert outcome.status == "not_shown"
    assert outcome.message == "Nothing on the board speaks of “rate limit” or the like: write it there if you mean it."


def test_only_the_line_that_says_it_is_quoted() -> None:
    outcome = judge(LIMITED, sketch(notes=["API\n- Callers are throttled\n" + "Much else " * 20]))
    assert outcome.message == "Written on the board: “Callers are throttled”."


def test_all_terms_are_needed() -> None:
    assert judge(BOTH, sketch(notes=["TTL with jitter"])).status == "pass"
    outcome = judge(BOTH, sketch(notes=["TTL of a day"]))
    assert outcome.message == "Nothing on the board speaks of “jitter”: write it there if you mean it."


def test_only_in_one_place() -> None:
    reading = sketch("api", labels={"api": "Rate limiter"})
    assert judge(make(Mentions, any=["rate limit"], **{"in": "notes"}), reading).status == "not_shown"
    assert judge(make(Mentions, any=["rate limit"], **{"in": "labels"}), reading).status == "pass"


def test_it_needs_terms() -> None:
    with pytest.raises(ValidationError, match="give the terms"):
        make(Mentions)
