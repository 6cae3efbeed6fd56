"""The diagram of a Mermaid document while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from whiteboard.formats.diagram import MAX_ELEMENTS, Diagram, Edge, Node, Subgraph
from whiteboard.formats.ids import Ids
from whiteboard.formats.mermaid.label import plain_text
from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Flow
    from whiteboard.formats.mermaid.links import Link


@dataclass(kw_only=True)
class Drawing:
    """Nodes, edges and subgraphs as they are met.

    As in Mermaid, a node belongs to the subgraph that closes first of those that mention it, and an id that names
    both a node and a subgraph means the subgraph, wherever it stands.
    """

    name: str | None = None
    title: str | None = None
    flow: Flow | None = None
    _nodes: dict[str, Node] = field(default_factory=dict)
    _edges: dict[str, Edge] = field(default_factory=dict)
    _subgraphs: dict[str, Subgraph] = field(default_factory=dict)
    _open: list[tuple[str, list[str]]] = field(default_factory=list)
    _parents: dict[str, str] = field(default_factory=dict)
    _ids: Ids = field(default_factory=Ids)

    def mention(self, identifier: str, label: str | None, shape: str | None) -> None:
        """Note that a node stands here; the label and the shape given last count."""
        if identifier in self._edges:  # `e1@{ animate: true }` is about an edge
            return
        node = self._nodes.get(identifier) or self._new_node(identifier)
        if label is not None:
            node = replace(node, label=label)
        self._nodes[identifier] = replace(node, shape=shape) if shape else node
        if self._open:
            self._open[-1][1].append(identifier)

    def connect(self, sources: list[str], targets: list[str], link: Link) -> None:
        """Draw an edge from each source to each target."""
        if not link.visible:
            return
        self._reserve(len(sources) * len(targets))
        for source in sources:
            for target in targets:
                ends = (target, source) if link.swapped else (source, target)
                self._connect(*ends, link)

    def open_subgraph(self, identifier: str, label: str) -> None:
        """Enter a subgraph. Without an id it gets one that no document can name."""
        self._reserve(1)
        identifier = identifier or f"subgraph {len(self._subgraphs) + 1}"
        parent = self._open[-1][0] if self._open else None
        self._subgraphs.setdefault(identifier, Subgraph(id=identifier, label=label, parent=parent))
        self._open.append((identifier, []))

    def close_subgraph(self) -> None:
        """Leave the subgraph entered last."""
        identifier, mentioned = self._open.pop()
        for node in mentioned:
            self._parents.setdefault(node, identifier)

    def diagram(self) -> Diagram:
        """Return what was drawn."""
        nodes = (n for n in self._nodes.values() if n.id not in self._subgraphs)
        return Diagram(
            nodes=tuple(replace(n, parent=self._parents.get(n.id)) for n in nodes),
            edges=tuple(self._edges.values()),
            subgraphs=tuple(self._subgraphs.values()),
            title=self.title,
            flow=self.flow,
        )

    def _new_node(self, identifier: str) -> Node:
        self._reserve(1)
        return Node(id=identifier, label=plain_text(identifier))

    def _connect(self, source: str, target: str, link: Link) -> None:
        identifier = self._ids.new(link.id or f"{source}->{target}")
        self._edges[identifier] = Edge(
            id=identifier,
            source=source,
            target=target,
            label=plain_text(link.label),
            direction=link.direction,
            dashed=link.dashed,
        )

    def _reserve(self, count: int) -> None:
        if len(self._nodes) + len(self._edges) + len(self._subgraphs) + count > MAX_ELEMENTS:
            message = f"the diagram has over {MAX_ELEMENTS:,} nodes, edges and subgraphs"
            raise TooLargeError(Problem(message=message, file=self.name))
