"""What is done while a user waits: the synchronous calls behind the clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore, trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.graph import Graph

_OWN = frozenset({Tier.SERVICE, Tier.WORKER})
_END_HERE = frozenset({Tier.CLIENT, Tier.ATTENDANT, Tier.WORKER})
"""What asks others on its own account, if at all: nobody waits for all that a job does which a request starts."""


class Request:
    """Everything that is reached from the clients along calls that wait for their answer.

    Where no client asks anything (none is drawn, or they only receive), the outermost entries stand for them, or else
    the services that nobody asks.
    """

    def __init__(self, context: Context, clients: Iterable[str]) -> None:
        self._graph = context.graph
        drawn = tuple(clients)
        asking = any(True for client in drawn for _ in context.graph.calls.onward(client))
        self.starts = drawn if asking else (*drawn, *_outermost(context.graph))
        self._first = frozenset(self.starts)
        self._reached = explore(self.starts, self._onward)

    def __contains__(self, component: str) -> bool:
        return component in self._reached

    def __iter__(self) -> Iterator[str]:
        return iter(self._reached)

    def path_to(self, component: str) -> tuple[str, ...]:
        """A shortest way of the request to a component in it."""
        return trace(component, self._reached)

    def asking(self, component: str) -> tuple[str, ...]:
        """Those in the request that wait for an answer of a component."""
        callers = (c for c in self._graph.calls.back(component) if c in self and self._goes_on(c))
        return tuple(caller for caller in callers if waits(caller, component, self._graph))

    def _goes_on(self, component: str) -> bool:
        return component in self._first or self._graph.tiers[component] not in _END_HERE

    def _onward(self, component: str) -> Iterator[str]:
        if not self._goes_on(component):
            return
        for asked in self._graph.calls.onward(component):
            if self._graph.tiers[asked] is not Tier.CLIENT and waits(component, asked, self._graph):
                yield asked


def waits(caller: str, callee: str, graph: Graph) -> bool:
    """Whether a call is synchronous: the drawing does not call it asynchronous."""
    return graph.waits.has(caller, callee)


def takes_from_a_queue(component: str, graph: Graph) -> bool:
    """Whether a component works on what comes out of a queue or stream: what it asks then, no user waits for."""
    return any(graph.tiers[source] is Tier.CHANNEL for source in graph.flows.back(component))


def is_own(component: str, graph: Graph) -> bool:
    """Whether a component runs code of one's own: a service or a worker."""
    return graph.tiers[component] in _OWN


def _outermost(graph: Graph) -> list[str]:
    alone = [c for c in graph.connected if not any(graph.calls.back(c))]
    for tier in (Tier.ENTRY, Tier.SERVICE):
        taking = {c for c in alone if any(graph.tiers[s] is Tier.CHANNEL for s in graph.flows.back(c))}
        if found := [c for c in graph.tiers if c in alone and c not in taking and _may_be_first(c, tier, graph)]:
            return found
    return []


def _may_be_first(component: str, tier: Tier, graph: Graph) -> bool:
    """Whether requests may begin at a component of a tier; what sends messages is set to work by somebody."""
    return graph.tiers[component] is tier and graph.component(component).kind != "notification"
