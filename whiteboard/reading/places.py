"""Places: what stands around each component, and what that says where its own text says little."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.catalog.values import Classification
from whiteboard.reading import words
from whiteboard.reading.kinds import STATED, Neighbours, by_place, in_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Component, Connection, Group

_MOST_BESIDE = 50
"""Neighbours of a neighbour that are looked at, so that hubs cost little."""


def place_components(
    components: Sequence[Component], connections: Sequence[Connection], catalog: Catalog, groups: Sequence[Group] = ()
) -> tuple[Component, ...]:
    """Look again at the components whose text says little, now that it is known what is around them.

    One without connections of its own has those of the group it is in.
    """
    around = _Surroundings(components, connections)
    stands_in = {member: group for group in groups for member in group.members}
    placed = []
    for component in components:
        group = stands_in.get(component.id)
        at = group.id if group and component.id not in around.connected else component.id
        title = group.label if group and words.is_of_several(group.label) else ""
        placed.append(_placed(component, around.of(at), title, catalog))
    return tuple(placed)


class _Surroundings:
    """The kinds that stand around each component or group."""

    def __init__(self, components: Sequence[Component], connections: Sequence[Connection]) -> None:
        self._kinds = {c.id: c.kind for c in components}
        self._to: defaultdict[str, list[str]] = defaultdict(list)
        self._from: defaultdict[str, list[str]] = defaultdict(list)
        self._undirected: defaultdict[str, list[str]] = defaultdict(list)
        for connection in connections:
            directed = connection.direction == "forward"
            (self._to if directed else self._undirected)[connection.source].append(connection.target)
            (self._from if directed else self._undirected)[connection.target].append(connection.source)
        self.connected = {end for connection in connections for end in (connection.source, connection.target)}

    def of(self, id_: str) -> Neighbours:
        """What stands around one."""
        beside = (other for source in self._from[id_] for other in self._to[source][:_MOST_BESIDE] if other != id_)
        return Neighbours(
            to=self._named(self._to[id_]),
            from_=self._named(self._from[id_]),
            undirected=self._named(self._undirected[id_]),
            beside=self._named(beside),
        )

    def _named(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._kinds.get(id_, "other") for id_ in ids)


def _placed(component: Component, neighbours: Neighbours, title: str, catalog: Catalog) -> Component:
    if component.reason == STATED:
        return component
    before = Classification(
        kind=component.kind,
        also=component.also,
        technology=component.technology,
        confidence=component.confidence,
        reason=component.reason,
    )
    after = by_place(in_group(before, title, catalog), neighbours, catalog)
    if after is before:
        return component
    also = tuple(kind for kind in after.also if kind != after.kind)
    return replace(component, kind=after.kind, also=also, confidence=after.confidence, reason=after.reason)
