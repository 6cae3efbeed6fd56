"""`not`: a check does not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from whiteboard.checks.base import Check, Context
from whiteboard.model.finding import Status
from whiteboard.model.scenario import PartCheck

if TYPE_CHECKING:
    from whiteboard.model.finding import Outcome

_TURNED = {Status.PASS: Status.PROBLEM, Status.PROBLEM: Status.PASS}


class Not(Check):
    """A pass becomes a problem and a problem a pass. What is not shown or does not apply stays so."""

    check: Literal["not"] = "not"
    of: PartCheck

    def evaluate(self, context: Context) -> Outcome:
        """Judge the part and turn its verdict round."""
        outcome = cast("Check", self.of).evaluate(context)
        return replace(outcome, status=_TURNED.get(outcome.status, outcome.status))
