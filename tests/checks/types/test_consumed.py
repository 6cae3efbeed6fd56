from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.consumed import Consumed

from ..judging import judge, make

QUEUES = make(Consumed, role="queue")


@pytest.mark.parametrize(
    "lines",
    [
        ["api --> jobs(queue) --> mailer(worker)"],
        ["api --> jobs(queue)", "mailer(worker) --> jobs"],
        ["api <-> jobs(pubsub)"],
        ["api --> jobs(stream) --> lake(data_lake)"],
        ["api --> jobs(queue) --> more(queue) --> mailer(worker)"],
    ],
)
def test_fed_and_drained(lines: list[str]) -> None:
    outcome = judge(QUEUES, sketch(*lines))
    assert outcome.status == "pass"
    assert outcome.message.startswith("Fed and drained: Jobs")


def test_nobody_takes_out() -> None:
    outcome = judge(QUEUES, sketch("api --> jobs(queue)"))
    assert (outcome.status, outcome.message) == ("problem", "Nothing takes anything out of Jobs: draw a consumer.")
    assert outcome.evidence.paths == (("api", "jobs"),)


def test_nobody_puts_in() -> None:
    outcome = judge(QUEUES, sketch("jobs(queue) --> mailer(worker)"))
    assert (outcome.status, outcome.message) == ("problem", "Nothing puts anything into Jobs: draw a producer.")


def test_neither() -> None:
    outcome = judge(QUEUES, sketch("jobs(queue)"))
    assert (
        outcome.message
        == "Nothing takes anything out of Jobs: draw a consumer. Nothing puts anything into Jobs: draw a producer."
    )


def test_a_mirror_is_no_consumer() -> None:
    assert judge(QUEUES, sketch("api --> east(stream) ==> west(stream)")).status == "problem"


def test_dead_letters_wait_for_a_person() -> None:
    lines = ["api --> jobs(queue) --> mailer(worker)", "mailer -[failed]-> dlq(queue)"]
    assert judge(QUEUES, sketch(*lines, labels={"dlq": "Dead-letter queue"})).status == "pass"


def test_what_failed_waits_for_a_person() -> None:
    lines = ["api --> jobs(queue) --> mailer(worker) --> error_queue(queue)"]
    assert judge(QUEUES, sketch(*lines)).status == "pass"


def test_no_queue() -> None:
    assert judge(QUEUES, sketch("api --> db(datastore)")).status == "not_applicable"
