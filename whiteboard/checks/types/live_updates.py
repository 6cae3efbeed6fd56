"""`live_updates`: an update reaches its people on whichever connection server they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects, traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.open_connections import (
    are_many,
    asking,
    connection_servers,
    may_push_back,
    only_reported_to,
    polls_by_interval,
)
from whiteboard.checks.requests import is_own
from whiteboard.checks.subjects import SubjectName
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph import Graph
    from whiteboard.model.finding import Outcome


_PUB_SUB = re.compile(r"pub\W{0,3}sub|backplane|socket\W?io adapter", re.IGNORECASE)

_MANAGED = frozenset(
    {"pusher", "ably", "pubnub", "azure-web-pubsub", "aws-api-gateway-ws", "stream-chat", "sendbird", "liveblocks"}
)
"""Products that push to a named person or channel themselves, wherever the connection is."""


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
        reached = self._reached(servers, context)
        carrying = {carrier for _, carrier, *onward in reached.values() if onward}
        feeding = (c for c in servers if not carrying.isdisjoint(context.graph.flows.onward(c)))
        served = {*reached, *feeding, *(pushing for pushing, *_ in reached.values())}
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
            polling = asking(context.components(self.from_), "polling", context)
        if polling:
            message = f"Again and again {context.names(polling)} must ask: updates come late, most answers are empty."
            return problem(f"{message} Draw an open connection that carries them.", context.evidence(polling))
        return not_applicable("No open connection to clients is drawn.")

    def _reached(self, servers: tuple[str, ...], context: Context) -> dict[str, tuple[str, ...]]:
        """How an update gets to each connection server that one gets to."""
        means = _Means(
            servers=servers,
            many=are_many(servers, context),
            carriers=frozenset([*context.components(self.through), *_publishing(context)]),
            buses=frozenset(_publishing(context)),
            routers=frozenset(subjects.components_about([self.routing], context)),
            records=frozenset([*subjects.components_about(self.registry, context), *_knowing_places(context)]),
        )
        ways = ((server, means.way_to(server, context.graph)) for server in servers)
        return {server: way for server, way in ways if way}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Means:
    """What may bring an update to a connection server: `carriers` between the servers, of them `buses` to publish and
    subscribe at, components that know where to push (`routers`, or those that ask `records` of who is where).
    """

    servers: tuple[str, ...]
    many: bool
    carriers: frozenset[str]
    buses: frozenset[str]
    routers: frozenset[str]
    records: frozenset[str]

    def way_to(self, server: str, graph: Graph) -> tuple[str, ...]:
        """How an update gets to a server; empty when it does not."""
        for source in graph.flows.back(server):
            if source in self.carriers and (fed := next(iter(graph.flows.back(source)), None)):
                return (fed, source, server)
        if shared := next((c for c in graph.flows.onward(server) if self._is_shared(c, graph)), None):
            return (server, shared, server)
        for asked in graph.calls.onward(server):
            bringing = (source for source in graph.flows.back(asked) if source in self.carriers)
            if is_own(asked, graph) and (carrier := next((c for c in bringing if any(graph.flows.back(c))), None)):
                return (carrier, asked, server)
        pushing = (*graph.calls.back(server), *graph.flows.back(server))
        return next(((c, server) for c in pushing if self._finds(c, server, graph)), ())

    def _is_shared(self, carrier: str, graph: Graph) -> bool:
        """Whether the servers publish and subscribe at a carrier: an arrow into one that nobody else takes from."""
        return carrier in self.buses and not any(graph.flows.onward(carrier))

    def _finds(self, pushing: str, server: str, graph: Graph) -> bool:
        """Whether a component that pushes knows where to: another server, or one's own code that can find it."""
        if pushing in self.servers:
            return True
        if not is_own(pushing, graph):
            return False
        if not self.many or pushing in self.routers:
            return True
        known = not self.records.isdisjoint([*traffic.around(pushing, graph), *traffic.around(server, graph)])
        return known or all(graph.calls.has(pushing, one) for one in self.servers)


def _cut_off(cut_off: list[str], servers: tuple[str, ...], context: Context) -> Outcome:
    """What the drawing says of connection servers that no update is seen to reach."""
    names, evidence = context.names(cut_off), context.evidence(cut_off)
    if all(only_reported_to(server, context) for server in cut_off):
        return not_applicable("Devices report here; nobody waits for updates.", evidence)
    if any(may_push_back(server, context) for server in cut_off):
        message = f"Updates may come back to {names} from a service: how does it find the right server?"
        return not_shown(f"{message} Draw a registry of connections, or a pub/sub.", evidence)
    if len(servers) == 1 and not are_many(servers, context):
        message = f"Nothing drawn pushes updates to {names}. Draw what does, and how many there are."
        return not_shown(message, evidence)
    return problem(f"Nothing carries an update to people on {names}: draw a pub/sub between them.", evidence)


def _publishing(context: Context) -> Iterator[str]:
    """Components of other kinds (a cache) that are used to publish and subscribe."""
    for component in context.reading.architecture.components:
        texts = (component.label, *component.notes)
        if component.kind != "client" and any(_PUB_SUB.search(text) for text in texts):
            yield component.id


def _knowing_places(context: Context) -> Iterator[str]:
    """Components that know where the copies of a service are."""
    for component in context.reading.architecture.components:
        if any(context.catalog.is_a(component.kind, one) for one in ("service_discovery", "coordination")):
            yield component.id


def _join(context: Context, server: str, bus: str) -> Mend:
    return (
        mending.arrow(context, server, bus, "publish", "async"),
        mending.arrow(context, bus, server, "subscribe", "async"),
    )
