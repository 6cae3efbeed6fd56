"""Knots: nodes that all reach each other, the ways round them, and the longest way through a graph that has them.

All in linear time: a knot has more ways round it than anybody could list, so one, the shortest, stands for all.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.graph.walks import explore, left_last, trace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from whiteboard.graph.view import Edge


_PAIR = 2


class Knots:
    """The strongly connected parts of a directed graph over component ids. A node that is in no circle is one, too."""

    def __init__(self, nodes: Collection[str], edges: Collection[Edge]) -> None:
        self._onward: dict[str, list[str]] = {node: [] for node in sorted(nodes)}
        for source, target in sorted(set(edges)):
            self._onward[source].append(target)

    def circles(self) -> Iterator[tuple[str, ...]]:
        """For each knot of several nodes a short walk round it, from a node of it back to the same."""
        for members in sorted(self._members):
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

    def _lengths(self, counted: frozenset[str]) -> tuple[list[int], list[int | None]]:
        """For each knot how many nodes count on the longest walk from it, and the knot behind it on that walk."""
        lengths: list[int] = []
        onward: list[int | None] = []
        for number, members in enumerate(self._members):
            knots = (self._knot_of[after] for node in members for after in self._onward[node])
            behind = max((knot for knot in knots if knot != number), key=lengths.__getitem__, default=None)
            lengths.append(len(self._passed(number, counted)) + (0 if behind is None else lengths[behind]))
            onward.append(behind)
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
        knots = ((number, members) for number, members in enumerate(self._members) if len(members) > 1)
        return {number: self._round(members[0], frozenset(members)) for number, members in knots}

    def _round(self, start: str, members: frozenset[str]) -> tuple[str, ...]:
        came = explore([start], lambda node: (after for after in self._onward[node] if after in members))
        last = next(node for node in came if start in self._onward[node])
        return (*trace(last, came), start)

    @cached_property
    def _members(self) -> list[tuple[str, ...]]:
        """The knots, each behind those that it leads to."""
        return list(_parted(self._onward))[::-1]

    @cached_property
    def _knot_of(self) -> dict[str, int]:
        return {node: number for number, members in enumerate(self._members) for node in members}


def _parted(onward: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """The strongly connected parts, each behind those that lead to it: Kosaraju's and Sharir's algorithm.

    M. Sharir, A strong-connectivity algorithm and its applications in data flow analysis, 1981,
    https://doi.org/10.1016/0898-1221(81)90008-0
    """
    before: dict[str, list[str]] = {node: [] for node in onward}
    for node, targets in onward.items():
        for target in targets:
            before[target].append(node)
    parted: set[str] = set()
    for node in reversed(left_last(onward, onward.__getitem__)):
        if node not in parted:
            part = explore([node], lambda one: (other for other in before[one] if other not in parted))
            parted.update(part)
            yield tuple(sorted(part))
