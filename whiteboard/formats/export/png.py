"""A board as a PNG picture: its SVG, painted by resvg."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from whiteboard.formats.export.svg import svg_of
from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_SIDE = 5_000
"""Pixels; a larger board is painted smaller."""

_SCALE = 2.0
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')


def png_of(elements: Sequence[Mapping[str, Any]], files: Mapping[str, Mapping[str, Any]] | None = None) -> bytes:
    """Paint the elements of a board, twice as large as they are.

    Raises InputError for elements that are none, TooLargeError when they are too far apart for a picture.
    """
    import resvg_py

    svg = svg_of(elements, files)
    size = _SIZE.search(svg)
    longest = max(map(float, size.groups())) if size else 1.0
    zoom = min(_SCALE, MAX_SIDE / longest)
    try:
        painted: bytes = resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, dpi=96, sans_serif_family="DejaVu Sans")
    except ValueError as error:
        raise TooLargeError(Problem(message="the board is too far spread out for a picture")) from error
    return bytes(painted)
