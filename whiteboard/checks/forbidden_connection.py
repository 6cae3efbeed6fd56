"""`forbidden_connection`: no direct connection from one role to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, placement, wording
from whiteboard.checks.base import Check, Context, passed, problem
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome


class ForbiddenConnection(Check):
    """Nothing of one role asks, or sends data to, anything of another role without something between them."""

    check: Literal["forbidden_connection"] = "forbidden_connection"
    from_: RoleName = Field(alias="from", description="What must not reach the other directly.")
    to: RoleName = Field(description="What must not be reached directly.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for connections in either view, so a store's answer drawn to a client counts as well."""
        if undrawn := context.undrawn(self.from_, self.to):
            return undrawn
        drawn = self._drawn(context)
        if not drawn:
            return passed(self._kept_apart(context), context.evidence(context.components(self.from_)))
        paths = wording.listed(map(context.path, drawn))
        message = f"{paths}: nothing stands between them. Lead the arrow through a component that does."
        return problem(message, context.evidence(paths=drawn))

    def forbidden(self, context: Context) -> frozenset[Edge]:
        """The connections found."""
        return frozenset(self._drawn(context))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Lead the first through something that may ask its end: the door, what asks it already, or a new service.
        Else erase it: what it is for may work without it.
        """
        for edge in self._drawn(context)[:1]:
            yield from placement.by_the_door(context, edge)
            yield from mending.lead_through(context, edge, "service")
            yield mending.erase(context, edge)

    def _drawn(self, context: Context) -> tuple[Edge, ...]:
        targets = frozenset(context.components(self.to))
        views = (context.graph.calls, context.graph.flows)
        return tuple(
            dict.fromkeys(
                (source, target)
                for source in context.components(self.from_)
                for view in views
                for target in view.onward(source)
                if target in targets
            )
        )

    def _kept_apart(self, context: Context) -> str:
        sources, targets = context.components(self.from_), context.components(self.to)
        return f"Nothing joins {context.names(sources, 'or')} directly to {context.names(targets, 'or')}."
