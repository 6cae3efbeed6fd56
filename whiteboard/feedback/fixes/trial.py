"""A board with edits made on it, and what the checks say of it: each is run when it is asked for, and once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.feedback.bound_checks import bound_checks
from whiteboard.feedback.fixes.edits import edited
from whiteboard.model.errors import TooLargeError

if TYPE_CHECKING:
    from whiteboard.checks.board import Board
    from whiteboard.checks.mending import Mend
    from whiteboard.feedback.bound_checks import BoundCheck
    from whiteboard.model.architecture import Architecture
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Scenario


class Trial:
    """A board after `edits`, before the checks of a scenario and of the house rules."""

    def __init__(self, board: Board, scenario: Scenario | None, edits: Mend = ()) -> None:
        self.edits = edits
        self.board = board
        self._scenario = scenario
        self._findings: dict[int, Finding] = {}

    @property
    def architecture(self) -> Architecture:
        """The board as a graph."""
        return self.board.reading.architecture

    @cached_property
    def checks(self) -> tuple[BoundCheck, ...]:
        """The checks in the order of the assessment."""
        return bound_checks(self.board, self._scenario)

    def finding(self, number: int) -> Finding:
        """What the check with this number says."""
        if number not in self._findings:
            self._findings[number] = self.checks[number].finding()
        return self._findings[number]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What all checks say, in their order."""
        return tuple(map(self.finding, range(len(self.checks))))

    def with_edits(self, mend: Mend) -> Trial | None:
        """A copy with more edits made; None when they do not fit this board, or make it too large."""
        from whiteboard.checks.board import Board

        try:
            board = Board(edited(self.board.reading, mend), self.board.catalog, self.board.told)
            return Trial(board, self._scenario, (*self.edits, *mend))
        except (ValueError, TooLargeError):
            return None
