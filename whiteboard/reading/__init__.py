"""From a drawing to a reading: figures, connectors, groups, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog
    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.excalidraw import Scene
    from whiteboard.model.architecture import Reading


def read(drawing: Scene | Diagram, catalog: Catalog) -> Reading:
    """Understand a drawing: a scene by its geometry, a diagram by its nodes and edges."""
    from whiteboard.formats.diagram import Diagram

    if isinstance(drawing, Diagram):
        from whiteboard.reading.diagram import read_diagram

        return read_diagram(drawing, catalog)
    from whiteboard.reading.scene import read_scene

    return read_scene(drawing, catalog)
