"""Excalidraw's fractional indices: strings whose order is the order of drawing."""

from __future__ import annotations

from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase, digits
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.storage.records import Element

DIGITS = digits + ascii_uppercase + ascii_lowercase
"""In ASCII order, which is the order indices are compared in."""


def ordered(elements: Sequence[Element]) -> list[Element]:
    """Return the elements with indices that say their order, as a file of an older Excalidraw lacks them.

    When every index is there and they ascend, nothing changes; else all are numbered anew.
    """
    indices = [element.get("index") for element in elements]
    if all(isinstance(index, str) for index in indices) and all(a < b for a, b in pairwise(indices)):  # type: ignore[operator]
        return list(elements)
    return [{**element, "index": nth_index(position)} for position, element in enumerate(elements)]


def nth_index(position: int) -> str:
    """Return the index of a position from 0: `a0` … `az`, `b00` … `bzz`, `c000`, and on.

    The first letter says how many digits follow, so longer numbers sort after shorter ones
    (the scheme of the `fractional-indexing` package, which Excalidraw reads them with).
    """
    base, length = len(DIGITS), 1
    while position >= base**length:
        position -= base**length
        length += 1
    number = "".join(DIGITS[position // base**place % base] for place in reversed(range(length)))
    return ascii_lowercase[length - 1] + number
