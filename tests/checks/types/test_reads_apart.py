from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.reads_apart import ReadsApart

from ..data_rules import judge
from ..judging import make

APART = make(ReadsApart, store="store", reading=["read_side"], writing=["write_side"], load=["read_load"])


def test_sides_by_name() -> None:
    outcome = judge(APART, sketch("web(client) --> read_api --> db(datastore)", "web --> write_api --> db"))
    assert outcome.status == "pass"
    assert outcome.message == "Read api reads and Write api writes, apart from each other."


def test_services_by_labels() -> None:
    assert judge(APART, sketch("posts -[insert]-> db(datastore)", "feed -[select]-> db")).status == "pass"


def test_copies_by_labels() -> None:
    lines = ["api -[write]-> db(datastore)", "db ==> replica(datastore)", "api -[read]-> replica"]
    assert judge(APART, sketch(*lines)).status == "pass"


@pytest.mark.parametrize("line", ["read_api -[update]-> db(datastore)", "command_service -[select]-> db(datastore)"])
def test_a_side_that_crosses_over(line: str) -> None:
    assert judge(APART, sketch(line)).status == "problem"


def test_a_note_says_that_loads_differ() -> None:
    assert judge(APART, sketch("api --> db(datastore)", notes=["read heavy"])).status == "not_shown"


def test_nothing_sets_them_apart() -> None:
    assert judge(APART, sketch("api --> db(datastore)")).status == "not_applicable"
