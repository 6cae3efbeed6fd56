from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.answered import Answered

from ..judging import context, judge, make

CHECK = make(Answered, journey="browse")
THROUGH_A_QUEUE = "web(client) --> api --> jobs(queue) --> w(worker) --> db(datastore)"


def judged(*lines: str) -> str:
    return judge(CHECK, sketch(*lines), required=False).status


def test_a_call_brings_its_answer() -> None:
    outcome = judge(CHECK, sketch("web(client) --> api --> db(datastore)"))
    assert (outcome.status, outcome.evidence.paths) == ("pass", (("web", "api", "db"),))


def test_a_queue_brings_none() -> None:
    assert judged(THROUGH_A_QUEUE) == "problem"


@pytest.mark.parametrize(
    "line", ["w --> push(notification) --> web", "api --> db", "report -[read]-> db", "api --> web"]
)
def test_another_way_back(line: str) -> None:
    assert judged(THROUGH_A_QUEUE, line) == "pass"


def test_what_only_writes_brings_nothing_back() -> None:
    assert judged("web(client) --> api -[INSERT]-> db(datastore)") == "problem"
    assert judged("web(client) --> api -[INSERT]-> db(datastore)", "stats --> db") == "pass"


@pytest.mark.parametrize("line", ["api --> db(datastore)", "web(client) --> api", "web(client)"])
def test_without_ends_or_a_way(line: str) -> None:
    assert judged(line) == "not_applicable"


def test_its_mend_lets_the_service_read() -> None:
    mend = next(iter(CHECK.mends(context(sketch(THROUGH_A_QUEUE), CHECK))))
    assert (mend[0].connection.source, mend[0].connection.target) == ("api", "db")
