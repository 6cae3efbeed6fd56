"""Walking a directed graph: shortest ways, and what can be reached. All in linear time."""

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
