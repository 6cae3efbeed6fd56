from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.graph.dominators import dominators

NODE = st.integers(0, 8)


@settings(deadline=None)
@given(st.lists(st.tuples(NODE, NODE), max_size=30))
def test_agrees_with_networkx(edges: list[tuple[int, int]]) -> None:
    graph = nx.DiGraph(edges)
    graph.add_node(0)
    expected = {node: above for node, above in nx.immediate_dominators(graph, 0).items() if node != 0}
    assert dominators(0, graph.successors) == expected


def test_a_long_ladder_takes_no_recursion() -> None:
    ladder = {("a", i): [("a", i + 1), ("b", i)] for i in range(5000)} | {("b", i): [("b", i + 1)] for i in range(5000)}
    found = dominators(("a", 0), lambda node: ladder.get(node, []))
    assert found["b", 4999] == ("a", 0)
