from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.cached import Cached
from whiteboard.model.fix import AddComponent, Connect

from ..data_rules import first_mend, judge
from ..judging import make

CACHED = make(
    Cached, journey="read", cache="cache", hot=["hot_reads"], load=["read_load"], aside=["passing"], quick="index"
)


@pytest.mark.parametrize("arrow", ["feed --> redis(cache)", "redis(cache) --> feed", "feed <-> redis(cache)"])
def test_a_service_that_asks_a_cache_reads_through_it(arrow: str) -> None:
    outcome = judge(CACHED, sketch("web(client) --> feed --> db(datastore)", arrow))
    assert (outcome.status, outcome.message) == ("pass", "Reads go through Redis, which Feed asks.")
    assert outcome.evidence.paths == (("feed", "redis"),)


def test_a_cache_on_the_way() -> None:
    assert judge(CACHED, sketch("web(client) --> feed --> redis(cache) --> db(datastore)")).status == "pass"


def test_a_cache_without_connection() -> None:
    outcome = judge(CACHED, sketch("web(client) --> api --> db(datastore)", "redis(cache)"))
    assert outcome.status == "problem"
    assert outcome.evidence.component_ids == ("redis",)


@pytest.mark.parametrize(
    "arrow", ["job(worker) --> redis(cache)", "db ==> redis(cache)", "api -[write]-> redis(cache)"]
)
def test_a_cache_that_is_only_filled(arrow: str) -> None:
    outcome = judge(CACHED, sketch("web(client) --> api --> db(datastore)", arrow))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Nothing that serves requests reads Redis")


def test_a_worker_reads_when_a_label_says_so() -> None:
    assert judge(CACHED, sketch("job(worker) -[lookup]-> redis(cache)")).status == "pass"


def test_hot_reads_without_a_cache() -> None:
    outcome = judge(CACHED, sketch("web(client) --> lb(load_balancer) --> news_feed --> db(datastore)"))
    assert outcome.status == "problem"
    assert outcome.evidence.paths == (("web", "lb", "news_feed", "db"),)


def test_a_label_on_an_arrow_says_that_reads_are_many() -> None:
    outcome = judge(CACHED, sketch("web(client) -[poll every 2 s]-> api --> db(datastore)"))
    assert outcome.status == "problem"
    assert "the arrow to Api tells of many reads" in outcome.message


def test_a_note_says_that_reads_are_many() -> None:
    board = sketch("web(client) --> api --> db(datastore)", notes=["Read-heavy: 100 to 1"])
    assert (judge(CACHED, board).status, judge(CACHED, board).evidence.note_ids) == ("problem", ("n1",))


def test_a_note_that_denies_it_does_not() -> None:
    board = sketch("web(client) --> api --> db(datastore)", notes=["This is not read-heavy"])
    assert judge(CACHED, board).status == "not_applicable"


def test_a_way_that_writes_is_no_way_to_read() -> None:
    board = sketch("web(client) -[POST location]-> news_feed -[insert]-> db(datastore)")
    assert judge(CACHED, board).status == "not_applicable"


def test_an_index_needs_no_cache() -> None:
    assert judge(CACHED, sketch("web(client) --> catalog --> es(search_index)")).status == "not_applicable"


def test_a_cache_for_locks_is_none_for_reads() -> None:
    board = sketch("web(client) --> api --> db(datastore)", "api --> redis(cache)", labels={"redis": "Seat lock"})
    assert judge(CACHED, board).status == "not_applicable"


def test_a_cache_that_is_only_spoken_of() -> None:
    board = sketch("web(client) --> news_feed --> db(datastore)", notes=["Cache the feeds"])
    assert judge(CACHED, board).status == "not_shown"


def test_it_mends_with_the_drawn_cache_or_a_new_one() -> None:
    (connect,) = first_mend(CACHED, sketch("web(client) --> news_feed --> db(datastore)", "redis(cache)"))
    assert isinstance(connect, Connect)
    assert (connect.connection.source, connect.connection.target) == ("news_feed", "redis")
    added, _ = first_mend(CACHED, sketch("web(client) --> news_feed --> db(datastore)"))
    assert isinstance(added, AddComponent)
    assert added.component.kind == "cache"
