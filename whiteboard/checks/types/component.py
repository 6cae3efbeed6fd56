"""`component`: a role is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import ConfigDict, Field

from whiteboard.checks import placement, wording
from whiteboard.checks.base import Check, Context, passed, problem
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.config import JsonDict

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_EXAMPLE: JsonDict = {
    "id": "cdn-drawn",
    "check": "component",
    "role": "cdn",
    "because": "Pictures come from far away.",
}


class Component(Check):
    """At least `min` components of a role are drawn; a component drawn with replicas counts as one."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    check: Literal["component"] = "component"
    role: RoleName = Field(description="What must be drawn.")
    min: int = Field(1, ge=1, description="How many of it, at least.")

    def evaluate(self, context: Context) -> Outcome:
        """Count the components of the role."""
        found = context.components(self.role)
        evidence = context.evidence(found)
        if len(found) >= self.min:
            return passed(f"Drawn: {context.names(found)}.", evidence)
        if not found:
            return problem(f"No {wording.plain(self.role)} is drawn.")
        return problem(f"Only {context.names(found)} is drawn, where at least {self.min} are needed.", evidence)

    def mends(self, context: Context) -> Iterator[Mend]:
        """Draw one where its kind belongs."""
        return placement.placed(context, self.role)
