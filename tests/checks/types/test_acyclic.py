from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.acyclic import Acyclic

from ..judging import context, judge, make

CHECK = make(Acyclic)


def test_calls_that_lead_one_way() -> None:
    outcome = judge(CHECK, sketch("web(client) --> order --> payment", "order --> stock"))
    assert outcome.status == "pass"
    assert set(outcome.evidence.component_ids) == {"order", "payment", "stock"}


def test_a_circle_is_shown_as_a_path() -> None:
    outcome = judge(CHECK, sketch("web(client) --> order --> payment --> fraud --> order"))
    assert outcome.status == "problem"
    assert outcome.evidence.paths == (("fraud", "order", "payment", "fraud"),)
    assert outcome.message.startswith("Fraud → Order → Payment → Fraud: each waits for the next")


@pytest.mark.parametrize(
    "lines",
    [
        ["order --> jobs(queue) --> payment --> order"],
        ["order --> payment ..> order"],
        ["order --> payment -[response]-> order"],
        ["gateway(api_gateway) --> order --> gateway"],
        ["order --> mailer(worker) --> order"],
        ["sockets(realtime_gateway) ..> bus(pubsub) ..> sockets"],
    ],
)
def test_a_loop_in_which_nobody_waits(lines: list[str]) -> None:
    assert judge(CHECK, sketch(*lines)).status == "pass"


def test_a_box_of_no_known_kind_is_no_service() -> None:
    assert judge(CHECK, sketch("a(other) --> order", "order --> a")).status != "problem"


def test_one_service_alone() -> None:
    assert judge(CHECK, sketch("web(client) --> order --> db(datastore)")).status == "not_applicable"


def test_a_call_of_the_circle_leaves_through_a_queue() -> None:
    board = context(sketch("order --> payment --> order"), CHECK)
    assert any(edit.__class__.__name__ == "AddComponent" for mend in CHECK.mends(board) for edit in mend)
