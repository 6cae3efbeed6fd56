"""The score of an assessment as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.checks import wording
from whiteboard.feedback.axes import axis_title
from whiteboard.feedback.render.layout import Line
from whiteboard.model.assessment import Band

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.model.assessment import AxisScore, Score

_STYLES = {Band.STRONG: "green", Band.SOLID: "green", Band.MIXED: "yellow", Band.WEAK: "red"}


def verdict(score: Score) -> str:
    """The score over all, in a few words."""
    if not score.possible:
        return "nothing on the board can be judged yet"
    if score.band is Band.NOT_ASSESSED:
        return f"{score.earned} of the {score.possible} points that the drawing decides"
    because = score.because[:1].lower() + score.because[1:].removesuffix(".")
    return f"{wording.plain(score.band)}, {because}"


def by_axis(score: Score) -> Iterator[Line]:
    """The axes that were judged, with their bands and where those come from; then those that were not, together.

    Nothing for an empty board.
    """
    if not score.possible:
        return
    judged = [axis for axis in score.axes if axis.band is not Band.NOT_ASSESSED]
    left = [axis_title(axis.axis) for axis in score.axes if axis not in judged]
    for axis in judged:
        lead = f"  {axis_title(axis.axis):<18} {wording.plain(axis.band):<7} "
        yield Line(" ".join(_reasons(axis)), lead, _STYLES[axis.band])
    if left:
        yield Line(f"{wording.listed(left)}: too little is drawn to tell, or only a person can judge it.", "  ")


def _reasons(axis: AxisScore) -> Iterator[str]:
    yield axis.because
    counts = ((axis.not_shown, "not shown"), (axis.disputed, "disputed"))
    said = [f"{number} {word}" for number, word in counts if number]
    if said:
        yield f"({', '.join(said)})"
