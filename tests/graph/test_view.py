from __future__ import annotations

from whiteboard.graph.view import View

VIEW = View(["a", "b", "c"], [("a", "b", "one"), ("a", "b", "two"), ("a", "b", "one"), ("b", "c", "three")])


def test_edges_know_what_draws_them_once() -> None:
    assert VIEW.drawn_by("a", "b") == ("one", "two")
    assert VIEW.drawn_by("b", "a") == ()


def test_edges_lead_onward_and_back() -> None:
    assert list(VIEW.onward("a")) == ["b"]
    assert list(VIEW.back("c")) == ["b"]
    assert list(VIEW.onward("c")) == []


def test_nodes_and_edges_keep_their_order() -> None:
    assert list(VIEW) == ["a", "b", "c"]
    assert list(VIEW.edges()) == [("a", "b"), ("b", "c")]
    assert VIEW.has("a", "b")
    assert not VIEW.has("a", "c")
