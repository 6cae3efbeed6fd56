from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.storage.reconcile import changes, in_drawing_order, newer, reconcile, replay

Element = dict[str, Any]

elements = st.fixed_dictionaries(
    {"id": st.sampled_from("abcd"), "isDeleted": st.booleans()},
    optional={
        "version": st.integers(0, 3),
        "versionNonce": st.integers(0, 2),
        "index": st.sampled_from([None, "a0", "a1", "Zz"]),
        "x": st.integers(0, 1),
    },
)
drawings = st.lists(elements, max_size=8)
steady = settings(deadline=None)  # a busy machine is no finding


@steady
@given(drawings, drawings)
def test_order_of_writers_does_not_matter(ours: list[Element], theirs: list[Element]) -> None:
    assert reconcile(ours, theirs) == reconcile(theirs, ours)


@steady
@given(drawings, drawings, drawings)
def test_order_of_merges_does_not_matter(a: list[Element], b: list[Element], c: list[Element]) -> None:
    assert reconcile(reconcile(a, b), c) == reconcile(a, reconcile(b, c))


@steady
@given(drawings, drawings)
def test_merging_again_changes_nothing(ours: list[Element], theirs: list[Element]) -> None:
    once = reconcile(ours, theirs)
    assert reconcile(once, theirs) == once
    assert reconcile(once, once) == once


@steady
@given(drawings, drawings)
def test_no_element_is_lost(ours: list[Element], theirs: list[Element]) -> None:
    assert {e["id"] for e in reconcile(ours, theirs)} == {e["id"] for e in ours + theirs}


@steady
@given(drawings, drawings)
def test_changes_replayed_give_the_board(ours: list[Element], theirs: list[Element]) -> None:
    before, after = reconcile(ours, ()), reconcile(ours, theirs)
    assert replay(before, [changes(before, after)]) == after


def test_higher_version_stays() -> None:
    old, new = {"id": "a", "version": 1, "x": 9}, {"id": "a", "version": 2, "x": 0}
    assert newer(old, new) == new


def test_of_equal_versions_the_lower_nonce_stays() -> None:
    low, high = {"id": "a", "version": 2, "versionNonce": 5}, {"id": "a", "version": 2, "versionNonce": 7}
    assert newer(low, high) == low


def test_a_tombstone_is_not_undone_by_an_old_copy() -> None:
    tombstone, copy = {"id": "a", "version": 3, "isDeleted": True}, {"id": "a", "version": 2, "isDeleted": False}
    assert reconcile([tombstone], [copy]) == [tombstone]


def test_drawing_order_is_by_index_and_then_by_id() -> None:
    drawn = [{"id": "d"}, {"id": "c", "index": "a1"}, {"id": "b", "index": "a1"}, {"id": "a", "index": "a2"}]
    assert [e["id"] for e in in_drawing_order(drawn)] == ["b", "c", "a", "d"]
