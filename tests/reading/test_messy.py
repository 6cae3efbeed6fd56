"""Boards drawn by many hands read to what was meant."""

from __future__ import annotations

from drawing import edges, labels, read
from hypothesis import given, note

from reading.messy import Drawing, drawings, unordered


@given(drawings())
def test_however_it_is_drawn_it_reads_as_it_is_meant(drawing: Drawing) -> None:
    note(drawing.hand)
    reading = read(drawing.elements)
    assert labels(reading) == sorted(drawing.plan.boxes)
    assert unordered(edges(reading)) == unordered(drawing.plan.arrows)
