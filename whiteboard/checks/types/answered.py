"""`answered`: what callers ask for comes back to them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from whiteboard.checks import mending
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.graph.connection_labels import reads, writes
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import JourneyName

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whiteboard.graph.view import View
    from whiteboard.model.architecture import Connection
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit


class Answered(Check):
    """Where the start of a journey reaches its end, a way to read is among the ways.

    A synchronous way brings its answer back. A way that goes through a queue or stream does not: then something must
    lead back to the caller (a push, an answer drawn). Ways whose labels only write bring nothing back either, and
    pass only when somebody reads the store.
    """

    check: Literal["answered"] = "answered"
    journey: JourneyName

    def evaluate(self, context: Context) -> Outcome:
        """Look for a way to read first, then for what else there is."""
        stated = context.journeys[self.journey]
        if undrawn := context.undrawn(stated.from_, stated.to):
            return undrawn
        starts, ends = context.components(stated.from_), context.components(stated.to)
        if walk := context.graph.route(starts, ends, along=_readable(context), closed=context.closed).shortest:
            return passed(f"A request gets its answer: {context.path(walk)}, and back.", context.evidence(paths=[walk]))
        way = context.graph.route(starts, ends, along=context.graph.flows, closed=context.closed).shortest
        way = way or context.graph.route(starts, ends, closed=context.closed).shortest
        if way is None:
            return not_applicable("No way from a client to a store is drawn.")
        if back := _way_back(starts, way, context):
            return passed(f"What was asked for comes back: {context.path(back)}.", context.evidence(paths=[back]))
        if reader := _reader(way[-1], set(way), context):
            return passed(
                f"{context.path(way)}, and {context.name(reader)} reads it.", context.evidence([reader], paths=[way])
            )
        message = (
            f"{context.path(way)}: data only goes in, and no way leads back to who asked."
            f" Draw what reads {context.name(way[-1])} and answers."
        )
        return problem(message, context.evidence(paths=[way]))

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Let the first service on the way read the store, or a new one beside the way."""
        stated = context.journeys[self.journey]
        starts, ends = context.components(stated.from_), context.components(stated.to)
        way = context.graph.route(starts, ends, along=context.graph.flows, closed=context.closed).shortest or ()
        services = [c for c in way if context.graph.tiers[c] is Tier.SERVICE]
        for service in services[:1]:
            yield (mending.arrow(context, service, way[-1], "read"),)
        for door in way[1:2]:
            added = mending.box(context, "service", way[-1], label="Query service", beside=(door,))
            reader = added.component.id
            yield added, mending.arrow(context, door, reader), mending.arrow(context, reader, way[-1], "read")


def _readable(context: Context) -> View:
    """The calls that bring an answer: those waited for that do more than write."""
    from whiteboard.graph.view import View

    waits, connection = context.graph.waits, context.graph.connection
    edges = (
        (caller, callee, drawn)
        for caller, callee in waits.edges()
        for drawn in waits.drawn_by(caller, callee)
        if not _only_writes(connection(drawn), context)
    )
    return View(context.graph.tiers, edges)


def _only_writes(connection: Connection, context: Context) -> bool:
    """Whether a connection to a store puts data in and takes none out, by its label."""
    target = context.graph.tiers.get(connection.target)
    if target is None or not target.passive:
        return False
    if connection.access is not None:
        return connection.access == "write"
    return writes(connection) and not reads(connection)


def _way_back(starts: Sequence[str], way: Sequence[str], context: Context) -> tuple[str, ...] | None:
    """A way from what stands behind the caller to a caller, along the flows and answers."""
    flows = context.graph.flows
    back = context.graph.route(way[1:], starts, along=flows).shortest
    if back is not None:
        return back
    for one, other in pairwise(way[:2]):
        drawn = [context.graph.connection(id_) for id_ in context.graph.drawn_between(one, other)]
        if any(c.direction != "forward" or c.target == one for c in drawn):
            return (other, one)
    return None


def _reader(store: str, passed: set[str], context: Context) -> str | None:
    """Somebody off the way who reads the store."""
    graph = context.graph
    for asking in graph.calls.back(store):
        drawn = [graph.connection(id_) for id_ in graph.drawn_between(asking, store)]
        if asking not in passed and not all(_only_writes(c, context) for c in drawn):
            return asking
    return None
