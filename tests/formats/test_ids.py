from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whiteboard.formats.ids import Ids


def test_a_taken_id_gets_a_number() -> None:
    ids = Ids()
    assert [ids.new(i) for i in ("a", "a", "a#2", "a", "b")] == ["a", "a#2", "a#2#2", "a#3", "b"]


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "a#2#2"])))
def test_each_id_comes_once(wanted: list[str]) -> None:
    ids = Ids()
    assert len({ids.new(i) for i in wanted}) == len(wanted)
