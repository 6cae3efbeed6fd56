from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.standby import Standby

from ..judging import context, judge, make

CHECK = make(Standby, role="store")


def test_a_standby() -> None:
    reading = sketch("api --> db(datastore x1) ==> spare(datastore)", labels={"spare": "Standby"})
    outcome = judge(CHECK, reading)
    assert (outcome.status, outcome.evidence.paths) == ("pass", (("db", "spare"),))


@pytest.mark.parametrize("note", ["automatic failover", "Sentinel promotes a replica", "leader election by Raft"])
def test_said_in_a_note(note: str) -> None:
    outcome = judge(CHECK, sketch("api --> db(datastore)", notes=[note]))
    assert (outcome.status, outcome.evidence.note_ids) == ("pass", ("n1",))


def test_one_machine() -> None:
    outcome = judge(CHECK, sketch("api --> db(datastore x1)"))
    assert (outcome.status, outcome.evidence.component_ids) == ("problem", ("db",))


def test_copies_may_be_for_reading_only() -> None:
    assert judge(CHECK, sketch("api --> db(datastore x3)")).status == "not_shown"
    assert judge(CHECK, sketch("api --> db(datastore)")).status == "not_shown"


def test_no_store() -> None:
    assert judge(CHECK, sketch("web(client) --> api")).status == "not_applicable"
    assert judge(CHECK, sketch("web(client) --> api", "db(datastore x1)")).status == "not_applicable"


def test_its_mend_draws_a_standby() -> None:
    board = context(sketch("api --> db(datastore x1)"), CHECK)
    (mend,) = CHECK.mends(board)
    assert mend[0].component.label == "Db standby"
