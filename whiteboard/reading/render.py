"""A reading as plain values, for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whiteboard.model.architecture import Connection, Reading


def reading_json(reading: Reading) -> dict[str, Any]:
    """The reading as a dictionary of lists and plain values, in the order of the reading."""
    architecture = reading.architecture
    return {
        "components": [asdict(component) for component in architecture.components],
        "connections": [_connection(connection) for connection in architecture.connections],
        "groups": [asdict(group) for group in architecture.groups],
        "notes": [asdict(note) for note in reading.notes],
        "unclear": [asdict(unclear) for unclear in reading.unclear],
        "designs": reading.designs,
    }


def _connection(connection: Connection) -> dict[str, Any]:
    return {
        "id": connection.id,
        "from": connection.source,
        "to": connection.target,
        "label": connection.label,
        "direction": connection.direction,
        "directed": connection.direction == "forward",
        "style": connection.style,
        "step": connection.step,
        "access": connection.access,
        "element_ids": connection.element_ids,
    }
