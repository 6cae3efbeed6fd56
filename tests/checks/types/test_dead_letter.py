from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.dead_letter import DeadLetter

from ..judging import judge, make

KEPT = make(DeadLetter, role="queue")


@pytest.mark.parametrize(
    "lines",
    [
        ["api --> jobs(queue) --> mailer(worker)", "jobs --> dead_letters_dlq(queue)"],
        ["api --> jobs(queue) --> mailer(worker)", "mailer -[retry]-> jobs"],
        ["api --> jobs(queue) --> mailer(worker)", "mailer --> error_queue(queue)"],
    ],
)
def test_failed_work_has_somewhere_to_go(lines: list[str]) -> None:
    assert judge(KEPT, sketch(*lines)).status == "pass"


def test_said_in_a_note() -> None:
    reading = sketch("api --> jobs(queue) --> mailer(worker)", notes=["3 retries, then the DLQ"])
    assert judge(KEPT, reading).evidence.note_ids == ("n1",)


def test_nothing_said() -> None:
    outcome = judge(KEPT, sketch("api --> jobs(queue) --> mailer(worker)"))
    assert (outcome.status, outcome.evidence.component_ids) == ("not_shown", ("jobs",))


@pytest.mark.parametrize("lines", [["api --> db(datastore)"], ["ws(realtime_gateway) <-> bus(pubsub)"]])
def test_no_work_in_a_queue(lines: list[str]) -> None:
    assert judge(KEPT, sketch(*lines)).status == "not_applicable"
