"""Notes listed below a label, in one text: how a drawing shows what its file keeps apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = "- "


def notes_to_list(notes: Iterable[str]) -> tuple[str, ...]:
    """The notes on a line each, without those that are empty."""
    lines = (" ".join(note.split()) for note in notes)
    return tuple(line for line in lines if line)


def with_listed(label: str, notes: Iterable[str]) -> str:
    """A label with notes below, each on a line with a dash."""
    return "\n".join([*([label] if label else []), *(f"{_MARK}{note}" for note in notes_to_list(notes))])


def split_listed(text: str, count: int) -> tuple[str, tuple[str, ...]]:
    """The label and the notes of a text that lists so many of them below, or less where somebody took some away."""
    lines = text.split("\n")
    first = len(lines)
    while first > 0 and len(lines) - first < count and lines[first - 1].startswith(_MARK):
        first -= 1
    return "\n".join(lines[:first]), tuple(line.removeprefix(_MARK) for line in lines[first:])
