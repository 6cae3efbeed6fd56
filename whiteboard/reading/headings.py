"""Headings that sort notes: what people write over their lists in an interview (headings.yaml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.model.architecture import Heading

_LONGEST = 6
_LEAST_LETTERS_FOR_SLIPS = 8
_LEAST_ALIKE = 88.0
"""How alike a line with a slip of the pen must be to a heading, of 100: two letters in sixteen."""

_LEAST_ALIKE_WORD = 70.0

_MARKS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"^\d+ ")


@lru_cache(maxsize=4096)
def heading_of_line(line: str) -> Heading | None:
    """The heading that a line is, if it is one: a few words that say what stands below."""
    if not line or len(line.split()) > _LONGEST:
        return None
    words = _NUMBER.sub("", _folded(line))
    known = _headings().get(words)
    if known or len(words) < _LEAST_LETTERS_FOR_SLIPS:
        return known
    from rapidfuzz import fuzz, process

    match = process.extractOne(words, _headings().keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE)
    return _headings()[match[0]] if match and _is_slip(words.split(), match[0].split()) else None


def heading_of(text: str) -> Heading | None:
    """The heading that the first line of a text is, if it is one that sorts what stands below."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    heading = heading_of_line(first.strip())
    return None if heading == "other" else heading


def _is_slip(written: Sequence[str], meant: Sequence[str]) -> bool:
    """Tell whether each word is meant: "non functional" is no slip for "core functional"."""
    from rapidfuzz import fuzz

    pairs = zip(written, meant, strict=False)
    return len(written) == len(meant) and all(fuzz.ratio(a, b) >= _LEAST_ALIKE_WORD for a, b in pairs)


def _folded(line: str) -> str:
    return _MARKS.sub(" ", line.casefold()).strip()


@cache
def _headings() -> dict[str, Heading]:
    """The headings by what people write for them."""
    import yaml

    content = yaml.load(files(__package__).joinpath("headings.yaml").read_bytes(), yaml.CSafeLoader)
    return {
        _folded(phrase): heading
        for heading, by_language in content.items()
        for phrases in by_language.values()
        for phrase in phrases.split(",")
    }
