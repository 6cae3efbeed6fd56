"""Components that play no part in the design, or do not finish theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.checks.redundancy import is_for_reading, twin_key
from whiteboard.checks.types.consumed import is_drained
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.graph import Graph
    from whiteboard.model.architecture import Component, Group

_CROSS_CUTTING = ("monitoring", "logging", "config", "secrets", "service_discovery", "scheduler", "identity", "other")
"""Kinds that serve everything, or say too little, and so may stand without a connection."""

_FORWARDERS = ("load_balancer", "api_gateway", "reverse_proxy")
"""Kinds whose only work is to pass requests on."""

_TECHNIQUES = (
    *("caching", "sharding", "partitioning", "hashing", "replication", "compression", "batching", "pagination"),
    *("back pressure", "circuit breaker", "retry", "backoff", "rate limiting", "load balancing", "idempotency"),
    *("indexing", "encryption", "deduplication", "bloom filter", "quorum", "gossip", "heartbeat", "checksum"),
    *("autoscaling", "denormalization", "prefetching", "throttling", "CQRS", "event sourcing", "saga"),
)
"""Names of ways to do something, which need no connection."""

_HEADINGS = ("technique", "key concept", "consideration", "optimization", "pattern", "trade off", "legend", "glossary")
"""What a boundary around techniques is called."""

_SINKS = ("analytics", "audit", "log", "logging", "logger", "metrics", "monitoring", "report", "reporting", "archive")
"""Names of work whose result people look at where it is done."""

_SELF_STARTING = frozenset({Tier.WORKER, Tier.OUTSIDE, Tier.ATTENDANT})
"""What acts without being asked: jobs and pollers, other people's systems, cross-cutting tools."""


def orphans(components: Iterable[str], context: Context) -> Iterator[str]:
    """Those without any connection, save cross-cutting kinds, the insides of a boundary that is connected
    as a whole, callouts, and copies of what is connected.
    """
    graph = context.graph
    excused = _inside_connected_groups(graph) | _callouts(graph)
    drawn_before = {twin_key(component, context) for component in sorted(graph.connected)}
    for component in components:
        if component in graph.connected or component in excused or twin_key(component, context) in drawn_before:
            continue
        if not _is_any(component, _CROSS_CUTTING, context):
            yield component


def _inside_connected_groups(graph: Graph) -> set[str]:
    ends = {end for connection in graph.architecture.connections for end in (connection.source, connection.target)}
    return {member for group in graph.architecture.groups if group.id in ends for member in graph.members(group.id)}


def _callouts(graph: Graph) -> set[str]:
    """What stands in boundaries around boxes that name techniques: none is connected, most are of no kind."""
    return {member for group in graph.architecture.groups if _is_callout(group, graph) for member in group.members}


def _is_callout(group: Group, graph: Graph) -> bool:
    members = [member for member in group.members if member in graph.tiers]
    if not members or not graph.connected.isdisjoint(members):
        return False
    techniques = [member for member in members if _names_technique(graph.component(member))]
    return 2 * len(techniques) > len(members) or bool(speaks_of(group.label, _HEADINGS))


def _names_technique(component: Component) -> bool:
    return component.kind == "other" or bool(speaks_of(component.label, _TECHNIQUES))


def unreached(components: Iterable[str], context: Context) -> Iterator[str]:
    """Those that are connected and lead on, but that neither a client nor anything that starts by itself leads to.

    Without a client that asks for something nobody can say.
    """
    graph = context.graph
    clients = [c for c, tier in graph.tiers.items() if tier is Tier.CLIENT and any(graph.calls.onward(c))]
    if not clients:
        return
    starting = [c for c, tier in graph.tiers.items() if tier in _SELF_STARTING]
    reached = explore([*clients, *graph.neighbours(clients), *starting], graph.any_way)
    for component in components:
        led_to = component in reached or any(graph.calls.back(component)) or any(graph.flows.back(component))
        if component in graph.connected and not led_to and not _is_any(component, ("other",), context):
            yield component


def must_pass_on(components: Iterable[str], context: Context) -> Iterator[str]:
    """Those whose work goes on elsewhere: balancers and gateways, workers, queues, read replicas."""
    return (c for c in components if c in context.graph.connected and _hands_on(c, context))


def _hands_on(component: str, context: Context) -> bool:
    if context.graph.tiers[component] in {Tier.WORKER, Tier.CHANNEL} or _is_any(component, _FORWARDERS, context):
        return True
    return is_for_reading(component, context)


def is_dead_end(component: str, context: Context) -> bool:
    """Whether nothing leads on from a component that must pass something on."""
    graph = context.graph
    tier = graph.tiers[component]
    if tier is Tier.CHANNEL:
        return not is_drained(component, context)
    if tier is Tier.STORE:
        return not any(graph.calls.back(component)) and not any(graph.flows.onward(component))
    if tier is Tier.WORKER:
        if speaks_of(graph.component(component).label, _SINKS):
            return False
        return not any(graph.flows.onward(component)) and not _asks_beside_queues(component, graph)
    return not any(graph.calls.onward(component))


def _asks_beside_queues(component: str, graph: Graph) -> bool:
    return any(graph.tiers[asked] is not Tier.CHANNEL for asked in graph.calls.onward(component))


def _is_any(component: str, kinds: tuple[str, ...], context: Context) -> bool:
    kind = context.graph.component(component).kind
    return any(context.catalog.is_a(kind, one) for one in kinds)
