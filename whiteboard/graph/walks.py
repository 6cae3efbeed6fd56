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


def left_last(starts: Iterable[N], onward: Callable[[N], Iterable[N]]) -> list[N]:
    """Everything that can be reached, depth first: each node after those that are first reached through it."""
    left: list[N] = []
    seen: set[N] = set()
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(onward(start)))]
        while path:
            node, following = path[-1]
            for deeper in following:
                if deeper not in seen:
                    seen.add(deeper)
                    path.append((deeper, iter(onward(deeper))))
                    break
            else:
                path.pop()
                left.append(node)
    return left


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
