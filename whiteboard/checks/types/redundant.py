"""`redundant`: there are several copies of each component of a role."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, wording
from whiteboard.checks.base import Check, Context, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, twin_key
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_FEWEST = 2


class Redundant(Check):
    """Each component of a role has `min` copies: by its own count, or together with its twins (servers drawn
    one by one: "Server 1", "Server 2").
    """

    check: Literal["redundant"] = "redundant"
    role: RoleName = Field(description="What must have copies.")
    min: int = Field(_FEWEST, ge=_FEWEST, description="How many copies of each, at least.")

    def evaluate(self, context: Context) -> Outcome:
        """Count the copies; a count that is not drawn is unknown, not one."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        found, few = context.components(self.role), self._few(context)
        if single := [component for component in few if copies(component, context) is not None]:
            drawn = "Only one copy is" if self.min == _FEWEST else f"Fewer than {self.min} copies are"
            message = f"{drawn} drawn of {context.names(single)}. {wording.ask_for_copies(self.min)}"
            return problem(message, context.evidence(single))
        if few:
            message = f"How many there are is not drawn: {context.names(few)}. {wording.ask_for_copies(self.min)}"
            return not_shown(message, context.evidence(few))
        return passed(f"Drawn with {self.min} copies or more: {context.names(found)}.", context.evidence(found))

    def mends(self, context: Context) -> Iterator[Mend]:
        """State the copies of all that have too few."""
        yield mending.replicate(self._few(context), self.min)

    def _few(self, context: Context) -> list[str]:
        found = context.components(self.role)
        known: Counter[tuple[str, ...]] = Counter()
        for component in found:
            known[twin_key(component, context)] += copies(component, context) or 1
        return [component for component in found if known[twin_key(component, context)] < self.min]
