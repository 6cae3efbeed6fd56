"""The score of an assessment as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.checks import wording
from whiteboard.feedback.axes import axis_title
from whiteboard.model.assessment import Band

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.model.assessment import AxisScore, Score


def verdict(score: Score) -> str:
    """The score over all, in a few words."""
    if not score.possible:
        return "nothing on the board can be judged yet"
    if score.band is Band.NOT_ASSESSED:
        return f"{score.earned} of the {score.possible} points that the drawing decides"
    return f"{wording.plain(score.band)}, {score.because.removesuffix('.')}"


def by_axis(score: Score) -> list[str]:
    """The axes with their bands and where those come from, below a heading; nothing for an empty board."""
    return ["By axis", *(_line(axis) for axis in score.axes)] if score.possible else []


def _line(axis: AxisScore) -> str:
    return f"  {axis_title(axis.axis):<18} {wording.plain(axis.band):<13} {' '.join(_reasons(axis))}"


def _reasons(axis: AxisScore) -> Iterator[str]:
    yield axis.because
    counts = ((axis.not_shown, "not shown"), (axis.disputed, "disputed"))
    said = [f"{number} {word}" for number, word in counts if number]
    if said:
        yield f"({', '.join(said)})"
