"""`all_of`: every one of several checks holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from whiteboard.checks.composition import Composition, first_of
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from whiteboard.checks.base import Context
    from whiteboard.model.finding import Outcome


class AllOf(Composition):
    """A problem when any part is one; else not shown when any part is; else a pass when any part passes.

    Parts that do not apply are left out.
    """

    check: Literal["all_of"] = "all_of"

    def evaluate(self, context: Context) -> Outcome:
        """Judge all parts."""
        return first_of((Status.PROBLEM, Status.NOT_SHOWN, Status.PASS), self.parts(context))
