"""`no_single_point`: no journey hangs on one copy of anything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks.base import Check, Context, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_follower
from whiteboard.model.scenario import JourneyName, RoleName

if TYPE_CHECKING:
    from whiteboard.graph.route import Route
    from whiteboard.model.finding import Outcome


class NoSinglePoint(Check):
    """Every component that all walks of a journey must pass has two copies or more.

    Those that match a role of `except` do not count, nor do the components the journey starts from.
    A follower of a store that is an end too is no other way: it cannot take the writes. A count that is
    not drawn is unknown, not one.
    """

    check: Literal["no_single_point"] = "no_single_point"
    journey: JourneyName
    except_: tuple[RoleName, ...] = Field((), alias="except")

    def evaluate(self, context: Context) -> Outcome:
        """Count the copies of the components that no walk can avoid."""
        if missing := context.untravelled(self.journey):
            return missing
        route = _to_leaders(context.route(self.journey), context)
        spared = {component for role in self.except_ for component in context.components(role)}
        needed = [component for component in route.unavoidable if component not in spared]
        counted = {component: copies(component, context) for component in needed}
        return self._judge(counted, route, context)

    def _judge(self, counted: dict[str, int | None], route: Route, context: Context) -> Outcome:
        way = f"every way from {context.names(route.starts, 'or')} to {context.names(sorted(route.ends), 'or')}"
        paths = [route.shortest or ()]
        if single := [component for component, count in counted.items() if count == 1]:
            message = f"Drawn only once, and on {way}: {context.names(single)}."
            return problem(message, context.evidence(single, paths=paths))
        if unknown := [component for component, count in counted.items() if count is None]:
            message = (
                f"On {way}: {context.names(unknown)}. How many there are is not drawn:"
                " write the number (“×3”), draw the copies, or draw a standby."
            )
            return not_shown(message, context.evidence(unknown, paths=paths))
        if not counted:
            return passed(f"No single component stands on {way}.", context.evidence(paths=paths))
        return passed(f"What stands on {way} has copies: {context.names(counted)}.", context.evidence(counted))


def _to_leaders(route: Route, context: Context) -> Route:
    """The route without the ends that only copy another store, as long as a walk is left."""
    narrowed = replace(route, ends=frozenset(end for end in route.ends if not is_follower(end, context)))
    return route if narrowed.shortest is None else narrowed
