"""The pairs of components that connections join, also when one was drawn to a boundary around them.

An arrow to a boundary means its entries: the active members that no other active member points at.
An arrow from a boundary means its exits: the active members that point at no other. A boundary of
stores alone means all of them. Monitoring and the like are not meant, unless they are all there is.
So a line around a balancer and its servers is entered at the balancer, and one around a service and
its database is left from the service.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.graph.tiers import Tier
from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from whiteboard.model.architecture import Architecture, Connection

MOST_PAIRS = 200_000
"""How many pairs of components the connections of one board may stand for."""

Pair = tuple[str, str, "Connection"]
"""Where a connection comes from and leads to, as drawn, and the connection."""

Neighbours = dict[str, set[str]]


class Pairs:
    """Each connection with each pair of different components it joins, in the order of the board.

    Going through them raises TooLargeError when boundaries with many members make them too many.
    """

    def __init__(self, architecture: Architecture, tiers: Mapping[str, Tier]) -> None:
        self._architecture = architecture
        self._parts = tiers
        self._members: dict[str, tuple[str, ...]] = {}
        self._entries: dict[str, tuple[str, ...]] = {}
        self._exits: dict[str, tuple[str, ...]] = {}

    def __iter__(self) -> Iterator[Pair]:
        room = MOST_PAIRS
        for connection in self._architecture.connections:
            sources, targets = self._leaving(connection.source), self._entering(connection.target)
            room -= len(sources) * len(targets)
            if room < 0:
                raise TooLargeError(_too_many())
            yield from ((s, t, connection) for s in sources for t in targets if s != t)

    def members(self, group: str) -> tuple[str, ...]:
        """The components inside a group, also those in the groups inside it."""
        if group not in self._members:
            self._members[group] = tuple(dict.fromkeys(self._walk_inside(group)))
        return self._members[group]

    def _walk_inside(self, group: str) -> Iterator[str]:
        waiting, seen = [group], {group}
        while waiting:
            inside, subgroups = self._inside.get(waiting.pop(), ((), []))
            yield from (member for member in inside if member in self._parts)
            waiting.extend(subgroup for subgroup in subgroups if subgroup not in seen)
            seen.update(subgroups)

    @cached_property
    def _inside(self) -> dict[str, tuple[tuple[str, ...], list[str]]]:
        inside: dict[str, tuple[tuple[str, ...], list[str]]] = {
            group.id: (group.members, []) for group in self._architecture.groups
        }
        for group in self._architecture.groups:
            if group.parent in inside:
                inside[group.parent][1].append(group.id)
        return inside

    def _leaving(self, end: str) -> tuple[str, ...]:
        if end in self._parts:
            return (end,)
        if end not in self._exits:
            self._exits[end] = self._outermost(end, self._neighbours[0])
        return self._exits[end]

    def _entering(self, end: str) -> tuple[str, ...]:
        if end in self._parts:
            return (end,)
        if end not in self._entries:
            self._entries[end] = self._outermost(end, self._neighbours[1])
        return self._entries[end]

    def _outermost(self, group: str, neighbours: Neighbours) -> tuple[str, ...]:
        members = [member for member in self.members(group) if self._parts[member] is not Tier.ATTENDANT]
        active = [member for member in members if not self._parts[member].passive]
        if not active:
            return tuple(members) or self.members(group)
        others = set(active)
        outermost = tuple(member for member in active if others.isdisjoint(neighbours[member]))
        return outermost or tuple(active)

    @cached_property
    def _neighbours(self) -> tuple[Neighbours, Neighbours]:
        """For each component: whom it points at, and who points at it."""
        pointing: Neighbours = defaultdict(set)
        pointed_at: Neighbours = defaultdict(set)
        for connection in self._architecture.connections:
            pointing[connection.source].add(connection.target)
            pointed_at[connection.target].add(connection.source)
        return pointing, pointed_at


def _too_many() -> Problem:
    return Problem(
        message=f"The arrows between boundaries stand for more than {MOST_PAIRS:,} connections",
        hint="draw them between components",
    )
