"""What every way from one place to another must pass: the dominators of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

N = TypeVar("N")


def dominators(root: N, onward: Callable[[N], Iterable[N]]) -> dict[N, N]:
    """The immediate dominator of each node that `root` reaches, except of `root` itself.

    The simple version of Lengauer and Tarjan, "A Fast Algorithm for Finding Dominators in a Flowgraph"
    (1979), in O(e log n) also where shapes such as long ladders make iterating slow.
    """
    nodes, parent, into = _depth_first(root, onward)
    semi = list(range(len(nodes)))
    above = [0] * len(nodes)
    waiting: list[list[int]] = [[] for _ in nodes]
    forest = _Forest(semi)
    for node in range(len(nodes) - 1, 0, -1):
        semi[node] = min(semi[forest.lowest(source)] for source in into[node])
        waiting[semi[node]].append(node)
        forest.link(parent[node], node)
        for other in waiting[parent[node]]:
            lowest = forest.lowest(other)
            above[other] = lowest if semi[lowest] < semi[other] else parent[node]
        waiting[parent[node]].clear()
    for node in range(1, len(nodes)):
        if above[node] != semi[node]:
            above[node] = above[above[node]]
    return {nodes[node]: nodes[above[node]] for node in range(1, len(nodes))}


class _Forest:
    """The part of the depth-first tree that is done, for finding the lowest semidominator above a node."""

    def __init__(self, semi: list[int]) -> None:
        self._semi = semi
        self._label = list(range(len(semi)))
        self._ancestor = [-1] * len(semi)

    def link(self, parent: int, node: int) -> None:
        self._ancestor[node] = parent

    def lowest(self, node: int) -> int:
        """The node with the lowest semidominator on the way up, shortening that way for the next time."""
        path = []
        at = node
        while self._ancestor[at] != -1 and self._ancestor[self._ancestor[at]] != -1:
            path.append(at)
            at = self._ancestor[at]
        for below in reversed(path):
            over = self._ancestor[below]
            if self._semi[self._label[over]] < self._semi[self._label[below]]:
                self._label[below] = self._label[over]
            self._ancestor[below] = self._ancestor[over]
        return self._label[node]


def _depth_first(root: N, onward: Callable[[N], Iterable[N]]) -> tuple[list[N], list[int], list[list[int]]]:
    """The nodes in the order of a depth-first walk; for each, by number, its parent and where edges come from."""
    number = {root: 0}
    nodes, parent, into = [root], [0], list[list[int]]([[]])
    stack = [(0, iter(onward(root)))]
    while stack:
        at, rest = stack[-1]
        following = next(rest, None)
        if following is None:
            stack.pop()
            continue
        if following not in number:
            number[following] = len(nodes)
            nodes.append(following)
            parent.append(at)
            into.append([])
            stack.append((number[following], iter(onward(following))))
        into[number[following]].append(at)
    return nodes, parent, into
