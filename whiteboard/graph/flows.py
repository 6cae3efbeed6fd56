"""Where data goes, as far as the drawing shows it.

Between active components it goes with the request. Into a store it goes with the arrow, unless the label
speaks of reading only; a job takes data out of a store that others fill. Through a queue or stream it goes
from producers to consumers, whichever way a consumer's arrow points: an arrow out of the queue, a label
such as "poll", or the kind (a worker pulls from a queue that others feed) makes a consumer. A component
that nothing else reaches and that points at a queue others feed pulls from it too. Where consumers are drawn
by arrows out of the queue, an arrow into it is a producer's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.graph.connection_labels import consumes, produces, reads, writes
from whiteboard.graph.tiers import Tier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from whiteboard.graph.pairs import Pair
    from whiteboard.graph.view import View
    from whiteboard.model.architecture import Connection

Flow = tuple[str, str, str]


def flows(pairs: Iterable[Pair], tiers: Mapping[str, Tier], calls: View) -> Iterator[Flow]:
    """The edges (from, to, connection id) along which data goes, of all pairs."""
    at_channels: dict[str, list[Pair]] = defaultdict(list)
    at_stores: list[Pair] = []
    for pair in pairs:
        source, target, connection = pair
        one, other = tiers[source], tiers[target]
        if Tier.CHANNEL in {one, other}:
            at_channels[target if other is Tier.CHANNEL else source].append(pair)
        elif one.passive or other.passive:
            at_stores.append(pair)
        elif other is Tier.CLIENT and connection.direction == "forward":
            yield source, target, connection.id
        else:
            yield from _with_the_request(pair, calls)
    for channel, around in at_channels.items():
        yield from _through(channel, around, tiers, calls)
    yield from _stored(at_stores, tiers)


def _with_the_request(pair: Pair, calls: View) -> Iterator[Flow]:
    source, target, connection = pair
    for one, other in ((source, target), (target, source)):
        if connection.id in calls.drawn_by(one, other):
            yield one, other, connection.id


def _through(channel: str, around: list[Pair], tiers: Mapping[str, Tier], calls: View) -> Iterator[Flow]:
    """What goes into and out of one queue or stream."""
    unsettled: list[tuple[str, Connection]] = []
    fed = drained = points_out = False
    for source, target, connection in around:
        other = target if source == channel else source
        takes, gives = _settled(channel, source, connection, tiers)
        fed, drained = fed or gives, drained or takes
        points_out = (
            points_out
            or connection.direction == "both"
            or (connection.direction == "forward" and takes and source == channel)
        )
        if takes:
            yield channel, other, connection.id
        if gives:
            yield other, channel, connection.id
        if not takes and not gives and tiers[other] is not Tier.ATTENDANT:
            unsettled.append((other, connection))
    pulling = _pulling([other for other, _ in unsettled], fed, drained, tiers, calls)
    for other, connection in unsettled:
        gives = points_out and connection.direction == "forward"
        pulls = other in pulling and not gives
        yield (channel, other, connection.id) if pulls else (other, channel, connection.id)


def _settled(channel: str, source: str, connection: Connection, tiers: Mapping[str, Tier]) -> tuple[bool, bool]:
    """Whether the other end takes out and whether it puts in, as far as arrow and label settle it."""
    if connection.direction == "both":
        return True, True
    if connection.direction == "forward" and tiers[source].passive:
        return source == channel, source != channel
    return consumes(connection), produces(connection)


def _pulling(others: list[str], fed: bool, drained: bool, tiers: Mapping[str, Tier], calls: View) -> set[str]:
    """Those of the components at a queue that take out of it, when neither arrow nor label says so."""
    workers = {other for other in others if tiers[other] is Tier.WORKER or tiers[other].passive}
    if workers:
        return workers if fed or len(workers) < len(set(others)) else set()
    uncalled = {other for other in others if tiers[other] is Tier.SERVICE and not any(calls.back(other))}
    return uncalled if not drained and (fed or len(uncalled) < len(set(others))) else set()


def _stored(pairs: list[Pair], tiers: Mapping[str, Tier]) -> Iterator[Flow]:
    """What goes into and out of stores and caches."""
    writers: dict[str, set[str]] = defaultdict(set)
    for source, target, connection in pairs:
        if not _only_reads(source, connection, tiers):
            writers[target].add(source)
    for source, target, connection in pairs:
        if source in writers[target]:
            yield source, target, connection.id
        if _takes_out(source, target, connection, tiers, writers):
            yield target, source, connection.id


def _only_reads(source: str, connection: Connection, tiers: Mapping[str, Tier]) -> bool:
    return (
        not tiers[source].passive and connection.direction == "forward" and reads(connection) and not writes(connection)
    )


def _takes_out(
    source: str, target: str, connection: Connection, tiers: Mapping[str, Tier], writers: Mapping[str, set[str]]
) -> bool:
    if connection.direction != "forward":
        return True
    if tiers[source].passive:
        return False
    return reads(connection) or (tiers[source] is Tier.WORKER and not writers[target] <= {source})
