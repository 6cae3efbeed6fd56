"""The services of a board: which components are some, who stands before them, and what they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from whiteboard.checks.context import Context

_SPREADERS = ("load_balancer", "reverse_proxy", "api_gateway")
"""Kinds that pass a request on as it is."""

_JOBS = frozenset({"batch_processor", "stream_processor", "scheduler"})


def services(context: Context) -> tuple[str, ...]:
    """What runs code of our own and answers, in the order of the board; no box whose kind nobody knows."""
    graph = context.graph
    return tuple(c for c, tier in graph.tiers.items() if tier is Tier.SERVICE and graph.component(c).kind != "other")


def is_spreader(component: str, context: Context) -> bool:
    """Whether a component only passes requests on: a balancer, proxy or gateway."""
    kind = context.graph.component(component).kind
    return any(context.catalog.is_a(kind, one) for one in _SPREADERS)


def is_told(component: str, context: Context) -> bool:
    """Whether nobody asks a component, and what it does begins with what a queue, stream or store sends it."""
    graph = context.graph
    if any(graph.calls.back(component)):
        return False
    drawn = (
        graph.connection(id_) for one in graph.flows.back(component) for id_ in graph.flows.drawn_by(one, component)
    )
    sources = (connection.source for connection in drawn if connection.target == component)
    return any(source in graph.tiers and graph.tiers[source].passive for source in sources)


def is_offline(component: str, context: Context) -> bool:
    """Whether only batch or stream jobs ask a component: it is a step of their work."""
    graph = context.graph
    asking = tuple(graph.calls.back(component)) if graph.tiers[component] is Tier.SERVICE else ()
    return bool(asking) and all(graph.component(one).kind in _JOBS for one in asking)


class Users:
    """Who uses what, of those that count, looking through the balancers, proxies and gateways between.

    Remembers what it found.
    """

    def __init__(self, context: Context, counts: Callable[[str, Context], bool]) -> None:
        self._context = context
        self._counts = counts
        self._behind: dict[str, tuple[str, ...]] = {}

    def of(self, component: str) -> tuple[str, ...]:
        """Who asks a component and does not only pass requests on."""
        asking = sorted(self._context.graph.calls.back(component))
        spreaders = {one for one in asking if is_spreader(one, self._context)}
        if len(spreaders) == len(asking) == 1:
            return self._through(asking[0])
        found = {one for one in asking if one not in spreaders and self._counts(one, self._context)}
        return tuple(sorted(found.union(*map(self._through, spreaders))))

    def _through(self, spreader: str) -> tuple[str, ...]:
        if spreader not in self._behind:
            self._behind[spreader] = tuple(sorted(self._asking(spreader)))
        return self._behind[spreader]

    def _asking(self, spreader: str) -> Iterable[str]:
        back = self._context.graph.calls.back
        found = explore([spreader], lambda one: back(one) if is_spreader(one, self._context) else ())
        return (one for one in found if not is_spreader(one, self._context) and self._counts(one, self._context))


def is_beside_store(component: str, context: Context) -> bool:
    """Whether a component is a cache that stands beside stores: somebody who asks it asks a store as well."""
    tiers, calls = context.graph.tiers, context.graph.calls
    asking = (one for one in calls.back(component) for asked in calls.onward(one) if tiers[asked] is Tier.STORE)
    return tiers[component] is Tier.CACHE and any(True for _ in asking)


def clients(context: Context) -> tuple[str, ...]:
    """What stands for the people outside."""
    return tuple(c for c, tier in context.graph.tiers.items() if tier is Tier.CLIENT)
