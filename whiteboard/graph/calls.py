"""Who asks whom.

A store, cache, queue or stream never asks: an arrow out of it is its answer, and whoever stands at the
other end asks. Only a cache in front of a store asks that store on a miss. An arrow into a client, or
one labelled as a response, is an answer too; it counts, turned round, only when its target asks nobody
otherwise ("viewer ← CDN"). Where a line has two heads or none, the outer component asks the inner one,
and equals ask each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.connection_labels import is_answer, replicates
from whiteboard.graph.tiers import Tier
from whiteboard.graph.view import Edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from whiteboard.graph.pairs import Pair
    from whiteboard.model.architecture import Connection


def calls(pairs: Iterable[Pair], tiers: Mapping[str, Tier]) -> Iterator[tuple[str, str, str]]:
    """The edges (who asks, who is asked, connection id) of all pairs."""
    answers: list[Pair] = []
    asking: set[str] = set()
    for pair in pairs:
        source, target, connection = pair
        if _may_be_answer(tiers[source], tiers[target], connection):
            answers.append(pair)
            continue
        for caller, callee in _asks(source, target, connection, tiers):
            asking.add(caller)
            yield caller, callee, connection.id
    for source, target, connection in answers:
        if target not in asking and tiers[source] is not Tier.OUTSIDE:
            yield target, source, connection.id


def _may_be_answer(source: Tier, target: Tier, connection: Connection) -> bool:
    if connection.direction != "forward" or source.passive or target.passive:
        return False
    return (target is Tier.CLIENT and source is not Tier.CLIENT) or is_answer(connection)


def _asks(source: str, target: str, connection: Connection, tiers: Mapping[str, Tier]) -> tuple[Edge, ...]:
    one, other = tiers[source], tiers[target]
    there, back = (source, target), (target, source)
    if one.passive and other.passive:
        return _between_stores(one, other, connection, there, back)
    if other.passive:
        return (there,)
    if one.passive:
        return (back,)
    if connection.direction == "forward":
        return (there,)
    if one.rank == other.rank:
        return (there, back)
    return (there,) if one.rank < other.rank else (back,)


def _between_stores(one: Tier, other: Tier, connection: Connection, there: Edge, back: Edge) -> tuple[Edge, ...]:
    if connection.style is not None or replicates(connection):
        return ()
    if (one, other) == (Tier.CACHE, Tier.STORE):
        return (there,)
    if (one, other) == (Tier.STORE, Tier.CACHE):
        return (back,)
    return ()
