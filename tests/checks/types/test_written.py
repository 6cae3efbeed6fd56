from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.written import Written

from ..data_rules import first_mend, judge
from ..judging import make

WRITTEN = make(Written, journey="write", store="store", acts=["acts"])


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> api --> db(datastore)"],
        ["web(client) -[GET /feed]-> feed --> db(datastore)", "web -[POST]-> posts --> db"],
        ["web(client) -[GET /feed]-> feed --> db(datastore)", "scraper(worker) --> db"],
    ],
)
def test_something_writes(lines: list[str]) -> None:
    assert judge(WRITTEN, sketch(*lines)).status == "pass"


def test_each_way_only_reads() -> None:
    outcome = judge(WRITTEN, sketch("web(client) -[GET /feed]-> feed --> posts --> db(datastore)"))
    assert (outcome.status, outcome.evidence.component_ids) == ("problem", ("db",))


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> gw(api_gateway) --> checkout", "gw --> items --> db(datastore)"],
        ["web(client) --> checkout --> cart --> redis(cache)"],
    ],
)
def test_an_act_without_a_record(lines: list[str]) -> None:
    outcome = judge(WRITTEN, sketch(*lines))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Nothing that Checkout does is recorded")


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> shop --> payment", "shop --> db(datastore)"],
        ["web(client) --> checkout --> q(queue)", "web --> api --> db(datastore)"],
    ],
)
def test_an_act_that_another_records(lines: list[str]) -> None:
    assert judge(WRITTEN, sketch(*lines)).status == "pass"


def test_nothing_is_kept_at_all() -> None:
    assert judge(WRITTEN, sketch("web(client) --> checkout")).status == "not_applicable"


def test_it_mends_with_the_store_that_is_there() -> None:
    board = sketch("web(client) --> gw(api_gateway) --> checkout", "gw --> items --> db(datastore)")
    (connect,) = first_mend(WRITTEN, board)
    assert (connect.connection.source, connect.connection.target) == ("checkout", "db")  # type: ignore[union-attr]
