"""`live_updates`: an update reaches its people on whichever connection server they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.requests import is_own
from whiteboard.checks.subjects import SubjectName
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.architecture import Connection
    from whiteboard.model.finding import Outcome

_INTERVAL = re.compile(r"\b(?:every|each|per)\s+\d*\s*(?:s|sec|secs|seconds?|ms|min|mins|minutes?)\b", re.IGNORECASE)
_BALANCING = ("load_balancer", "dns", "cdn", "waf", "rate_limiter")
_PLURAL = re.compile(r"(?:server|gateway|node|service|handler|pod|instance)s\b", re.IGNORECASE)


class LiveUpdates(Check):
    """Live updates reach their people on any connection server (WebSocket, SSE, long polling).

    It passes when each connection server takes updates from something fed `through` which they go (a queue,
    stream or pub/sub), or is pushed to by a component that can find the right one: there is one server, or a
    registry of who is where (subject `registry`), or a step that routes (subject `routing`). It is a problem when
    servers are several and nothing carries an update from one to the other, or when clients fetch by interval what
    should be live (subject `needed_by`). Without an open connection or such polling: not applicable.
    """

    check: Literal["live_updates"] = "live_updates"
    from_: RoleName = Field(alias="from", description="Whose screens show the updates: the clients.")
    through: RoleName = Field(description="What carries updates between connection servers.")
    opens: SubjectName = Field("open_connection", description="The subject of an open connection.")
    needed_by: SubjectName = Field("live_need", description="The subject of what should be live.")
    registry: tuple[SubjectName, ...] = Field(
        ("presence", "connection_registry"), description="Subjects of a record of who is connected where."
    )
    routing: SubjectName = Field("routing_to_sockets", description="The subject of a step that finds the server.")

    def evaluate(self, context: Context) -> Outcome:
        """Find the connection servers and what reaches them."""
        servers = connection_servers(self.opens, context)
        if not servers:
            return self._without_connection(context)
        if context.graph.component(servers[0]).technology in _MANAGED:
            message = f"{context.names(servers)} finds the right connection by itself."
            return passed(message, context.evidence(servers))
        reached = {server: way for server in servers if (way := self._way_to(server, servers, context))}
        served = {*reached, *(c for c in servers for way in reached.values() if way[0] == c or _feeds(c, way, context))}
        cut_off = [server for server in servers if server not in served]
        if cut_off:
            return _cut_off(cut_off, servers, context)
        ways = list(dict.fromkeys(reached.values()))
        message = f"Updates reach {context.names(servers)}: {context.path(ways[0])}."
        return passed(message, context.evidence(paths=ways))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Join the connection servers by a pub/sub: a drawn one, or a new one."""
        servers = connection_servers(self.opens, context)
        for bus in mending.alike(context, ("pubsub",), servers[0] if servers else None):
            yield tuple(edit for server in servers for edit in _join(context, server, bus))
        if not servers:
            yield from self._open_connections(context)
        if servers:
            bus_box = mending.box(context, "pubsub", servers[0], beside=servers)
            yield (bus_box, *(edit for server in servers for edit in _join(context, server, bus_box.component.id)))

    def _open_connections(self, context: Context) -> Iterator[Mend]:
        """A gateway that holds connections for those who poll, fed by what they asked."""
        graph = context.graph
        polling = polls_by_interval(context.components(self.from_), context)
        entries = dict.fromkeys(c for client in polling for c in graph.calls.onward(client))
        services = dict.fromkeys(c for e in entries for c in (e, *graph.calls.onward(e)) if is_own(c, graph))
        for service in list(services)[: mending.MOST_REUSED]:
            gateway = mending.box(context, "realtime_gateway", service, label="WebSocket gateway", beside=polling)
            bus = mending.box(context, "pubsub", service, beside=(gateway.component.id,))
            carried = (
                mending.arrow(context, service, bus.component.id, "publish", "async"),
                mending.arrow(context, bus.component.id, gateway.component.id, "subscribe", "async"),
            )
            for doors in ([e for e in entries if graph.tiers[e] is Tier.ENTRY], polling):
                opened = (mending.arrow(context, door, gateway.component.id, "WebSocket") for door in doors)
                yield (gateway, bus, *opened, *carried)

    def _without_connection(self, context: Context) -> Outcome:
        polling = polls_by_interval(context.components(self.from_), context)
        if not polling and subjects.texts_about([self.needed_by], context):
            polling = _asking(context.components(self.from_), "polling", context)
        if polling:
            message = f"Again and again {context.names(polling)} must ask: updates come late, most answers are empty."
            return problem(f"{message} Draw an open connection that carries them.", context.evidence(polling))
        return not_applicable("No open connection to clients is drawn.")

    def _way_to(self, server: str, servers: tuple[str, ...], context: Context) -> tuple[str, ...]:
        """How an update gets to a connection server; empty when it does not."""
        graph = context.graph
        channels = set(context.components(self.through)) | {c for c in graph.tiers if _publishes(c, context)}
        for source in graph.flows.back(server):
            if source in channels and (fed := next(iter(graph.flows.back(source)), None)):
                return (fed, source, server)
        for other in (*graph.calls.back(server), *graph.flows.back(server)):
            if is_own(other, graph) and self._finds(other, server, servers, context):
                return (other, server)
            if other in servers:
                return (other, server)
        return ()

    def _finds(self, pushing: str, server: str, servers: tuple[str, ...], context: Context) -> bool:
        """Whether a component that pushes knows where to."""
        if not _are_many(servers, context) or subjects.is_about(
            self.routing, context.graph.component(pushing), context
        ):
            return True
        known = set(subjects.components_about(self.registry, context))
        known |= {c for c in context.graph.tiers if _knows_places(c, context)}
        around = set(context.graph.neighbours([pushing, server]))
        return not known.isdisjoint(around) or all(context.graph.calls.has(pushing, one) for one in servers[1:] or ())


