"""`forbidden_connection`: no direct connection from one role to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from whiteboard.checks import mending, placement, wording
from whiteboard.checks.base import Check, Context, passed, problem
from whiteboard.graph.walks import explore, trace
from whiteboard.model.scenario import OneOrMany, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.route import Walk
    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome


class ForbiddenConnection(Check):
    """Nothing of one role asks, or sends data to, anything of another role without something between them.

    What only passes requests on (`past`: a balancer, a name service) stands between nothing, when nobody else asks it.
    """

    check: Literal["forbidden_connection"] = "forbidden_connection"
    from_: RoleName = Field(alias="from", description="What must not reach the other directly.")
    to: RoleName = Field(description="What must not be reached directly.")
    past: Annotated[tuple[RoleName, ...], OneOrMany] = Field((), description="What only passes requests on.")
    but: RoleName | None = Field(None, description="What of it may be reached.")
    asked_by: RoleName | None = Field(None, description="Counts only what one of these asks as well, if given.")

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
        """The connections found; of a way past something the last."""
        return frozenset((walk[-2], walk[-1]) for walk in self._drawn(context))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Lead the first through something that may ask its end: the door, what asks it already, or a new service.
        Else erase it: what it is for may work without it.
        """
        for *_, before, target in self._drawn(context)[:1]:
            edge = (before, target)
            yield from placement.by_the_door(context, edge)
            yield from mending.lead_through(context, edge, "service")
            yield mending.erase(context, edge)

    def _drawn(self, context: Context) -> tuple[Walk, ...]:
        """The ways from one role to the other that nothing stands on."""
        targets = self._targets(context)
        passing = self._passing(context)
        onward = context.graph.calls.onward
        came = explore(context.components(self.from_), lambda c: (after for after in onward(c) if after in passing))
        views = (context.graph.calls, context.graph.flows)
        return tuple(
            dict.fromkeys(
                (*trace(source, came), target)
                for source in came
                for view in views
                for target in view.onward(source)
                if target in targets
            )
        )

    def _targets(self, context: Context) -> frozenset[str]:
        """What must not be reached; with `asked_by` only what one of those asks."""
        targets = frozenset(context.components(self.to)).difference(context.components(self.but) if self.but else ())
        if self.asked_by is None:
            return targets
        asking = frozenset(context.components(self.asked_by))
        return frozenset(t for t in targets if not asking.isdisjoint(context.graph.calls.back(t)))

    def _passing(self, context: Context) -> frozenset[str]:
        """What passes requests on, of this role and of nobody else."""
        passing = frozenset(one for role in self.past for one in context.components(role))
        senders = passing.union(context.components(self.from_))
        return frozenset(one for one in passing if senders.issuperset(context.graph.calls.back(one)))

    def _kept_apart(self, context: Context) -> str:
        sources, targets = context.components(self.from_), context.components(self.to)
        return f"Nothing joins {context.names(sources, 'or')} directly to {context.names(targets, 'or')}."
