"""No board, however it is wired, makes the checks' work grow faster than the board. Work is counted, not timed."""

from __future__ import annotations

from cProfile import Profile
from pstats import Stats
from typing import TYPE_CHECKING

import pytest

from benchmarks.wired import SHAPES
from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.feedback.bound_checks import bound_checks

if TYPE_CHECKING:
    from collections.abc import Callable

    from whiteboard.model.architecture import Reading


def judge(reading: Reading) -> None:
    for check in bound_checks(Board(reading, load_catalog())):
        assert check.finding().status != "error"


def calls(reading: Reading) -> int:
    """How many functions are called to judge a board by all house rules."""
    judge(reading)
    profile = Profile()
    profile.runcall(judge, reading)
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_twice_the_board_is_about_twice_the_work(shape: Callable[[int], Reading]) -> None:
    assert calls(shape(400)) < 2.5 * calls(shape(200))
