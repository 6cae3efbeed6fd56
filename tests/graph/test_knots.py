from __future__ import annotations

from itertools import permutations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.graph.knots import Knots


def circles(*edges: str) -> list[str]:
    return [
        "".join(walk)
        for walk in Knots({node for edge in edges for node in edge}, [(e[0], e[1]) for e in edges]).circles()
    ]


def longest(starts: str, counted: str, *edges: str) -> str:
    nodes = {node for edge in edges for node in edge}
    return "".join(Knots(nodes, [(e[0], e[1]) for e in edges]).longest(starts, counted))


def test_no_circle() -> None:
    assert circles("ab", "bc", "ac") == []


def test_a_circle_comes_back_to_its_start() -> None:
    assert circles("ab", "bc", "ca", "cd") == ["abca"]


def test_each_knot_has_one() -> None:
    assert circles("ab", "ba", "bc", "cd", "dc") == ["aba", "cdc"]


def test_of_a_mesh_too() -> None:
    mesh = ["".join(pair) for pair in permutations("abcdefghijklmn", 2)]
    assert circles(*mesh) == ["aba"]


@given(st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")), max_size=20))
def test_a_knot_is_what_reaches_each_other(edges: list[tuple[str, str]]) -> None:
    found = [walk[0] for walk in Knots({node for edge in edges for node in edge}, edges).circles()]
    parts = nx.strongly_connected_components(nx.DiGraph(edges))
    assert found == sorted(min(part) for part in parts if len(part) > 1)


def test_the_longest_walk() -> None:
    assert longest("a", "abcd", "ab", "bc", "ac", "cd") == "abcd"


def test_only_what_counts() -> None:
    assert longest("a", "ad", "ab", "bc", "cd") == "ad"


def test_two_that_ask_each_other_count_once() -> None:
    assert len(longest("a", "abcd", "ab", "bc", "cb", "cd")) == 3


def test_a_circle_counts_back_to_its_start() -> None:
    assert longest("a", "abcd", "ab", "bc", "cd", "db") == "abcdb"
    assert longest("a", "ab", "ab", "bc", "cd", "db") == "ab"


def test_nothing_to_start_from() -> None:
    assert longest("", "ab", "ab") == ""
