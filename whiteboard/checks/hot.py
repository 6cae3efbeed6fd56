"""Whether a drawing itself says that reads are many, and along which path."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from whiteboard.checks import traffic
from whiteboard.graph.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.graph.route import Route, Walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Hot:
    """A walk that reads, and what says that it is hot: a component or connection on it, or notes on the board."""

    walk: Walk
    saying: str
    notes: tuple[str, ...] = ()


def hot_read(
    context: Context, journey: str, contents: Iterable[str], load: Iterable[str] = (), *, spare: Iterable[str] = ()
) -> Hot | None:
    """The walk of a reading journey whose own labels speak of one of the contents, the nearest first; else
    the shortest walk, when a note on the board speaks of the load; None when nothing says that reads are many.
    Walks to the components to `spare` do not count.
    """
    whole = context.route(journey)
    route = replace(whole, ends=whole.ends.difference(spare))
    if route.shortest is None:
        return None
    wanted = frozenset((*contents, *load))
    for component in _told(route, wanted, context):
        if walk := route.walk_by(component):
            return Hot(walk=walk, saying=f"what is written on {context.name(component)}")
    for one, other in _told_between(route, wanted, context):
        return Hot(walk=_walk_along(route, one, other), saying=f"the arrow to {context.name(other)}")
    if notes := traffic.notes_on(load, context):
        return Hot(walk=route.shortest, saying="a note on the board", notes=notes)
    return None


def _told(route: Route, wanted: frozenset[str], context: Context) -> Iterator[str]:
    for component in dict.fromkeys(step.component for step in route.reached):
        if context.graph.tiers[component] is Tier.CLIENT:
            continue
        if not wanted.isdisjoint(traffic.said_of(component, context)):
            yield component


def _told_between(route: Route, wanted: frozenset[str], context: Context) -> Iterator[tuple[str, str]]:
    for step in route.reached:
        for onward in route.onward(step):
            if not wanted.isdisjoint(traffic.said_between(step.component, onward.component, context)):
                yield step.component, onward.component


def _walk_along(route: Route, one: str, other: str) -> Walk:
    walk = route.walk_by(other)
    by_one = walk if (one, other) in pairwise(walk) else route.walk_by(one)
    return by_one or walk or route.shortest or ()
