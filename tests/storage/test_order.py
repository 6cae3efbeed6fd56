from __future__ import annotations

from itertools import pairwise

import pytest

from whiteboard.storage.order import nth_index, ordered


@pytest.mark.parametrize(
    ("position", "index"),
    [(0, "a0"), (9, "a9"), (10, "aA"), (61, "az"), (62, "b00"), (62 + 3843, "bzz"), (62 + 3844, "c000")],
)
def test_indices_are_those_of_fractional_indexing(position: int, index: str) -> None:
    assert nth_index(position) == index


def test_indices_ascend() -> None:
    assert all(a < b for a, b in pairwise(map(nth_index, range(50_000))))


def test_elements_in_order_stay_as_they_are() -> None:
    drawn = [{"id": "b", "index": "a0"}, {"id": "a", "index": "a0V"}]
    assert ordered(drawn) == drawn


@pytest.mark.parametrize("indices", [(None, None), ("a1", "a0"), ("a0", "a0"), ("a0", None), (3, 4)])
def test_elements_without_a_sound_order_get_that_of_the_file(indices: tuple[object, object]) -> None:
    drawn = [{"id": "b", "index": indices[0]}, {"id": "a", "index": indices[1]}]
    assert ordered(drawn) == [{"id": "b", "index": "a0"}, {"id": "a", "index": "a1"}]


def test_the_given_elements_are_not_touched() -> None:
    drawn = [{"id": "a"}]
    ordered(drawn)
    assert drawn == [{"id": "a"}]
