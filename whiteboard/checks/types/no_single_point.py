"""`no_single_point`: no journey hangs on one copy of anything."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, placement, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_follower, twin_key
from whiteboard.checks.services import is_beside_store, is_spreader
from whiteboard.model.scenario import JourneyName, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.route import Route
    from whiteboard.model.finding import Outcome

_ASK = wording.ask_for_copies(2)


class NoSinglePoint(Check):
    """Each component that a journey has no way round has two copies or more.

    Every end of the journey counts, with what all walks to it must pass; ends that are numbered copies of
    each other stand in for each other, and an end that only follows another store is none, since it cannot
    take the writes. Roles of `except` do not count, nor does where the journey starts. A count that is not
    drawn is unknown, not one; unknown gateways and balancers alone do not keep counted services and stores from
    passing.
    """

    check: Literal["no_single_point"] = "no_single_point"
    journey: JourneyName = Field(description="The journey that must not hang on one copy.")
    except_: tuple[RoleName, ...] = Field((), alias="except", description="What needs no copies.")
    everywhere: bool = Field(
        False, description="Whether all that the start reaches counts, also where no end of the journey lies behind it."
    )

    def evaluate(self, context: Context) -> Outcome:
        """Count the copies of the components that there is no way round."""
        route = self._route(context)
        if route is None:
            return context.untravelled(self.journey) or not_applicable("No request gets anywhere.")
        return _judge(self._counted(route, context), route, context)

    def mends(self, context: Context) -> Iterator[Mend]:
        """State the copies of what is single, or of all that may be."""
        route = self._route(context)
        if route is None:
            yield from placement.bridged(context, self.journey)
            return
        counted = self._counted(route, context)
        yield mending.replicate(component for component, count in counted.items() if count == 1)
        yield mending.replicate(component for component, count in counted.items() if count is None or count == 1)

    def _route(self, context: Context) -> Route | None:
        """All walks that count; None when there is none."""
        journey = context.journeys[self.journey]
        if context.undrawn(journey.from_) or (not self.everywhere and context.untravelled(self.journey)):
            return None
        route = _to_leaders(context.route(self.journey), context)
        if self.everywhere:
            route = replace(route, ends=route.ends | _leaves(route, context))
        return None if route.shortest is None else route

    def _counted(self, route: Route, context: Context) -> dict[str, int | None]:
        """The components that there is no way round, with their copies."""
        spared = {component for role in self.except_ for component in context.components(role)}
        needed = [c for c in route.without_way_round(partial(twin_key, context=context)) if c not in spared]
        return {component: copies(component, context) for component in needed}


def _judge(counted: dict[str, int | None], route: Route, context: Context) -> Outcome:
    if single := [component for component, count in counted.items() if count == 1]:
        walk = route.walk_by(single[0])
        message = (
            f"{context.path(walk)}: there is no way round {context.names(single, 'or')}, and only one copy is drawn."
            f" {_ASK}"
        )
        return problem(message, context.evidence(single, paths=[walk]))
    unknown = [component for component, count in counted.items() if count is None]
    known = [component for component, count in counted.items() if count is not None]
    if unknown and not (known and all(is_spreader(component, context) for component in unknown)):
        message = f"There is no way round {context.names(unknown, 'or')}, and how many there are is not drawn. {_ASK}"
        return not_shown(message, context.evidence(unknown, paths=[route.walk_by(unknown[0])]))
    if not known:
        return passed("There is a way round every component.", context.evidence(paths=[route.shortest or ()]))
    message = f"There is no way round {context.names(known, 'or')}, but each has copies."
    return passed(message, context.evidence(known, paths=[route.walk_by(known[0])]))


def _leaves(route: Route, context: Context) -> frozenset[str]:
    """What the walks reach that asks for nothing more; no cache beside a store, which a request can do without."""
    graph = context.graph
    reached = {step.component for step in route.reached} - set(route.starts) - route.terminal
    last = (c for c in reached if all((c, onward) in route.closed for onward in graph.calls.onward(c)))
    return frozenset(c for c in last if not is_beside_store(c, context))


def _to_leaders(route: Route, context: Context) -> Route:
    """The route without the ends that only follow another store, as long as a walk is left."""
    narrowed = replace(route, ends=frozenset(end for end in route.ends if not is_follower(end, context)))
    return route if narrowed.shortest is None else narrowed