_MANAGED = frozenset(
    {"pusher", "ably", "pubnub", "azure-web-pubsub", "aws-api-gateway-ws", "stream-chat", "sendbird", "liveblocks"}
)
"""Products that push to a named person or channel themselves, wherever the connection is."""


def _feeds(server: str, way: tuple[str, ...], context: Context) -> bool:
    """Whether a server puts updates into what carries them to another one: one direction stands for both."""
    _, carrier, *onward = way
    return bool(onward) and context.graph.flows.has(server, carrier)


def _cut_off(cut_off: list[str], servers: tuple[str, ...], context: Context) -> Outcome:
    """What the drawing says of connection servers that no update is seen to reach."""
    names, evidence = context.names(cut_off), context.evidence(cut_off)
    if all(_only_reported_to(server, context) for server in cut_off):
        return not_applicable("Devices report here; nobody waits for updates.", evidence)
    if any(_may_push_back(server, context) for server in cut_off):
        message = f"Updates may come back to {names} from a service: how does it find the right server?"
        return not_shown(f"{message} Draw a registry of connections, or a pub/sub.", evidence)
    if len(servers) == 1 and not _are_many(servers, context):
        message = f"Nothing drawn pushes updates to {names}. Draw what does, and how many there are."
        return not_shown(message, evidence)
    return problem(f"Nothing carries an update to people on {names}: draw a pub/sub between them.", evidence)


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


def polls_by_interval(clients: Iterable[str], context: Context) -> tuple[str, ...]:
    """The clients that ask every so many seconds or minutes, as the labels of their arrows say."""
    return tuple(c for c in clients if any(_INTERVAL.search(drawn.label) for drawn in _asked_by(c, context)))


def _asking(clients: Iterable[str], subject: str, context: Context) -> tuple[str, ...]:
    return tuple(c for c in clients if any(subjects.says(subject, drawn) for drawn in _asked_by(c, context)))


def _asked_by(client: str, context: Context) -> Iterator[Connection]:
    graph = context.graph
    for asked in graph.calls.onward(client):
        yield from map(graph.connection, graph.calls.drawn_by(client, asked))


def _behind(end: str, context: Context) -> Iterator[str]:
    """The service at the end of an arrow, or the only one behind the balancer there."""
    graph = context.graph
    if graph.tiers[end] is Tier.SERVICE:
        yield end
    elif graph.tiers[end] is Tier.ENTRY:
        services = [c for c in graph.calls.onward(end) if graph.tiers[c] is Tier.SERVICE]
        yield from services if len(services) == 1 else ()


def _may_hold(component: str, context: Context) -> bool:
    """Whether a component may hold connections for updates: no balancer, no relay of calls, no record of presence."""
    shown = context.graph.component(component)
    if any(context.catalog.is_a(shown.kind, one) for one in _BALANCING):
        return False
    return not any(subjects.is_about(subject, shown, context) for subject in ("media_relay", "presence"))


def _only_reported_to(server: str, context: Context) -> bool:
    """Whether a connection server only takes in what devices report."""
    graph = context.graph
    clients = [c for c in graph.neighbours([server]) if graph.tiers[c] is Tier.CLIENT]
    near = clients or [server]
    return all(subjects.is_about("device_reports", graph.component(c), context) for c in near)


def _are_many(servers: tuple[str, ...], context: Context) -> bool:
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


def _may_push_back(server: str, context: Context) -> bool:
    """Whether a line with two heads, or none, joins a connection server with a service."""
    graph = context.graph
    joined = (c for c in graph.neighbours([server]) if is_own(c, graph))
    drawn = (graph.connection(line) for other in joined for line in graph.drawn_between(server, other))
    return any(line.direction != "forward" for line in drawn)


def _publishes(component: str, context: Context) -> bool:
    """Whether something of another kind (a cache) is used to publish and subscribe."""
    shown = context.graph.component(component)
    texts = (shown.label, *shown.notes)
    return shown.kind != "client" and any(re.search(r"pub\W{0,3}sub", text, re.IGNORECASE) for text in texts)


def _knows_places(component: str, context: Context) -> bool:
    kind = context.graph.component(component).kind
    return any(context.catalog.is_a(kind, one) for one in ("service_discovery", "coordination"))


def _join(context: Context, server: str, bus: str) -> Mend:
    return (
        mending.arrow(context, server, bus, "publish", "async"),
        mending.arrow(context, bus, server, "subscribe", "async"),
    )
