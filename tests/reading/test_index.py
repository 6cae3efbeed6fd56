from __future__ import annotations

import pytest

from whiteboard.model.errors import TooLargeError
from whiteboard.reading.geometry import Box
from whiteboard.reading.index import BoxIndex


def test_what_overlaps_or_is_within_the_margin_is_near() -> None:
    index = BoxIndex([Box(0, 0, 10, 10), Box(12, 0, 20, 10), Box(50, 0, 60, 10)])
    assert index.near([Box(5, 5, 6, 6), Box(9, 0, 10, 1)], 3) == [[0], [0, 1]]


def test_an_empty_index_has_nothing_near() -> None:
    assert BoxIndex([]).near([Box(0, 0, 1, 1)]) == [[]]


def test_too_many_pairs_are_refused() -> None:
    boxes = [Box(0, 0, 10, 10)] * 1000
    with pytest.raises(TooLargeError, match="on top of each other"):
        BoxIndex(boxes).near(boxes)
