"""`call_depth`: no request waits on a long chain, or on many, of synchronous calls."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.redundancy import twin_key
from whiteboard.checks.services import clients, is_spreader, services
from whiteboard.graph.duties import duty
from whiteboard.graph.knots import Knots
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit

Walk = tuple[str, ...]


class CallDepth(Check):
    """A user's request waits on at most `max_hops` calls from service to service in a row, and no service that a
    request reaches waits on more than `max_parallel` others.

    Hops are counted behind the entry: gateways, balancers, and a front that is named as nothing more ("API server",
    "Backend") only hand a request to one of those behind them. What leaves through a queue is not waited for.
    """

    check: Literal["call_depth"] = "call_depth"
    max_hops: int = Field(2, ge=1, description="The most calls in a row that a request may wait on.")
    max_parallel: int = Field(3, ge=1, description="The most other services that one service may wait on.")

    def evaluate(self, context: Context) -> Outcome:
        """Measure the longest chain, and the widest set, that a request reaches without leaving its caller waiting."""
        edges = _requests(context)
        working = _working({end for edge in edges for end in edge}, context)
        chain = _longest(edges, working, context)
        wide = self._wide(edges, working, context)
        sayings = (
            [f"{context.path(chain)}: a request waits on {len(chain) - 1} services in a row."]
            if self._is_long(chain)
            else []
        )
        sayings += [
            f"{context.name(c)} waits on {len(asked)} services: {context.names(asked)}." for c, asked in wide.items()
        ]
        if sayings:
            broken = [*(chain if self._is_long(chain) else ()), *(c for s, asked in wide.items() for c in (s, *asked))]
            advice = "Let what need not be answered at once leave through a queue."
            return problem(" ".join([*sayings, advice]), context.evidence(broken))
        if len(working) < _FEWEST:
            return not_applicable("No request passes more than one service.")
        return passed(_praise(chain, context), context.evidence(sorted(working)))

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Let the last call of the chain, or one of the many, leave through a queue."""
        edges = _requests(context)
        working = _working({end for edge in edges for end in edge}, context)
        chain = _longest(edges, working, context)
        if self._is_long(chain):
            for edge in reversed(list(pairwise(chain))):
                yield from mending.decouple(context, edge)
        for service, asked in self._wide(edges, working, context).items():
            yield from self._narrowed(service, asked, context)

    def _narrowed(self, service: str, asked: Walk, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Those of the many that nothing lies behind leave first."""
        drawn = [one for one in asked if context.graph.drawn_between(service, one)]
        drawn.sort(key=lambda one: len(list(context.graph.calls.onward(one))))
        for one in drawn[: len(asked) - self.max_parallel + 1]:
            yield from mending.decouple(context, (service, one))

    def _is_long(self, chain: Walk) -> bool:
        return len(chain) - 1 > self.max_hops

    def _wide(self, edges: list[Edge], working: frozenset[str], context: Context) -> dict[str, Walk]:
        """The services that wait on too many others, each with those."""
        asked: dict[str, dict[tuple[str, ...], str]] = {}
        for caller, callee in edges:
            if caller in working and callee in working:
                asked.setdefault(caller, {}).setdefault(twin_key(callee, context), callee)
        return {c: tuple(others.values()) for c, others in asked.items() if len(others) > self.max_parallel}


_FEWEST = 2


def _requests(context: Context) -> list[Edge]:
    """The calls that users' requests wait on; all calls, when no client asks for anything."""
    waits = context.graph.waits
    starts = [client for client in clients(context) if any(waits.onward(client))]
    if not starts:
        return sorted(waits.edges())
    reached = explore(starts, waits.onward)
    return sorted(edge for edge in waits.edges() if edge[0] in reached)


def _working(reached: set[str], context: Context) -> frozenset[str]:
    """The services that do more than to hand requests on."""
    fronts = _fronts(context)
    return frozenset(c for c in services(context) if c in reached and c not in fronts)


def _fronts(context: Context) -> set[str]:
    """The services that stand first, or behind another front, and are named as no more than services."""
    graph = context.graph
    nameless = {c for c in services(context) if not duty(graph.component(c))}
    outside = [c for c, tier in graph.tiers.items() if tier is Tier.CLIENT or is_spreader(c, context)]
    starts = outside or [c for c in nameless if not any(graph.calls.back(c))]
    return set(explore(starts, lambda c: (after for after in graph.waits.onward(c) if after in nameless))) & nameless


def _longest(edges: list[Edge], working: frozenset[str], context: Context) -> Walk:
    tiers = context.graph.tiers
    passing = [edge for edge in edges if not any(tiers[end].passive or tiers[end] is Tier.OUTSIDE for end in edge)]
    nodes = {end for edge in passing for end in edge}
    return Knots(nodes, passing).longest(nodes, working) if nodes else ()


def _praise(chain: Walk, context: Context) -> str:
    if len(chain) < _FEWEST:
        return f"No service keeps a request waiting for another: {context.names(chain)}."
    hops = wording.counted(len(chain) - 1, "call")
    return f"{context.path(chain)}: the longest chain that a request waits on is {hops} between services."
