"""Designs: what stands on one board without hanging together, such as a first sketch and a second one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Architecture
from whiteboard.model.errors import InputError, Problem
from whiteboard.reading.geometry import box_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from whiteboard.model.architecture import Component, Connection, Group, Reading
    from whiteboard.reading.geometry import Box

    Island = tuple[str, ...]

_FEWEST = 3
"""Components of a design: what is smaller is a stray of another."""
_FEWEST_REPEATED = 2
_MOST_DESIGNS = 20


def find_designs(architecture: Architecture, boxes: Mapping[str, Box] | None = None) -> tuple[tuple[str, ...], ...]:
    """Find the designs on a board: the ids of the components of each, sorted; the largest design first.

    What arrows or groups hold together is an island. An island is a design of its own when it has clients of its own
    or shows again what a larger one shows; every other one is a stray of the nearest design, which `boxes` tell, or of
    the largest.
    """
    if not architecture.components:
        return ()
    islands = sorted(_islands(architecture), key=lambda island: (-len(island), island))
    own = _own(islands, architecture.component)
    if len(own) == 1 or len(own) > _MOST_DESIGNS:
        return (tuple(sorted(architecture.component)),)
    designs = {island: list(island) for island in own}
    around = {island: box_around(boxes[id_] for id_ in island) for island in own} if boxes else {}
    for stray in islands:
        if stray not in designs:
            designs[_nearest(stray, own, around, boxes)] += stray
    found = (tuple(sorted(design)) for design in designs.values())
    return tuple(sorted(found, key=lambda design: (-len(design), design)))


def select_design(reading: Reading, number: int) -> Reading:
    """The reading of one design alone, counted from 1; notes are kept, since they may speak of any.

    Raises InputError when there is no such design.
    """
    if not 1 <= number <= len(reading.designs):
        count = len(reading.designs)
        hint = "it has one" if count == 1 else f"it has {count}"
        raise InputError(Problem(message=f"the drawing has no design {number}", hint=hint))
    kept = frozenset(reading.designs[number - 1])
    unclear = tuple(
        u for u in reading.unclear if kept.issuperset(u.component_ids) and (u.component_ids or u.element_ids)
    )
    return replace(
        reading,
        architecture=_part(reading.architecture, kept),
        unclear=unclear,
        designs=(reading.designs[number - 1],),
    )


def _part(architecture: Architecture, kept: frozenset[str]) -> Architecture:
    groups = tuple(_groups(architecture.groups, kept))
    ends = kept | {group.id for group in groups}
    return Architecture(
        components=tuple(c for c in architecture.components if c.id in kept),
        connections=tuple(c for c in architecture.connections if {c.source, c.target} <= ends),
        groups=groups,
    )


def _groups(groups: Sequence[Group], kept: frozenset[str]) -> Iterator[Group]:
    """The groups around what is kept, directly or around other groups."""
    by_id = {group.id: group for group in groups}
    needed: set[str] = set()
    for group in groups:
        at: Group | None = group if kept.intersection(group.members) else None
        while at is not None and at.id not in needed:
            needed.add(at.id)
            at = by_id.get(at.parent or "")
    for group in groups:
        if group.id in needed:
            yield replace(group, members=tuple(member for member in group.members if member in kept))


def _islands(architecture: Architecture) -> Iterator[Island]:
    """Sets of components that connections or groups hold together, each sorted."""
    near = _links(architecture.connections, architecture.groups)
    seen: set[str] = set()
    for component in architecture.components:
        if component.id in seen:
            continue
        seen.add(component.id)
        island, ahead = [], [component.id]
        while ahead:
            at = ahead.pop()
            island.append(at)
            ahead += (fresh := near[at] - seen)
            seen |= fresh
        yield tuple(sorted(id_ for id_ in island if id_ in architecture.component))


def _links(connections: Sequence[Connection], groups: Sequence[Group]) -> defaultdict[str, set[str]]:
    near: defaultdict[str, set[str]] = defaultdict(set)
    pairs = [(connection.source, connection.target) for connection in connections]
    pairs += [(group.id, inside) for group in groups for inside in (*group.members, group.parent) if inside]
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)
    return near


def _own(islands: Sequence[Island], component: Mapping[str, Component]) -> list[Island]:
    """The islands that are designs, the largest first."""
    own = [islands[0]]
    shown = {_name(component[id_]) for id_ in islands[0]}
    for island in islands[1:]:
        names = {_name(component[id_]) for id_ in island}
        starts = any(component[id_].kind == "client" for id_ in island)
        if len(island) >= _FEWEST and (starts or len(names & shown) >= _FEWEST_REPEATED):
            own.append(island)
            shown |= names
    return own


def _name(component: Component) -> tuple[str, str]:
    return (component.kind, component.label.casefold())


def _nearest(
    stray: Island, own: Sequence[Island], around: Mapping[Island, Box], boxes: Mapping[str, Box] | None
) -> Island:
    if boxes is None:
        return own[0]
    center = box_around(boxes[id_] for id_ in stray).center
    return min(own, key=lambda island: (around[island].distance(center), island))
