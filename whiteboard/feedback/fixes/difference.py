"""The edits that lead from one board to another, without detours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.model.architecture import Architecture


def difference(before: Architecture, after: Architecture, made: Iterable[Edit]) -> tuple[Edit, ...]:
    """What is left of the edits `made` that led from one to the other: what one of them undid is gone, and what
    several did to one connection is one edit. New components come first, then arrows, then copies.
    """
    added = (edit for edit in made if isinstance(edit, AddComponent))
    return (*added, *_connections(before, after), *_copies(before, after))


def _connections(before: Architecture, after: Architecture) -> Iterator[Edit]:
    """Moved ones first: they are the ones that the candidate looks at."""
    for connection in after.connections:
        old = before.connection.get(connection.id)
        if old is not None and (old.source, old.target) != (connection.source, connection.target):
            yield Reroute(connection_id=connection.id, source=connection.source, target=connection.target)
    for connection in after.connections:
        if connection.id not in before.connection:
            yield Connect(connection=connection)
    for connection in before.connections:
        if connection.id not in after.connection:
            yield Disconnect(connection_id=connection.id)


def _copies(before: Architecture, after: Architecture) -> Iterator[Edit]:
    for component in after.components:
        old = before.component.get(component.id)
        if old is not None and component.replicas is not None and old.replicas != component.replicas:
            yield Replicate(component_id=component.id, replicas=component.replicas)
