from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.exclusive_store import ExclusiveStore
from whiteboard.model.fix import AddComponent, Reroute

from ..judging import context, judge, make

CHECK = make(ExclusiveStore, role="store")


def test_a_store_each() -> None:
    outcome = judge(CHECK, sketch("order --> orders(datastore)", "payment --> payments(datastore)"))
    assert outcome.status == "pass"
    assert outcome.evidence.paths == (("order", "orders"), ("payment", "payments"))


@pytest.mark.parametrize(
    "lines",
    [
        ["order --> db(datastore)", "payment --> db"],
        ["order --> db(datastore) --> payment", "web(client) --> payment"],
        ["order --> lb(load_balancer) --> db(datastore)", "payment --> lb"],
        ["order --> db(datastore)", "sockets(realtime_gateway) --> db"],
        ["order --> db(datastore) ==> replica(datastore)", "comment -[INSERT]-> replica"],
        ["web(client) --> kafka(stream) --> stock --> db(datastore)", "kafka --> recommendation --> db"],
    ],
)
def test_a_shared_store(lines: list[str]) -> None:
    outcome = judge(CHECK, sketch(*lines))
    assert outcome.status == "problem"
    assert "share Db. Give each its own store" in outcome.message
    assert "db" in outcome.evidence.component_ids


@pytest.mark.parametrize(
    "lines",
    [
        ["order --> db(datastore)", "mailer(worker) --> db"],
        ["order_1 --> db(datastore)", "order_2 --> db"],
        ["order --> db(datastore)", "order_history --> db"],
        ["order --> db(datastore)", "db ..> payment"],
        ["order --> db(datastore)", "thing(other) --> db"],
        ["order --> db(datastore) ==> replica(datastore)", "comment -[SELECT]-> replica"],
    ],
)
def test_one_duty(lines: list[str]) -> None:
    assert judge(CHECK, sketch(*lines)).status != "problem"


def test_one_service_has_nothing_to_share() -> None:
    assert judge(CHECK, sketch("order --> db(datastore)")).status == "not_applicable"
    assert judge(CHECK, sketch("order --> payment")).status == "not_applicable"


def test_the_other_service_asks_the_owner() -> None:
    board = context(sketch("order --> db(datastore)", "payment --> db"), CHECK)
    assert (Reroute(connection_id="c2", source="payment", target="order"),) in list(CHECK.mends(board))


def test_the_other_service_gets_a_store_of_its_own_first() -> None:
    first = next(CHECK.mends(context(sketch("order --> db(datastore)", "payment --> db"), CHECK)))
    assert [edit.component.label for edit in first if isinstance(edit, AddComponent)] == ["Payment DB"]
