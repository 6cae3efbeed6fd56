from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.graph.dominators import dominators

NODE = st.integers(0, 6)
Edges = list[tuple[int, int]]


def reached(edges: Edges, without: int | None = None) -> set[int]:
    """What 0 reaches when a node is taken out."""
    found, waiting = {0}, [0]
    while waiting:
        node = waiting.pop()
        new = {target for source, target in edges if source == node and target != without} - found
        found |= new
        waiting += new
    return found


@settings(deadline=None)
@given(st.lists(st.tuples(NODE, NODE), max_size=20))
def test_taking_a_dominator_out_cuts_off_what_it_dominates(edges: Edges) -> None:
    found = dominators(0, lambda node: [target for source, target in edges if source == node])
    assert set(found) == reached(edges) - {0}
    for node, above in found.items():
        assert above == 0 or node not in reached(edges, without=above)


@given(st.lists(st.tuples(NODE, NODE), max_size=20))
def test_the_nearest_one_is_meant(edges: Edges) -> None:
    graph = nx.DiGraph([(0, 0), *((source, target) for source, target in edges if source in reached(edges))])
    expected = {node: above for node, above in nx.immediate_dominators(graph, 0).items() if node != 0}
    assert dominators(0, lambda node: [target for source, target in edges if source == node]) == expected


def test_two_ways_leave_only_the_start() -> None:
    ways = {0: [1, 2], 1: [3], 2: [3], 3: [4]}
    assert dominators(0, lambda node: ways.get(node, [])) == {1: 0, 2: 0, 3: 0, 4: 3}


def test_a_long_ladder_takes_no_recursion() -> None:
    ladder = {("a", i): [("a", i + 1), ("b", i)] for i in range(5000)} | {("b", i): [("b", i + 1)] for i in range(5000)}
    found = dominators(("a", 0), lambda node: ladder.get(node, []))
    assert found["b", 4999] == ("a", 0)
