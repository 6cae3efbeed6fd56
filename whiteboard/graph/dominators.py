"""What every way from one place to another must pass: the dominators of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import networkx as nx

N = TypeVar("N")


def dominators(root: N, onward: Callable[[N], Iterable[N]]) -> dict[N, N]:
    """The immediate dominator of each node that `root` reaches, except of `root` itself.

    What `networkx.immediate_dominators` says of the root differs between its releases, so the root is left out.
    """
    import networkx as nx

    found: dict[N, N] = nx.immediate_dominators(_reached(root, onward), root)
    return {node: above for node, above in found.items() if node != root}


def _reached(root: N, onward: Callable[[N], Iterable[N]]) -> nx.DiGraph[N]:
    """The tier of the graph that `root` reaches."""
    import networkx as nx

    graph: nx.DiGraph[N] = nx.DiGraph()
    graph.add_node(root)
    waiting = [root]
    while waiting:
        node = waiting.pop()
        targets = list(onward(node))
        waiting += [target for target in targets if target not in graph]
        graph.add_edges_from((node, target) for target in targets)
    return graph
