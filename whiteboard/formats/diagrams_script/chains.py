"""`a >> Edge(…) >> [b, c]`: what the operators of the library draw, and what they return."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.formats.diagrams_script.values import Drawn, Stroke, drawables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.diagrams_script.budget import Budget
    from whiteboard.formats.diagrams_script.canvas import Canvas
    from whiteboard.formats.diagrams_script.values import Value

OPERATORS = {"RShift": ">>", "LShift": "<<", "Sub": "-"}


class Chains:
    """Connects what a script chains."""

    def __init__(self, canvas: Canvas, budget: Budget) -> None:
        self._canvas = canvas
        self._budget = budget

    def joins(self, *operands: Value) -> bool:
        """Tell whether an operator between these draws, as it does as soon as one of them is a node or an edge."""
        return any(isinstance(part, Drawn | Stroke) for value in operands for part in drawables(value, self._budget))

    def unknown(self, *operands: Value) -> bool:
        """Tell whether something else stands between the nodes."""
        return not all(
            isinstance(part, Drawn | Stroke) for value in operands for part in drawables(value, self._budget)
        )

    def join(self, left: Value, operator: str, right: Value) -> Value:
        """Draw the edges from each on the left to each on the right; return what the next operator goes on with."""
        starts = [part for part in drawables(left, self._budget) if isinstance(part, Drawn | Stroke)]
        if isinstance(right, Stroke):
            return _begun(starts, operator, right)
        ends = tuple(part for part in drawables(right, self._budget) if isinstance(part, Drawn))
        waiting = next((part for part in starts if isinstance(part, Stroke) and not part.starts), None)
        if waiting:
            return replace(_headed(waiting, operator), starts=ends)
        for start in starts:
            stroke = start if isinstance(start, Stroke) else Stroke(starts=(start,))
            self.draw(_headed(stroke, operator), ends)
        return right

    def draw(self, stroke: Stroke, ends: Sequence[Drawn]) -> None:
        """Draw a stroke from all its starts to all these ends."""
        self._budget.spend(len(stroke.starts) * len(ends))
        for source in stroke.starts:
            for target in ends:
                self._canvas.edge(source, target, stroke)


def _begun(starts: Sequence[Drawn | Stroke], operator: str, stroke: Stroke) -> Stroke:
    """A stroke chained to what is on its left; two strokes in a row are one."""
    nodes = [node for part in starts for node in (part.starts if isinstance(part, Stroke) else (part,))]
    before = [part for part in starts if isinstance(part, Stroke)]
    return replace(
        _headed(stroke, operator),
        starts=tuple(nodes),
        forward=stroke.forward or operator == ">>" or any(part.forward for part in before),
        reverse=stroke.reverse or operator == "<<" or any(part.reverse for part in before),
    )


def _headed(stroke: Stroke, operator: str) -> Stroke:
    return replace(stroke, forward=stroke.forward or operator == ">>", reverse=stroke.reverse or operator == "<<")
