"""How large texts are on the board, and where their lines break: estimated, as there are no fonts here.

The widths are those of Excalifont, the hand-drawn font of the board, rounded up by class of character.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_HEIGHT = 1.25

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}` \"")
_BROAD = frozenset("mwMWQ@%&")
_WIDTHS = {"narrow": 0.36, "broad": 0.86, "capital": 0.68, "full": 1.05, "other": 0.56}


class Lines(NamedTuple):
    """A text broken into lines, and its size in scene units."""

    text: str
    width: float
    height: float


def laid_out(text: str, font_size: float, max_width: float | None = None) -> Lines:
    """Break a text so that no line is wider than `max_width`; between words, and inside one that is wider itself."""
    lines = [line for typed in text.split("\n") for line in _broken(typed, font_size, max_width)]
    width = max(width_of(line, font_size) for line in lines)
    return Lines("\n".join(lines), width, len(lines) * font_size * LINE_HEIGHT)


def width_of(line: str, font_size: float) -> float:
    """How wide a line is, about."""
    return font_size * sum(map(_width, line))


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    if character in _NARROW:
        return _WIDTHS["narrow"]
    if character in _BROAD:
        return _WIDTHS["broad"]
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDTHS["full"]
    return _WIDTHS["capital" if character.isupper() else "other"]


def _broken(line: str, font_size: float, max_width: float | None) -> Iterator[str]:
    if max_width is None or width_of(line, font_size) <= max_width:
        yield line
        return
    space = width_of(" ", font_size)
    row, taken = "", 0.0
    pieces = (piece for word in line.split() for piece in _pieces(word, font_size, max_width))
    for word in pieces:
        width = width_of(word, font_size)
        if row and taken + space + width > max_width:
            yield row
            row, taken = "", 0.0
        row, taken = (f"{row} {word}", taken + space + width) if row else (word, width)
    yield row


def _pieces(word: str, font_size: float, max_width: float) -> Iterator[str]:
    """Cut a word that is wider than a line."""
    if width_of(word, font_size) <= max_width:
        yield word
        return
    piece, taken = "", 0.0
    for character in word:
        width = width_of(character, font_size)
        if piece and taken + width > max_width:
            yield piece
            piece, taken = "", 0.0
        piece, taken = piece + character, taken + width
    yield piece
