"""The diagram while a script draws it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from whiteboard.formats.diagram import MAX_ELEMENTS, Diagram, Edge, Flow, Node, Subgraph
from whiteboard.formats.diagrams_script.classes import describe
from whiteboard.formats.diagrams_script.values import Boundary, Drawn
from whiteboard.formats.ids import Ids
from whiteboard.formats.records import clean
from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.formats.diagrams_script.values import Stroke

MAX_NOTES = 20


class Canvas:
    """Nodes, edges and clusters as they are drawn.

    Each `Diagram` is a subgraph of its own when a script draws several; of a single one only the title stays.
    """

    def __init__(self, file: str | None) -> None:
        self._file = file
        self._nodes: list[Node] = []
        self._edges: list[Edge] = []
        self._subgraphs: list[Subgraph] = []
        self._diagrams: dict[str, Boundary] = {}
        self._open: list[tuple[str, Boundary]] = []
        self._notes: dict[str, None] = {}
        self._ids = Ids()
        self._edge_ids = Ids()

    @property
    def is_empty(self) -> bool:
        """Whether neither a diagram was opened nor anything drawn."""
        return not self._diagrams and not self._nodes

    @contextmanager
    def inside(self, boundary: Boundary) -> Iterator[None]:
        """Draw inside of a diagram or a cluster."""
        self._reserve(1)
        label = _text(boundary.label)
        id_ = self._ids.new(" ".join(label.split()) or "cluster")
        if boundary.is_diagram:
            self._diagrams[id_] = boundary
        self._subgraphs.append(Subgraph(id=id_, label=label, parent=self._around()))
        self._open.append((id_, boundary))
        try:
            yield
        finally:
            self._open.pop()

    def node(self, path: str, label: str, icon: str) -> Drawn:
        """Draw a node of a class of the library."""
        self._reserve(1)
        class_ = describe(path, icon)
        label = _text(label)
        if any(boundary.names_classes for _, boundary in self._open):
            label = f"{class_.name}\n{label}".strip()
        label = label or class_.title
        id_ = self._ids.new(" ".join(label.split()) or "node")
        said = any(name.casefold() in label.casefold() for name in (class_.product, class_.technology))
        self._nodes.append(
            Node(
                id=id_,
                label=label,
                kind=class_.kind_for(label),
                shape=class_.shape,
                technology=class_.product or None,
                notes=() if said else (class_.product,),
                parent=self._around(),
            )
        )
        return Drawn(id_)

    def edge(self, source: Drawn, target: Drawn, stroke: Stroke) -> None:
        """Draw an edge, unless it only keeps things in place."""
        if not stroke.visible:
            return
        self._reserve(1)
        if stroke.reverse and not stroke.forward:
            source, target = target, source
        self._edges.append(
            Edge(
                id=self._edge_ids.new(f"{source.id}->{target.id}"),
                source=source.id,
                target=target.id,
                label=_text(stroke.label),
                direction="both"
                if stroke.forward and stroke.reverse
                else "forward"
                if stroke.forward or stroke.reverse
                else "none",
                dashed=stroke.dashed,
            )
        )

    def leave_out(self, line: int, what: str) -> None:
        """Note what of the script is not drawn."""
        if len(self._notes) < MAX_NOTES:
            self._notes[f"Not read in line {line} of the script: {what}"] = None

    def diagram(self) -> Diagram:
        """Return what was drawn. A node without a label or an edge only kept a place (`Blank`)."""
        ends = {end for edge in self._edges for end in (edge.source, edge.target)}
        drawn = Diagram(
            nodes=tuple(node for node in self._nodes if node.label or node.id in ends),
            edges=tuple(self._edges),
            subgraphs=tuple(self._subgraphs),
            notes=tuple(self._notes),
        )
        flow = next((boundary.flow for boundary in self._diagrams.values()), None)
        drawn = replace(drawn, flow=cast("Flow", flow) if flow in get_args(Flow) else None)
        return _without(drawn, *self._diagrams) if len(self._diagrams) == 1 else drawn

    def _around(self) -> str | None:
        return self._open[-1][0] if self._open else None

    def _reserve(self, count: int) -> None:
        if len(self._nodes) + len(self._edges) + len(self._subgraphs) + count > MAX_ELEMENTS:
            message = f"the script draws over {MAX_ELEMENTS:,} nodes, edges and clusters"
            raise TooLargeError(Problem(message=message, file=self._file))


def _without(diagram: Diagram, id_: str) -> Diagram:
    """Take off the subgraph around everything; its label becomes the title."""
    (whole,) = (subgraph for subgraph in diagram.subgraphs if subgraph.id == id_)
    return replace(
        diagram,
        nodes=tuple(replace(node, parent=None) if node.parent == id_ else node for node in diagram.nodes),
        subgraphs=tuple(
            replace(subgraph, parent=None) if subgraph.parent == id_ else subgraph
            for subgraph in diagram.subgraphs
            if subgraph.id != id_
        ),
        title=" ".join(whole.label.split()) or None,
    )


def _text(label: str) -> str:
    """The lines of a label, without what no board may hold."""
    lines = (" ".join(line.split()) for line in clean(label).split("\n"))
    return "\n".join(line for line in lines if line)
