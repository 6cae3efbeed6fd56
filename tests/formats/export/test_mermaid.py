from __future__ import annotations

from hypothesis import given, settings

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.export.mermaid import mermaid_of
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.reading import read

from ..diagrams import diagrams, graph


@given(diagrams())
@settings(deadline=None)
def test_what_is_written_reads_to_the_same_graph(diagram: Diagram) -> None:
    before = read(diagram, load_catalog())
    after = read(load_mermaid(mermaid_of(before)), load_catalog())
    assert graph(after) == graph(before)
