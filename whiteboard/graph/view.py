"""One way to look at the architecture: a directed graph whose edges know the connections that draw them.

Plain dictionaries, which keep the order that things were drawn in and cost nothing to import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Edge = tuple[str, str]


class View:
    """A directed graph over component ids, in the order its edges were given."""

    def __init__(self, nodes: Iterable[str], edges: Iterable[tuple[str, str, str]]) -> None:
        """Take all nodes and the edges as (from, to, connection id); an edge may come several times."""
        self._onward: dict[str, dict[str, tuple[str, ...]]] = {node: {} for node in nodes}
        self._back: dict[str, dict[str, None]] = {node: {} for node in self._onward}
        for source, target, connection in edges:
            drawn = self._onward[source].get(target, ())
            if connection not in drawn:
                self._onward[source][target] = (*drawn, connection)
            self._back[target][source] = None

    def __iter__(self) -> Iterator[str]:
        return iter(self._onward)

    def onward(self, node: str) -> Iterable[str]:
        """Where the edges out of a node lead."""
        return self._onward[node]

    def back(self, node: str) -> Iterable[str]:
        """Where the edges into a node come from."""
        return self._back[node]

    def has(self, source: str, target: str) -> bool:
        """Whether there is an edge from one to the other."""
        return target in self._onward[source]

    def drawn_by(self, source: str, target: str) -> tuple[str, ...]:
        """The connections that draw an edge; none when there is no such edge."""
        return self._onward[source].get(target, ())

    def edges(self) -> Iterator[Edge]:
        """All edges."""
        return ((source, target) for source, targets in self._onward.items() for target in targets)
