"""How many copies of a component a drawing shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.graph.stems import speaks_of, stems
from whiteboard.graph.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.context import Context

_FEWEST = 2
_STANDBY = ("standby", "stand by", "failover", "secondary", "hot spare")
_FOLLOWER = (*_STANDBY, "replica", "follower", "slave")
_FOR_READING = ("read", "reader", "reading")
_SEVERAL = re.compile(
    r"\b(?:servers|services|instances|nodes|replicas|pods|hosts|machines|apis|vms|cluster|fleet|pool|farm)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(r"x\d+|\d+x")
"""A number of copies, as a word of a label: no part of the name."""

_PIECES = ("shard", "partition")


def copies(component: str, context: Context) -> int | None:
    """How many copies there are: as drawn, or one more for a standby that is fed from it; None when unknown.

    What is spread over zones or regions has a copy in each. A managed product that is redundant by nature
    (`redundant` in the catalog, which names its source) has two at least, unless the drawing counts them.
    """
    shown = context.graph.component(component)
    drawn = shown.replicas
    if drawn is not None and drawn > 1:
        return drawn
    product = context.catalog.technologies.get(shown.technology or "")
    least = max(shown.properties.zones or 0, shown.properties.regions or 0)
    if drawn is None and (least or (product and product.redundant)):
        return max(least, _FEWEST)
    return (drawn or 1) + 1 if any(standbys(component, context)) else drawn


def is_named_as_several(component: str, context: Context) -> bool:
    """Whether a label says that there are several without saying how many: "API servers", "web tier cluster"."""
    shown = context.graph.component(component)
    return shown.properties.autoscaling or bool(_SEVERAL.search(shown.label))


def twin_key(component: str, context: Context) -> tuple[str, ...]:
    """The same for components that are numbered copies of each other ("Server 1", "Server 2").

    Shards are none: each holds other data.
    """
    drawn = context.graph.component(component)
    named = tuple(stem for stem in stems(drawn.label) if len(stem) > 1 and not _COUNT.fullmatch(stem))
    if not named or speaks_of(drawn.label, _PIECES):
        return (drawn.kind, component)
    return (drawn.kind, *named)


def is_follower(component: str, context: Context) -> bool:
    """Whether a store is only a copy of another: fed from a store, and named so."""
    return any(_stores_before(component, context)) and _is_named(component, _FOLLOWER, context)


def is_for_reading(component: str, context: Context) -> bool:
    """Whether a store is a copy that is there to be read from."""
    return is_follower(component, context) and _is_named(component, _FOR_READING, context)


def standbys(component: str, context: Context) -> Iterator[str]:
    """Stores that are fed from this one and stand ready to take its place."""
    graph = context.graph
    if graph.tiers[component] is Tier.STORE:
        fed = (other for other in graph.flows.onward(component) if graph.tiers[other] is Tier.STORE)
        yield from (other for other in fed if _is_named(other, _STANDBY, context))


def _stores_before(component: str, context: Context) -> Iterator[str]:
    graph = context.graph
    if graph.tiers[component] is Tier.STORE:
        yield from (other for other in graph.flows.back(component) if graph.tiers[other] is Tier.STORE)


def _is_named(component: str, words: tuple[str, ...], context: Context) -> bool:
    return bool(speaks_of(context.graph.component(component).label, words))
