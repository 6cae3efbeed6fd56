"""Where data goes, as far as the drawing shows it.

Between active components it goes with the request. Into a store it goes with the arrow, unless the label
speaks of reading only; a job takes data out of a store that others fill. Through a queue or stream it goes
from producers to consumers, whichever way a consumer's arrow points: an arrow out of the queue, a label
such as "poll", or the kind (a worker pulls from a queue that others feed) makes a consumer. A component
that nothing else reaches and that points at a queue others feed pulls from it too.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.graph.labels import consumes, produces, reads, writes
from whiteboard.graph.parts import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from whiteboard.graph.calls import Pair
    from whiteboard.graph.view import View
    from whiteboard.model.architecture import Connection

Flow = tuple[str, str, str]


def flows(pairs: Iterable[Pair], parts: Mapping[str, Part], calls: View) -> Iterator[Flow]:
    """The edges (from, to, connection id) along which data goes, of all pairs."""
    at_channels: dict[str, list[Pair]] = defaultdict(list)
    at_stores: list[Pair] = []
    for pair in pairs:
        source, target, connection = pair
        one, other = parts[source], parts[target]
        if Part.CHANNEL in {one, other}:
            at_channels[target if other is Part.CHANNEL else source].append(pair)
        elif one.passive or other.passive:
            at_stores.append(pair)
        elif other is Part.CLIENT and connection.direction == "forward":
            yield source, target, connection.id
        else:
            yield from _with_the_request(pair, calls)
    for channel, around in at_channels.items():
        yield from _through(channel, around, parts, calls)
    yield from _stored(at_stores, parts)


def _with_the_request(pair: Pair, calls: View) -> Iterator[Flow]:
    source, target, connection = pair
    for one, other in ((source, target), (target, source)):
        if connection.id in calls.drawn_by(one, other):
            yield one, other, connection.id


def _through(channel: str, around: list[Pair], parts: Mapping[str, Part], calls: View) -> Iterator[Flow]:
    """What goes into and out of one queue or stream."""
    unsettled: list[tuple[str, str]] = []
    fed = drained = False
    for source, target, connection in around:
        other = target if source == channel else source
        takes, gives = _settled(channel, source, connection, parts)
        fed, drained = fed or gives, drained or takes
        if takes:
            yield channel, other, connection.id
        if gives:
            yield other, channel, connection.id
        if not takes and not gives and parts[other] is not Part.ATTENDANT:
            unsettled.append((other, connection.id))
    pulling = _pulling([other for other, _ in unsettled], fed, drained, parts, calls)
    for other, connection_id in unsettled:
        yield (channel, other, connection_id) if other in pulling else (other, channel, connection_id)


def _settled(channel: str, source: str, connection: Connection, parts: Mapping[str, Part]) -> tuple[bool, bool]:
    """Whether the other end takes out and whether it puts in, as far as arrow and label settle it."""
    if connection.direction == "both":
        return True, True
    if connection.direction == "forward" and parts[source].passive:
        return source == channel, source != channel
    return consumes(connection), produces(connection)


def _pulling(others: list[str], fed: bool, drained: bool, parts: Mapping[str, Part], calls: View) -> set[str]:
    """Those of the components at a queue that take out of it, when neither arrow nor label says so."""
    workers = {other for other in others if parts[other] is Part.WORKER or parts[other].passive}
    if workers:
        return workers if fed or len(workers) < len(set(others)) else set()
    uncalled = {other for other in others if parts[other] is Part.SERVICE and not any(calls.back(other))}
    return uncalled if not drained and (fed or len(uncalled) < len(set(others))) else set()


def _stored(pairs: list[Pair], parts: Mapping[str, Part]) -> Iterator[Flow]:
    """What goes into and out of stores and caches."""
    writers: dict[str, set[str]] = defaultdict(set)
    for source, target, connection in pairs:
        if not _only_reads(source, connection, parts):
            writers[target].add(source)
    for source, target, connection in pairs:
        if source in writers[target]:
            yield source, target, connection.id
        if _takes_out(source, target, connection, parts, writers):
            yield target, source, connection.id


def _only_reads(source: str, connection: Connection, parts: Mapping[str, Part]) -> bool:
    return (
        not parts[source].passive and connection.direction == "forward" and reads(connection) and not writes(connection)
    )


def _takes_out(
    source: str, target: str, connection: Connection, parts: Mapping[str, Part], writers: Mapping[str, set[str]]
) -> bool:
    if connection.direction != "forward":
        return True
    if parts[source].passive:
        return False
    return reads(connection) or (parts[source] is Part.WORKER and len(writers[target] - {source}) > 0)
