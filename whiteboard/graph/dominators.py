"""What every way from one place to another must pass: the dominators of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

N = TypeVar("N")


def dominators(root: N, onward: Callable[[N], Iterable[N]]) -> dict[N, N]:
    """The immediate dominator of each node that `root` reaches, except of `root` itself.

    In nearly linear time on any graph: T. Lengauer and R. Tarjan, A fast algorithm for finding dominators in a
    flowgraph, 1979, https://doi.org/10.1145/357062.357071, whose semidominators are `highest` here.
    """
    nodes, parents, before = _numbered(root, onward)
    forest = _Forest(len(nodes))
    above = [0] * len(nodes)
    waiting: list[list[int]] = [[] for _ in nodes]
    for node in range(len(nodes) - 1, 0, -1):
        forest.highest[node] = min(forest.highest[forest.best(one)] for one in before[node])
        waiting[forest.highest[node]].append(node)
        parent = parents[node]
        forest.link(parent, node)
        for one in waiting[parent]:
            best = forest.best(one)
            above[one] = best if forest.highest[best] < parent else parent
        waiting[parent] = []
    for node in range(1, len(nodes)):
        if above[node] != forest.highest[node]:
            above[node] = above[above[node]]
    return {nodes[node]: nodes[above[node]] for node in range(1, len(nodes))}


def _numbered(root: N, onward: Callable[[N], Iterable[N]]) -> tuple[list[N], list[int], list[list[int]]]:
    """What `root` reaches, depth first; of each, by number, the one it was reached from, and all that lead to it."""
    number, nodes, parents = {root: 0}, [root], [0]
    before: list[list[int]] = [[]]
    path = [(0, iter(onward(root)))]
    while path:
        here, following = path[-1]
        for target in following:
            if target in number:
                before[number[target]].append(here)
                continue
            number[target] = len(nodes)
            path.append((len(nodes), iter(onward(target))))
            nodes.append(target)
            parents.append(here)
            before.append([here])
            break
        else:
            path.pop()
    return nodes, parents, before


class _Forest:
    """The tree of the depth-first walk as far as it is linked yet, from the leaves up, with its ways compressed."""

    def __init__(self, size: int) -> None:
        self.highest = list(range(size))
        """The first number from which a way leads to a node past higher numbers only."""
        self._best = list(range(size))
        self._linked: list[int | None] = [None] * size

    def link(self, parent: int, node: int) -> None:
        """Hang a node below its parent."""
        self._linked[node] = parent

    def best(self, node: int) -> int:
        """Of a node and those above it, below the root of its tree, the one with the lowest `highest`."""
        way = []
        above = self._linked[node]
        while above is not None and self._linked[above] is not None:
            way.append(node)
            node, above = above, self._linked[above]
        for below in reversed(way):
            parent = self._linked[below]
            if parent is not None and self.highest[self._best[parent]] < self.highest[self._best[below]]:
                self._best[below] = self._best[parent]
            self._linked[below] = above
        return self._best[way[0] if way else node]
