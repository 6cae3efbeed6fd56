"""How many copies of a component a drawing shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.labels import replicates
from whiteboard.graph.words import speaks_of, stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.context import Context

_STANDBY = ("standby", "stand by", "failover", "secondary", "backup", "hot spare", "passive")
_FOLLOWER = (*_STANDBY, "replica", "follower", "slave")
_FOR_READING = ("read", "reader", "reading")


def copies(component: str, context: Context) -> int | None:
    """How many copies there are: as drawn, or one more for a standby that is fed from it; None when unknown."""
    drawn = context.graph.component(component).replicas
    if drawn is not None and drawn > 1:
        return drawn
    return (drawn or 1) + 1 if any(_standbys(component, context)) else drawn


def twin_key(component: str, context: Context) -> tuple[str, ...]:
    """The same for components that are numbered copies of each other ("Shard 1", "Shard 2")."""
    drawn = context.graph.component(component)
    named = tuple(stem for stem in stems(drawn.label) if len(stem) > 1)
    return (drawn.kind, *named) if named else (drawn.kind, component)


def is_standby(component: str, context: Context) -> bool:
    """Whether a label says that this stands ready to take another's place."""
    return bool(speaks_of(context.graph.component(component).label, _STANDBY))


def is_follower(component: str, context: Context) -> bool:
    """Whether a store is only a copy of another: fed by replication and named so."""
    if not any(_fed_by(component, context)):
        return False
    return bool(speaks_of(context.graph.component(component).label, _FOLLOWER))


def is_for_reading(component: str, context: Context) -> bool:
    """Whether a store is a copy that is there to be read from."""
    if not is_follower(component, context):
        return False
    return bool(speaks_of(context.graph.component(component).label, _FOR_READING))


def _standbys(component: str, context: Context) -> Iterator[str]:
    """Stores that this one replicates to and that can take its place."""
    graph = context.graph
    for follower in graph.flows.onward(component):
        copied = any(replicates(graph.connection(c)) for c in graph.flows.drawn_by(component, follower))
        if copied and is_standby(follower, context):
            yield follower


def _fed_by(component: str, context: Context) -> Iterator[str]:
    graph = context.graph
    if not graph.parts[component].passive:
        return
    for source in graph.flows.back(component):
        if any(replicates(graph.connection(c)) for c in graph.flows.drawn_by(source, component)):
            yield source
