from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.lasting import Lasting

from ..data_rules import first_mend, judge
from ..judging import make

LASTING = make(Lasting, cache="cache", home="store", data=["lasting"], passing=["passing", "rebuildable"])


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> cart --> redis(cache) --> db(datastore)"],
        ["web(client) --> cart --> redis(cache)", "cart --> db(datastore)"],
        ["web(client) --> cart --> redis(cache)", "cart --> q(queue) --> w(worker) --> db(datastore)"],
        ["db(datastore) --> redis(cache)", "cart --> redis"],
    ],
)
def test_a_store_stands_behind(lines: list[str]) -> None:
    assert judge(LASTING, sketch(*lines)).status == "pass"


@pytest.mark.parametrize("line", ["web(client) --> cart --> redis(cache)", "api -[save orders]-> redis(cache)"])
def test_the_only_home_of_what_must_last(line: str) -> None:
    outcome = judge(LASTING, sketch(line))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Redis is the only home")


@pytest.mark.parametrize("line", ["login --> sessions(cache)", "feed --> feed_cache(cache)", "api --> redis(cache)"])
def test_what_may_be_lost_or_is_unknown(line: str) -> None:
    assert judge(LASTING, sketch(line)).status == "not_applicable"


def test_without_a_cache() -> None:
    assert judge(LASTING, sketch("cart --> db(datastore)")).status == "not_applicable"


def test_it_mends_with_a_store() -> None:
    added, connect = first_mend(LASTING, sketch("web(client) --> cart --> redis(cache)"))
    assert (added.component.kind, connect.connection.source) == ("datastore", "cart")  # type: ignore[union-attr]


def test_a_cache_that_keeps_what_it_has() -> None:
    keeping = LASTING.model_copy(update={"kept_by": ("persistence",)})
    board = sketch("web(client) --> cart --> redis(cache)", labels={"redis": "Redis with persistence"})
    assert judge(keeping, board).status == "not_applicable"
