"""`redundant`: there are several copies of each component of a role."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks.base import Check, Context, not_shown, passed, problem
from whiteboard.checks.redundancy import copies
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from whiteboard.model.finding import Outcome


class Redundant(Check):
    """Each component of a role has `min` copies: by its own count, or together with others of the role
    that the same component asks (servers drawn one by one behind a balancer).
    """

    check: Literal["redundant"] = "redundant"
    role: RoleName
    min: int = Field(2, ge=2)

    def evaluate(self, context: Context) -> Outcome:
        """Count the copies; a count that is not drawn is unknown, not one."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        found = context.components(self.role)
        side_by_side = _side_by_side(found, context)
        few = [component for component in found if side_by_side[component] < self.min]
        if single := [component for component in few if copies(component, context) is not None]:
            message = f"Fewer than {self.min} of {context.names(single)}: one failure takes it away."
            return problem(message, context.evidence(single))
        if few:
            ask = "Write the number (“×3”) or draw the copies."
            return not_shown(f"How many there are is not drawn: {context.names(few)}. {ask}", context.evidence(few))
        return passed(f"{self.min} copies or more: {context.names(found)}.", context.evidence(found))


def _side_by_side(found: tuple[str, ...], context: Context) -> dict[str, int]:
    """For each component, the copies known of it and of those that share a caller with it, at the most."""
    known = {component: copies(component, context) or 1 for component in found}
    behind: Counter[str] = Counter()
    for component in found:
        for caller in context.graph.calls.back(component):
            behind[caller] += known[component]
    return {
        component: max([known[component], *(behind[caller] for caller in context.graph.calls.back(component))])
        for component in found
    }
