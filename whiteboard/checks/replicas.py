"""Stores that copy other stores, and those that are copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.checks import traffic
from whiteboard.graph.connection_labels import replicates
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.context import Context

_REPLICA = ("replica", "slave", "read copy", "reader endpoint", "secondary db", "secondary database", "secondary node")
"""No followers: people have them too."""

_FOLLOWER = re.compile(r"^\W*(?:\w+ )?followers?(?: ?#?\d+| db| node)?\W*$", re.IGNORECASE)
"""A store called so that another store feeds; people have followers too."""

_READER = re.compile(r"\breaders?\b", re.IGNORECASE)
"""A store called so is what the others call a read replica."""

_READ = ("read replica", "read copy", "reader endpoint", "read only", "read slave", "read db", "read database")
_BOTH = ("primary", "master", "leader", "writer")


def replicas(stores: tuple[str, ...], context: Context) -> list[str]:
    """Those of the stores that are drawn as copies of another one: named so, or fed by replication."""
    return [store for store in stores if _is_replica(store, context)]


def is_for_reads(store: str, context: Context) -> bool:
    """Whether a copy is named for being read."""
    label = context.graph.component(store).label
    return bool(speaks_of(label, _READ) or _READER.search(label))


def feeders(replica: str, context: Context) -> Iterator[str]:
    """The stores, streams and jobs that a copy is fed from."""
    graph = context.graph
    for source in traffic.around(replica, graph):
        if graph.tiers[source] in {Tier.STORE, Tier.CHANNEL, Tier.WORKER}:
            yield source


def _is_replica(store: str, context: Context) -> bool:
    drawn = context.graph.component(store)
    if speaks_of(drawn.label, _BOTH):
        return False
    if speaks_of(drawn.label, _REPLICA) or _READER.search(drawn.label):
        return True
    if _FOLLOWER.match(drawn.label) and any(
        context.graph.tiers[c] is Tier.STORE for c in context.graph.flows.back(store)
    ):
        return True
    return any(_copies(store, connection, context) for connection in _around(store, context))


def _copies(store: str, connection_id: str, context: Context) -> bool:
    """Whether a connection copies another store of the same kind into this one."""
    connection = context.graph.connection(connection_id)
    if connection.target != store or connection.direction != "forward" or not replicates(connection):
        return False
    source = context.graph.architecture.component.get(connection.source)
    return source is not None and source.kind == context.graph.component(store).kind


def _around(store: str, context: Context) -> Iterator[str]:
    for other in traffic.around(store, context.graph):
        yield from context.graph.drawn_between(store, other)
