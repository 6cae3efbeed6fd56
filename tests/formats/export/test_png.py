from __future__ import annotations

import struct

import pytest
from drawing import box, shape

from whiteboard.formats.export.png import MAX_SIDE, png_of
from whiteboard.model.errors import TooLargeError


def size(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


def test_a_board_is_painted_twice_as_large() -> None:
    assert size(png_of(box("a", "Web app", 0, 0, 100, 50))) == (328, 228)


def test_a_large_board_is_painted_smaller() -> None:
    assert max(size(png_of([shape("a", 0, 0, 20_000, 50)]))) <= MAX_SIDE


def test_a_board_too_far_spread_out_is_refused() -> None:
    with pytest.raises(TooLargeError, match="too far"):
        png_of([shape("a", 0, 0, 900_000_000, 50)])
