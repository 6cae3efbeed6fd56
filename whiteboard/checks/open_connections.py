"""Open connections to clients: the servers that hold them, and the clients that poll instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.checks import subjects, traffic
from whiteboard.checks.requests import is_own
from whiteboard.graph.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.model.architecture import Connection

_INTERVAL = re.compile(r"\b(?:every|each|per)\s+\d*\s*(?:s|sec|secs|seconds?|ms|min|mins|minutes?)\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:server|gateway|node|service|handler|pod|instance)s\b", re.IGNORECASE)
_BALANCING = ("load_balancer", "dns", "cdn", "waf", "rate_limiter")


def connection_servers(opens: str, context: Context) -> tuple[str, ...]:
    """The components that hold connections to clients open: by kind or label, or behind an arrow that says so."""
    graph = context.graph
    about = [c for c in subjects.components_about([opens], context) if graph.tiers[c] in {Tier.ENTRY, Tier.SERVICE}]
    if held := [c for c in about if c in graph.connected and _may_hold(c, context)]:
        return tuple(held)
    found: dict[str, None] = {}
    for connection in graph.architecture.connections:
        ends = [end for end in (connection.source, connection.target) if end in graph.tiers]
        if subjects.says(opens, connection) and any(graph.tiers[end] is Tier.CLIENT for end in ends):
            found.update(dict.fromkeys(c for end in ends for c in _behind(end, context)))
    return tuple(c for c in graph.tiers if c in found)


def _behind(end: str, context: Context) -> Iterator[str]:
    """The service at the end of an arrow, the only one behind the entry there, or the entry that has none behind it."""
    graph = context.graph
    if graph.tiers[end] is Tier.SERVICE:
        yield end
    elif graph.tiers[end] is Tier.ENTRY:
        services = [c for c in graph.calls.onward(end) if graph.tiers[c] is Tier.SERVICE]
        if not services and _may_hold(end, context):
            yield end
        yield from services if len(services) == 1 else ()


def _may_hold(component: str, context: Context) -> bool:
    """Whether a component may hold connections for updates: no balancer, no relay of calls, no record of presence."""
    shown = context.graph.component(component)
    if any(context.catalog.is_a(shown.kind, one) for one in _BALANCING):
        return False
    return not any(subjects.is_about(subject, shown, context) for subject in ("media_relay", "presence"))


def are_many(servers: tuple[str, ...], context: Context) -> bool:
    """Whether the drawing says that there are several connection servers, or balances over them."""
    if len(servers) > 1:
        return True
    shown = context.graph.component(servers[0])
    if shown.replicas is not None:
        return shown.replicas > 1
    balanced = any(
        context.catalog.is_a(context.graph.component(c).kind, "load_balancer")
        for c in context.graph.calls.back(servers[0])
    )
    return balanced or shown.properties.autoscaling or bool(_PLURAL.search(shown.label))


def polls_by_interval(clients: Iterable[str], context: Context) -> tuple[str, ...]:
    """The clients that read every so many seconds or minutes, or refresh, as the labels of their arrows say.

    What a client sends by interval (its position) is no polling.
    """
    return tuple(c for c in clients if any(_is_timed_read(drawn) for drawn in _asked_by(c, context)))


def _is_timed_read(connection: Connection) -> bool:
    if not _INTERVAL.search(connection.label):
        return False
    return traffic.access(connection) in {"read", "both"} or subjects.says("polling", connection)


def asking(clients: Iterable[str], subject: str, context: Context) -> tuple[str, ...]:
    """The clients with an arrow whose label speaks of a subject."""
    return tuple(c for c in clients if any(subjects.says(subject, drawn) for drawn in _asked_by(c, context)))


def _asked_by(client: str, context: Context) -> Iterator[Connection]:
    graph = context.graph
    for asked in graph.calls.onward(client):
        yield from map(graph.connection, graph.calls.drawn_by(client, asked))


def only_reported_to(server: str, context: Context) -> bool:
    """Whether a connection server only takes in what devices report."""
    graph = context.graph
    clients = [c for c in traffic.around(server, graph) if graph.tiers[c] is Tier.CLIENT]
    near = clients or [server]
    return all(subjects.is_about("device_reports", graph.component(c), context) for c in near)


def may_push_back(server: str, context: Context) -> bool:
    """Whether a line with two heads, or none, joins a connection server with a service."""
    graph = context.graph
    joined = (c for c in traffic.around(server, graph) if is_own(c, graph))
    drawn = (graph.connection(line) for other in joined for line in graph.drawn_between(server, other))
    return any(line.direction != "forward" for line in drawn)
