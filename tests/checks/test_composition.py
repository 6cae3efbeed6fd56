from __future__ import annotations

from itertools import product
from typing import Literal

import pytest
from sketch import sketch

from whiteboard.checks.base import Check, Context
from whiteboard.checks.types.all_of import AllOf
from whiteboard.checks.types.any_of import AnyOf
from whiteboard.checks.types.forbidden_connection import ForbiddenConnection
from whiteboard.checks.types.not_ import Not
from whiteboard.model.finding import Outcome, Status

from .judging import context, judge, make

BOARD = sketch("web(client) --> api", "web --> db(datastore)")
PAIRS = list(product((Status.PASS, Status.PROBLEM, Status.NOT_SHOWN, Status.NOT_APPLICABLE), repeat=2))


class Says(Check):
    """Says what it is told to say, and shows the component Api."""

    check: Literal["says"] = "says"
    status: Status

    def evaluate(self, context: Context) -> Outcome:
        return Outcome(status=self.status, message=f"{self.status} said.", evidence=context.evidence(["api"]))


def says(status: Status) -> Says:
    return Says(id="part", because="-", status=status)


def first(statuses: tuple[Status, ...], *order: Status) -> Status:
    return next((status for status in order if status in statuses), Status.NOT_APPLICABLE)


@pytest.mark.parametrize("statuses", PAIRS)
def test_all_of(statuses: tuple[Status, Status]) -> None:
    outcome = judge(make(AllOf, checks=[says(status) for status in statuses]), BOARD)
    assert outcome.status is first(statuses, Status.PROBLEM, Status.NOT_SHOWN, Status.PASS)


@pytest.mark.parametrize("statuses", PAIRS)
def test_any_of(statuses: tuple[Status, Status]) -> None:
    outcome = judge(make(AnyOf, checks=[says(status) for status in statuses]), BOARD)
    assert outcome.status is first(statuses, Status.PASS, Status.NOT_SHOWN, Status.PROBLEM)


@pytest.mark.parametrize(
    ("status", "turned"),
    [
        (Status.PASS, Status.PROBLEM),
        (Status.PROBLEM, Status.PASS),
        (Status.NOT_SHOWN, Status.NOT_SHOWN),
        (Status.NOT_APPLICABLE, Status.NOT_APPLICABLE),
    ],
)
def test_not(status: Status, turned: Status) -> None:
    assert judge(make(Not, of=says(status)), BOARD).status is turned


def test_only_the_deciding_parts_speak_each_once() -> None:
    parts = [says(Status.PASS), says(Status.PROBLEM), says(Status.PROBLEM)]
    outcome = judge(make(AllOf, checks=parts), BOARD)
    assert outcome.message == "problem said."
    assert outcome.evidence.component_ids == ("api",)
    assert outcome.evidence.element_ids == ("el-api",)


def test_what_any_of_lacks_is_said_with_what_is_not_shown() -> None:
    outcome = judge(make(AnyOf, checks=[says(Status.PROBLEM), says(Status.NOT_SHOWN)]), BOARD)
    assert outcome.message == "problem said. not_shown said."


def test_what_the_parts_forbid_is_forbidden() -> None:
    direct = make(ForbiddenConnection, **{"from": "client", "to": "store"})
    assert make(AllOf, checks=[direct]).forbidden(context(BOARD)) == {("web", "db")}
    assert make(Not, of=direct).forbidden(context(BOARD)) == frozenset()
