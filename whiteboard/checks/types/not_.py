"""`not`: a check does not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

from pydantic import ConfigDict, Field

from whiteboard.checks.base import Check, Context
from whiteboard.model.finding import Status
from whiteboard.model.scenario import PartCheck

if TYPE_CHECKING:
    from pydantic.config import JsonDict

    from whiteboard.model.finding import Outcome

_TURNED = {Status.PASS: Status.PROBLEM, Status.PROBLEM: Status.PASS}

_EXAMPLE: JsonDict = {
    "id": "no-queue-for-readers",
    "check": "not",
    "because": "A reader waits for the answer.",
    "of": {"check": "waypoint", "journey": "browse", "via": "queue"},
}


class Not(Check):
    """A pass becomes a problem and a problem a pass. What is not shown or does not apply stays so."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    check: Literal["not"] = "not"
    of: PartCheck = Field(description="The check that must not hold, without an id of its own.")

    def evaluate(self, context: Context) -> Outcome:
        """Judge the part and turn its verdict round."""
        outcome = cast("Check", self.of).evaluate(context)
        return replace(outcome, status=_TURNED.get(outcome.status, outcome.status))
