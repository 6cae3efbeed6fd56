"""Which of the designs on a board is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.errors import InputError, Problem
from whiteboard.reading.designs import select_design

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.model.architecture import Reading


def meant_design(reading: Reading, chosen: Sequence[str] | None) -> int | None:
    """The number of the design that was chosen by its components, counted from 1; None for the whole board.

    People go on drawing, so it is the one that has most of those components now. Where a board no longer shows several
    designs, or nothing of the chosen one, the whole board is meant.
    """
    if not chosen or len(reading.designs) < len("ab"):
        return None
    wanted = frozenset(chosen)
    shared = [len(wanted.intersection(design)) for design in reading.designs]
    return shared.index(max(shared)) + 1 if any(shared) else None


def one_design(reading: Reading, number: int | None) -> Reading:
    """The reading of one design, or of the whole board. Raises InputError, at `design`, when there is none such."""
    if number is None:
        return reading
    try:
        return select_design(reading, number)
    except InputError as error:
        raise InputError(
            Problem(message=problem.message, where="design", hint=problem.hint) for problem in error.problems
        ) from None


def is_about(components: Sequence[str], design: Reading, board: Reading) -> bool:
    """Whether what a person said of components is about a design: not when all that is left of them is in others."""
    drawn = {component.id for component in board.architecture.components}.intersection(components)
    return not drawn or not drawn.isdisjoint(component.id for component in design.architecture.components)
