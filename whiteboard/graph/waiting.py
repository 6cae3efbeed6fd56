"""Who waits for whom: the calls whose caller does not go on before it has an answer.

A call without a label or style is waited for. One that the drawing says is asynchronous is not, nor is one whose
label speaks of events, call-backs or attempts made again, nor work put into a queue or stream. Of two equals that
a line without a direction joins, the one nearer to the clients waits. Where two arrows stand opposite each other
and one of them is an answer by its label, or by the custom of the board, that one is no call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.connection_labels import answers, is_handed_over
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from whiteboard.graph.pairs import Pair
    from whiteboard.graph.view import View
    from whiteboard.model.architecture import Connection


def waiting(
    pairs: Iterable[Pair], tiers: Mapping[str, Tier], calls: View, connection: Mapping[str, Connection]
) -> Iterator[tuple[str, str, str]]:
    """The edges (who waits, who is waited for, connection id) of all calls."""
    depth = _depths(calls, tiers)
    custom = _draws_answers(pairs, tiers)
    for caller, callee in calls.edges():
        if tiers[callee] is Tier.CHANNEL:
            continue
        opposite = [connection[drawn] for drawn in calls.drawn_by(callee, caller)]
        for shown in (connection[drawn] for drawn in calls.drawn_by(caller, callee)):
            if shown.direction != "forward" and _stands_inward(caller, callee, depth, tiers):
                continue
            if not is_handed_over(shown) and not _is_answer(shown, opposite, custom=custom):
                yield caller, callee, shown.id


def _depths(calls: View, tiers: Mapping[str, Tier]) -> dict[str, int]:
    """How many calls lie between the clients (or what nobody calls) and each component."""
    starts = [c for c in calls if tiers[c] is Tier.CLIENT] or [c for c in calls if not any(calls.back(c))]
    depth: dict[str, int] = {}
    for component, before in explore(starts, calls.onward).items():
        depth[component] = 0 if before is None else depth[before] + 1
    return depth


def _stands_inward(one: str, other: str, depth: Mapping[str, int], tiers: Mapping[str, Tier]) -> bool:
    """Whether one stands no nearer to the clients than its equal."""
    if tiers[one].rank != tiers[other].rank:
        return False
    return depth.get(one, len(tiers)) >= depth.get(other, len(tiers))


def _is_answer(shown: Connection, opposite: Iterable[Connection], *, custom: bool) -> bool:
    if shown.direction != "forward":
        return False
    asked = [other for other in opposite if other.direction == "forward" and other.id != shown.id]
    return any(answers(shown, other) or (custom and not shown.label and not other.label) for other in asked)


def _draws_answers(pairs: Iterable[Pair], tiers: Mapping[str, Tier]) -> bool:
    """Whether the board draws answers as arrows of their own: opposite arrows where only one side can ask."""
    heads = {(source, target) for source, target, connection in pairs if connection.direction == "forward"}
    return any((target, source) in heads and _never_asks(tiers[source], tiers[target]) for source, target in heads)


def _never_asks(source: Tier, target: Tier) -> bool:
    return source in {Tier.STORE, Tier.CACHE} or (target is Tier.CLIENT and source is not Tier.CLIENT)
