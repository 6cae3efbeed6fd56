"""A diagram whose parts are defined one by one and named in edges: `architecture-beta` and C4."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from whiteboard.formats.diagram import MAX_ELEMENTS, Diagram, Edge, Node, Subgraph
from whiteboard.formats.ids import Ids
from whiteboard.formats.mermaid.statements import MAX_PROBLEMS
from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from whiteboard.formats.mermaid.scanner import Scanner
    from whiteboard.model.architecture import Direction

_LONGEST_GUESS = 40
"""A longer id is no typing error of another."""


@dataclass(frozen=True, slots=True)
class End:
    """An id as an edge names it, with its place in the text."""

    id: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An edge whose ends may not be defined yet."""

    source: End
    target: End
    label: str = ""
    direction: Direction = "forward"


class Definitions:
    """Nodes and subgraphs by id, in the order of the document."""

    def __init__(self, scanner: Scanner) -> None:
        self._scanner = scanner
        self._nodes: dict[str, Node] = {}
        self._subgraphs: dict[str, Subgraph] = {}
        self._places: dict[str, int] = {}
        self._count = 0

    def claim(self, end: End) -> None:
        """Take an id. Raises SyntaxFault when it is taken."""
        if end.id in self._places:
            before = self._scanner.problem("", at=self._places[end.id]).line
            message = f"'{end.id}' is defined already, in line {before}"
            raise self._scanner.fault(message, "give each part an id of its own", at=end.at)
        self.reserve(1)
        self._places[end.id] = end.at

    def add_node(self, node: Node, end: End) -> None:
        """Define a node. Raises SyntaxFault when its id is taken."""
        self.claim(end)
        self._nodes[node.id] = node

    def add_subgraph(self, subgraph: Subgraph, end: End) -> None:
        """Define a subgraph. Raises SyntaxFault when its id is taken."""
        self.claim(end)
        self._subgraphs[subgraph.id] = subgraph

    def describe(self, node: Node) -> bool:
        """Let a second definition of the same node count, as C4 does; tell whether there was one before."""
        if node.id not in self._nodes:
            return False
        self._nodes[node.id] = replace(node, parent=self._nodes[node.id].parent)
        return True

    def parent_of(self, identifier: str) -> str | None:
        """The subgraph that a node or a subgraph stands in."""
        part = self._nodes.get(identifier) or self._subgraphs.get(identifier)
        return part.parent if part else None

    def is_subgraph(self, identifier: str) -> bool:
        """Tell whether an id is that of a subgraph."""
        return identifier in self._subgraphs

    def missing(self, ends: Iterable[End], *, groups: bool = False) -> list[Problem]:
        """Say of each end that names nothing, or no group where `groups` are wanted, which id may be meant."""
        known = self._subgraphs if groups else self._places
        unknown = (end for end in ends if end.id not in known)
        return [
            self._scanner.problem(
                f"'{end.id}' is no group" if groups else f"'{end.id}' is not defined", _guess(end.id, known), at=end.at
            )
            for end in islice(unknown, MAX_PROBLEMS)
        ]

    def reserve(self, count: int) -> None:
        """Count parts of the diagram. Raises TooLargeError over the limit."""
        self._count += count
        if self._count > MAX_ELEMENTS:
            message = f"the diagram has over {MAX_ELEMENTS:,} nodes, edges and subgraphs"
            raise TooLargeError(Problem(message=message, file=self._scanner.name))

    def diagram(self, lines: Iterable[Line], title: str | None) -> Diagram:
        """Return what was defined, with the lines as edges."""
        ids = Ids()
        return Diagram(
            nodes=tuple(self._nodes.values()),
            edges=tuple(_edge(line, ids) for line in lines),
            subgraphs=tuple(self._subgraphs.values()),
            title=title,
        )


def _guess(identifier: str, known: Collection[str]) -> str:
    near = get_close_matches(identifier, known, 1) if len(identifier) <= _LONGEST_GUESS else []
    return f"did you mean '{near[0]}'?" if near else "define it before it is used"


def _edge(line: Line, ids: Ids) -> Edge:
    source, target = line.source.id, line.target.id
    return Edge(
        id=ids.new(f"{source}->{target}"),
        source=source,
        target=target,
        label=line.label,
        direction=line.direction,
    )
