from __future__ import annotations

from whiteboard.graph.walks import explore, left_last, shortest, trace

ONWARD = {"a": ["b", "c"], "b": ["d"], "c": ["d", "a"], "d": ["e"], "e": [], "x": ["e"]}


def test_exploring_finds_everything_once_the_nearest_first() -> None:
    assert list(explore(["a"], ONWARD.__getitem__)) == ["a", "b", "c", "d", "e"]


def test_the_shortest_walk_from_any_start() -> None:
    assert shortest(["a", "x"], ONWARD.__getitem__, lambda node: node == "e") == ("x", "e")


def test_a_start_may_be_the_arrival() -> None:
    assert shortest(["a"], ONWARD.__getitem__, lambda node: node == "a") == ("a",)


def test_there_may_be_no_walk() -> None:
    assert shortest(["e"], ONWARD.__getitem__, lambda node: node == "a") is None


def test_a_walk_stops_where_it_has_arrived() -> None:
    assert shortest(["a"], ONWARD.__getitem__, lambda node: node in {"d", "e"}) == ("a", "b", "d")


def test_tracing_leads_back_to_the_start() -> None:
    assert trace("d", explore(["a"], ONWARD.__getitem__)) == ("a", "b", "d")


def test_what_lies_deeper_is_left_before() -> None:
    assert left_last(["a", "x"], ONWARD.__getitem__) == ["e", "d", "b", "c", "a", "x"]
