from __future__ import annotations

import pytest

from whiteboard.model.architecture import Reading
from whiteboard.web.designs import meant_design

TWO = Reading(designs=(("a", "b", "c"), ("x", "y", "z")))


@pytest.mark.parametrize(
    ("chosen", "number"),
    [(None, None), (("x", "y", "z"), 2), (("y", "new"), 2), (("b", "gone", "x", "c"), 1), (("gone",), None)],
)
def test_a_design_is_known_again_by_most_of_its_components(chosen: tuple[str, ...] | None, number: int | None) -> None:
    assert meant_design(TWO, chosen) == number


def test_of_one_design_the_whole_board_is_meant() -> None:
    assert meant_design(Reading(designs=(("a", "b"),)), ("a",)) is None
