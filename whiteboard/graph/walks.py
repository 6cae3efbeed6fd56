"""Walking a directed graph: shortest ways, what can be reached, what every way must pass. All in linear time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

N = TypeVar("N")


def explore(starts: Iterable[N], onward: Callable[[N], Iterable[N]]) -> dict[N, N | None]:
    """Everything that can be reached, breadth first: each node with the one it was reached from."""
    came: dict[N, N | None] = dict.fromkeys(starts)
    waiting = deque(came)
    while waiting:
        node = waiting.popleft()
        for following in onward(node):
            if following not in came:
                came[following] = node
                waiting.append(following)
    return came


def shortest(
    starts: Iterable[N], onward: Callable[[N], Iterable[N]], arrived: Callable[[N], bool]
) -> tuple[N, ...] | None:
    """A shortest walk from any start to a node where it has arrived; None when there is none."""
    came = explore(starts, lambda node: () if arrived(node) else onward(node))
    end = next((node for node in came if arrived(node)), None)
    return None if end is None else trace(end, came)


def trace(node: N, came: Mapping[N, N | None]) -> tuple[N, ...]:
    """The walk that led to a node, from its start, out of what `explore` gave."""
    walk = [node]
    while (previous := came[walk[-1]]) is not None:
        walk.append(previous)
    return tuple(reversed(walk))


def unavoidable(starts: Iterable[N], onward: Callable[[N], Iterable[N]], arrived: Callable[[N], bool]) -> tuple[N, ...]:
    """The nodes that every walk from any start to any arrival passes, in walking order.

    They all stand on one shortest walk; a node of it can be avoided when some detour from before it
    comes back (or arrives) behind it. One sweep along the walk finds how far the detours get.
    """
    starts = tuple(starts)
    walk = shortest(starts, onward, arrived)
    if walk is None:
        return ()
    place = {node: at for at, node in enumerate(walk)}
    seen: set[N] = set()

    def farthest(nodes: Iterable[N]) -> int:
        """How far along the walk one gets from these, beside the walk."""
        far, waiting = -1, deque(nodes)
        while waiting:
            node = waiting.popleft()
            if node in place:
                far = max(far, place[node])
            elif arrived(node):
                far = len(walk)
            elif node not in seen:
                seen.add(node)
                waiting.extend(onward(node))
        return far

    far, found = farthest(starts), []
    for at, node in enumerate(walk):
        if far <= at:
            found.append(node)
        if not arrived(node):
            far = max(far, farthest(onward(node)))
    return tuple(found)
