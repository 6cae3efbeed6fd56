"""`any_of`: at least one of several checks holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from whiteboard.checks.composition import Composition, first_of, merged
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from whiteboard.checks.base import Context
    from whiteboard.model.finding import Outcome


class AnyOf(Composition):
    """A pass when any part passes; else not shown when any part is, since that one may hold;
    else a problem when any part is one.

    Parts that do not apply are left out.
    """

    check: Literal["any_of"] = "any_of"

    def evaluate(self, context: Context) -> Outcome:
        """Judge all parts. What is not shown is said together with the problems beside it."""
        parts = self.parts(context)
        outcome = first_of((Status.PASS, Status.NOT_SHOWN, Status.PROBLEM), parts)
        if outcome.status is not Status.NOT_SHOWN:
            return outcome
        open_ = [part for part in parts if part.status in {Status.NOT_SHOWN, Status.PROBLEM}]
        return merged(Status.NOT_SHOWN, open_)
