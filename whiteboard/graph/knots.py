"""Knots: nodes that all reach each other, the ways round them, and the longest way through a graph that has them.

All in linear time: a knot has more ways round it than anybody could list, so one, the shortest, stands for all.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.graph.walks import explore, trace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    import networkx as nx

    from whiteboard.graph.view import Edge


_PAIR = 2


class Knots:
    """The strongly connected parts of a directed graph over component ids."""

    def __init__(self, nodes: Collection[str], edges: Collection[Edge]) -> None:
        import networkx as nx

        self._graph: nx.DiGraph[str] = nx.DiGraph()
        self._graph.add_nodes_from(sorted(nodes))
        self._graph.add_edges_from(sorted(edges))

    def circles(self) -> Iterator[tuple[str, ...]]:
        """For each knot of several nodes a short walk round it, from a node of it back to the same."""
        for members in sorted(self._members.values()):
            if len(members) > 1:
                yield self._round(members[0], frozenset(members))

    def longest(self, starts: Collection[str], counted: Collection[str]) -> tuple[str, ...]:
        """The nodes that count on a walk from one of `starts` that passes the most of them.

        A knot counts as one circle in it, back to where that began: how often one turns round nobody can say. One of
        two nodes that ask each other is no circle, and counts as one node.
        """
        counting = frozenset(counted)
        lengths, onward = self._lengths(counting)
        number: int | None = max(
            (self._knot_of[start] for start in sorted(starts)), key=lengths.__getitem__, default=None
        )
        walk: list[str] = []
        while number is not None:
            walk += self._passed(number, counting)
            number = onward[number]
        return tuple(walk)

    def _lengths(self, counted: frozenset[str]) -> tuple[dict[int, int], dict[int, int | None]]:
        """For each knot how many nodes count on the longest walk from it, and the knot behind it on that walk."""
        import networkx as nx

        lengths: dict[int, int] = {}
        onward: dict[int, int | None] = {}
        for number in reversed(list(nx.topological_sort(self._condensed))):
            behind = max(self._condensed.successors(number), key=lengths.__getitem__, default=None)
            lengths[number] = len(self._passed(number, counted)) + (0 if behind is None else lengths[behind])
            onward[number] = behind
        return lengths, onward

    def _passed(self, number: int, counted: frozenset[str]) -> list[str]:
        """The nodes that count on a walk through a knot."""
        members = self._members[number]
        counting = [node for node in members if node in counted]
        circle = self._circle_of[number] if len(counting) > _PAIR else ()
        if len(circle) <= _PAIR + 1:
            return counting[:1]
        return [node for node in circle if node in counted]

    @cached_property
    def _circle_of(self) -> dict[int, tuple[str, ...]]:
        knots = ((number, members) for number, members in self._members.items() if len(members) > 1)
        return {number: self._round(members[0], frozenset(members)) for number, members in knots}

    def _round(self, start: str, members: frozenset[str]) -> tuple[str, ...]:
        came = explore([start], lambda node: (after for after in self._graph.successors(node) if after in members))
        last = next(node for node in came if self._graph.has_edge(node, start))
        return (*trace(last, came), start)

    @cached_property
    def _condensed(self) -> nx.DiGraph[int]:
        import networkx as nx

        return nx.condensation(self._graph)

    @cached_property
    def _members(self) -> dict[int, tuple[str, ...]]:
        return {number: tuple(sorted(members)) for number, members in self._condensed.nodes(data="members")}

    @property
    def _knot_of(self) -> Mapping[str, int]:
        mapping: dict[str, int] = self._condensed.graph["mapping"]
        return mapping
