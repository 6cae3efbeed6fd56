"""Making edits on a copy of a reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from whiteboard.model.architecture import Architecture, Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.model.architecture import Reading

_Part = TypeVar("_Part", Component, Connection)


def edited(reading: Reading, edits: Iterable[Edit]) -> Reading:
    """The reading as it would be with the edits made, in their order; the reading given stays as it is.

    Raises ValueError when an edit does not fit the board: what it changes or erases is not there, an end of a
    connection is not there, or what it adds is there already.
    """
    edits = tuple(edits)
    components = dict(reading.architecture.component)
    connections = dict(reading.architecture.connection)
    for edit in edits:
        _make(edit, components, connections)
    architecture = Architecture(
        components=tuple(components[id_] for id_ in sorted(components)),
        connections=tuple(connections[id_] for id_ in sorted(connections)),
        groups=reading.architecture.groups,
    )
    _refuse_loose_ends(architecture)
    return replace(reading, architecture=architecture, designs=_with_added(reading.designs, edits))


def _make(edit: Edit, components: dict[str, Component], connections: dict[str, Connection]) -> None:
    match edit:
        case AddComponent(component=component):
            _add(component, components)
        case Connect(connection=connection):
            _add(connection, connections)
        case Disconnect(connection_id=id_):
            del connections[_present(id_, connections)]
        case Reroute(connection_id=id_, source=source, target=target):
            connections[id_] = replace(connections[_present(id_, connections)], source=source, target=target)
        case Replicate(component_id=id_, replicas=replicas):
            components[id_] = replace(components[_present(id_, components)], replicas=replicas)


def _add(part: _Part, parts: dict[str, _Part]) -> None:
    if part.id in parts:
        raise ValueError(f"“{part.id}” is on the board already")
    parts[part.id] = part


def _present(id_: str, parts: dict[str, Component] | dict[str, Connection]) -> str:
    if id_ not in parts:
        raise ValueError(f"“{id_}” is not on the board")
    return id_


def _refuse_loose_ends(architecture: Architecture) -> None:
    ends = architecture.component.keys() | {group.id for group in architecture.groups}
    for connection in architecture.connections:
        if loose := {connection.source, connection.target} - ends:
            raise ValueError(f"“{connection.id}” ends at “{min(loose)}”, which is not on the board")


def _with_added(designs: tuple[tuple[str, ...], ...], edits: tuple[Edit, ...]) -> tuple[tuple[str, ...], ...]:
    """A new component belongs to the design that it is placed in."""
    for edit in edits:
        if isinstance(edit, AddComponent):
            designs = tuple((*d, edit.component.id) if not set(edit.beside).isdisjoint(d) else d for d in designs)
    return designs
