from __future__ import annotations

from hypothesis import given, settings

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.formats.layout import draw
from whiteboard.reading import read

from ..diagrams import diagrams, graph


@given(diagrams())
@settings(deadline=None)
def test_a_board_reads_to_the_graph_of_its_diagram(diagram: Diagram) -> None:
    before, after = read(diagram, load_catalog()), read(scene_from_elements(draw(diagram)), load_catalog())
    assert graph(after) == graph(before)
