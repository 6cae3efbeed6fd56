from __future__ import annotations

from hypothesis import given, settings

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.excalidraw import load_scene
from whiteboard.formats.export.excalidraw import excalidraw_of
from whiteboard.formats.layout import draw
from whiteboard.reading import read

from ..diagrams import diagrams, graph


@given(diagrams())
@settings(deadline=None, max_examples=30)
def test_what_is_written_reads_to_the_same_graph(diagram: Diagram) -> None:
    after = read(load_scene(excalidraw_of(draw(diagram)).encode()), load_catalog())
    assert graph(after) == graph(read(diagram, load_catalog()))


def test_deleted_elements_are_left_out() -> None:
    there = {"id": "a", "type": "rectangle", "x": 0, "y": 0}
    scene = load_scene(excalidraw_of([there, {"id": "b", "isDeleted": True}]).encode())
    assert [element.id for element in scene.elements] == ["a"]
