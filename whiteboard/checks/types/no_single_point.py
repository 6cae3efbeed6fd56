"""`no_single_point`: no journey hangs on one copy of anything."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, placement, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_follower, twin_key
from whiteboard.checks.requests import Request
from whiteboard.checks.services import is_beside_store, is_spreader
from whiteboard.graph.tiers import Tier
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
    drawn is unknown, not one; where services and a store are counted, what else is not counted may pass.
    """

    check: Literal["no_single_point"] = "no_single_point"
    journey: JourneyName = Field(description="The journey that must not hang on one copy.")
    except_: tuple[RoleName, ...] = Field((), alias="except", description="What needs no copies.")
    everywhere: bool = Field(
        False,
        description="Whether all that requests reach counts, also where no end of the journey lies behind it or no"
        " client is drawn, and with it schedulers, and single copies of what has several elsewhere.",
    )

    def evaluate(self, context: Context) -> Outcome:
        """Count the copies of the components that there is no way round."""
        route = self._route(context)
        if route is None:
            return context.untravelled(self.journey) or not_applicable("No request gets anywhere.")
        return _judge(self._counted(route, context), route, context)

    def mends(self, context: Context) -> Iterator[Mend]:
        """Draw a standby of each single store and state the copies of the rest; or state those of all that may be."""
        route = self._route(context)
        if route is None:
            yield from placement.bridged(context, self.journey)
            return
        counted = self._counted(route, context)
        single = [component for component, count in counted.items() if count == 1]
        stores = [component for component in single if context.graph.tiers[component] is Tier.STORE]
        standbys = (mending.add_follower(context, store, "standby") for store in stores)
        yield *chain.from_iterable(standbys), *mending.replicate(c for c in single if c not in stores)
        yield mending.replicate(single)
        yield mending.replicate(component for component, count in counted.items() if count is None or count == 1)

    def _route(self, context: Context) -> Route | None:
        """All walks that count; None when there is none."""
        if self.everywhere:
            return self._all_ways(context)
        return None if context.untravelled(self.journey) else _to_leaders(context.route(self.journey), context)

    def _all_ways(self, context: Context) -> Route | None:
        """The walks of all requests, also where no client is drawn and where they end at no end of the journey."""
        callers = context.components(context.journeys[self.journey].from_)
        route = replace(context.route(self.journey), starts=Request(context, callers).starts)
        route = _to_leaders(route, context)
        route = replace(route, ends=route.ends | _leaves(route, context))
        return None if route.shortest is None else route

    def _counted(self, route: Route, context: Context) -> dict[str, int | None]:
        """The components that there is no way round, with their copies."""
        spared = {component for role in self.except_ for component in context.components(role)}
        needed = [c for c in route.without_way_round(partial(twin_key, context=context)) if c not in spared]
        found = {component: copies(component, context) for component in needed}
        return found | dict.fromkeys(self._lonely(route, context), 1) if self.everywhere else found

    def _lonely(self, route: Route, context: Context) -> Iterator[str]:
        """Single copies that something stands beside: where the same box elsewhere has several, and schedulers."""
        graph = context.graph
        reached = dict.fromkeys(step.component for step in route.reached)
        several = {twin_key(c, context) for c in reached if (graph.component(c).replicas or 0) > 1}
        for component in graph.tiers:
            if component not in graph.connected or graph.component(component).replicas != 1:
                continue
            is_scheduler = context.catalog.is_a(graph.component(component).kind, "scheduler")
            if is_scheduler or (component in reached and twin_key(component, context) in several):
                yield component


def _judge(counted: dict[str, int | None], route: Route, context: Context) -> Outcome:
    if single := [component for component, count in counted.items() if count == 1]:
        walk = route.walk_by(single[0]) or (single[0],)
        message = (
            f"{context.path(walk)}: there is no way round {context.names(single, 'or')}, and only one copy is drawn."
            f" {_ASK}"
        )
        return problem(message, context.evidence(single, paths=[walk]))
    unknown = [component for component, count in counted.items() if count is None]
    known = [component for component, count in counted.items() if count is not None]
    if unknown and not (known and _may_be_unknown(unknown, known, context)):
        message = f"There is no way round {context.names(unknown, 'or')}, and how many there are is not drawn. {_ASK}"
        return not_shown(message, context.evidence(unknown, paths=[route.walk_by(unknown[0])]))
    if not known:
        return passed("There is a way round every component.", context.evidence(paths=[route.shortest or ()]))
    message = f"There is no way round {context.names(known, 'or')}, but each has copies."
    return passed(message, context.evidence(known, paths=[route.walk_by(known[0])]))


def _may_be_unknown(unknown: list[str], known: list[str], context: Context) -> bool:
    """Whether what is known is enough: only spreaders are not counted, or services and a store are."""
    if all(is_spreader(component, context) for component in unknown):
        return True
    tiers = context.graph.tiers
    running = not any(tiers[c] in {Tier.SERVICE, Tier.WORKER} for c in unknown)
    return running and {Tier.SERVICE, Tier.STORE} <= {tiers[c] for c in known}


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
