"""A diagram as a board: boxes in layers, boundaries around them, arrows from border to border, notes beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast, get_args

from whiteboard.formats import elements as board
from whiteboard.formats.elements import Area, Arrow, Element, Frame, Shape, Text
from whiteboard.formats.elements.things import LABEL_SIZE
from whiteboard.formats.graphviz import GraphvizError
from whiteboard.formats.ids import Ids
from whiteboard.formats.layout.blocks import place_in_blocks
from whiteboard.formats.layout.dot import place_in_layers
from whiteboard.formats.layout.plan import Boundary, Box, Link, Plan, Size
from whiteboard.formats.listed import notes_to_list, with_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.formats.diagram import Diagram, Edge, Node, Subgraph
    from whiteboard.formats.listed import notes_to_list, with_listed
from whiteboard.formats.layout.plan import Places

MAX_BOXES = 1_000
MAX_LINKS = 1_500
"""A drawing with more than either is laid out simply: Graphviz would take seconds."""

_LONGEST_ID = 100
_LEAST = Size(144.0, 72.0)
_LABEL_WIDTH = 200.0
_ROOM = 24.0
"""Around a label inside of its box."""
_CONNECTION_LABEL = 14.0
_CONNECTION_LABEL_WIDTH = 160.0
_NOTE_WIDTH = 360.0
_NOTE_GAP = 24.0
_BESIDE = 96.0
_TITLE_SIZE = 28.0
_ABOVE = 96.0
_ROUND = {"circle": "ellipse", "double_circle": "ellipse"}
_DASHED = frozenset({"async", "replication"})


def draw(diagram: Diagram) -> tuple[Element, ...]:
    """Draw a diagram as complete Excalidraw elements. It never fails: what Graphviz cannot place is placed simply."""
    sheet = _Sheet(diagram)
    places = _places(sheet.plan)
    return tuple(_finished(element, sheet, places) for element in board.elements_of(sheet.things(places)))


def _places(plan: Plan) -> Places:
    if len(plan.boxes) <= MAX_BOXES and len(plan.links) <= MAX_LINKS:
        try:
            return place_in_layers(plan)
        except GraphvizError:
            pass
    return place_in_blocks(plan)


@dataclass(frozen=True)
class _Sheet:
    """A diagram with what each part of it becomes on the board."""

    diagram: Diagram

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """The nodes by the keys of their boxes; an empty subgraph is a node without a shape."""
        from whiteboard.formats.diagram import Node

        empty = (s for s in self.diagram.subgraphs if s.id not in self._parents)
        nodes = [*self.diagram.nodes, *(Node(id=s.id, label=s.label, parent=s.parent) for s in empty)]
        return {f"n{number}": node for number, node in enumerate(nodes)}

    @cached_property
    def subgraphs(self) -> dict[str, Subgraph]:
        """The subgraphs with something inside, by the keys of their boundaries, the outer ones first."""
        filled = {s.id: s for s in self.diagram.subgraphs if s.id in self._parents}
        depths: dict[str, int] = {}
        for id_ in filled:
            way = [id_]
            while way[-1] not in depths and (parent := filled[way[-1]].parent) is not None:
                way.append(parent)
            depths.setdefault(way[-1], 0)
            depths.update({inner: depths[way[-1]] + up for up, inner in enumerate(reversed(way))})
        ordered = sorted(filled.values(), key=lambda s: depths[s.id])
        return {f"cluster_{number}": subgraph for number, subgraph in enumerate(ordered)}

    @cached_property
    def edges(self) -> dict[str, Edge]:
        """The edges by the keys of their links."""
        return {f"e{number}": edge for number, edge in enumerate(self.diagram.edges)}

    @cached_property
    def keys(self) -> dict[str, str]:
        """The key of each node and subgraph by its id in the diagram."""
        return {node.id: key for key, node in self.nodes.items()} | {s.id: key for key, s in self.subgraphs.items()}

    @cached_property
    def ids(self) -> dict[str, str]:
        """The id on the board for each key: that of the diagram, unless it is taken or nothing for a board."""
        ids = Ids()
        parts: tuple[dict[str, Node] | dict[str, Subgraph] | dict[str, Edge], ...]
        parts = (self.nodes, self.subgraphs, self.edges)
        wanted = {key: thing.id for part in parts for key, thing in part.items()}
        return {key: ids.new(id_ if _is_sound(id_) else key) for key, id_ in wanted.items()}

    @cached_property
    def links(self) -> dict[str, str]:
        """The key of each edge by its id on the board."""
        return {self.ids[key]: key for key in self.edges}

    @cached_property
    def boxes(self) -> dict[str, Node]:
        """The nodes by their ids on the board."""
        return {self.ids[key]: node for key, node in self.nodes.items()}

    @cached_property
    def plan(self) -> Plan:
        """What is to be placed."""
        keys = self.keys
        return Plan(
            boxes=tuple(
                Box(key, _size(node), _outline(node), keys[node.parent] if node.parent else None)
                for key, node in self.nodes.items()
            ),
            boundaries=tuple(Boundary(key, keys[s.parent] if s.parent else None) for key, s in self.subgraphs.items()),
            links=tuple(
                Link(key, keys[edge.source], keys[edge.target], _label_size(edge))
                for key, edge in self.edges.items()
                if edge.source != edge.target
            ),
            flow=self.diagram.flow or "LR",
        )

    def things(self, places: Places) -> Iterator[board.Thing]:
        """Everything on the board."""
        for key, subgraph in self.subgraphs.items():
            yield Frame(id=self.ids[key], label=_one_line(subgraph.label), area=places.areas[key])
        for key, node in self.nodes.items():
            yield board.Box(
                id=self.ids[key],
                label=_label(node),
                area=places.areas[key],
                shape=_shape(node),
                kind=node.kind,
                replicas=node.replicas,
                frame=self.ids[self.keys[node.parent]] if node.parent else None,
            )
        for key, edge in self.edges.items():
            yield self._arrow(key, edge, places)
        yield from self._texts(places)

    def _arrow(self, key: str, edge: Edge, places: Places) -> Arrow:
        return Arrow(
            id=self.ids[key],
            source=self.ids[self.keys[edge.source]],
            target=self.ids[self.keys[edge.target]],
            via=places.ways.get(key, ()),
            label=edge.label,
            direction=edge.direction,
            dashed=edge.dashed or edge.style in _DASHED,
        )

    def _texts(self, places: Places) -> Iterator[Text]:
        """The title above, and the notes one below the other at the right."""
        from whiteboard.formats.elements.lettering import laid_out

        whole = board.around(places.areas.values()) if places.areas else Area(0, 0, 0, 0)
        if self.diagram.title:
            y = whole.y - _ABOVE
            yield Text(id="title of the diagram", text=self.diagram.title, x=whole.x, y=y, font_size=_TITLE_SIZE)
        x, y = whole.x + whole.width + _BESIDE, whole.y
        for number, note in enumerate(self.diagram.notes, 1):
            yield Text(id=f"note {number} of the diagram", text=note, x=x, y=y, width=_NOTE_WIDTH)
            y += laid_out(note, LABEL_SIZE, _NOTE_WIDTH).height + _NOTE_GAP

    @cached_property
    def _parents(self) -> set[str]:
        found = {node.parent for node in self.diagram.nodes} | {s.parent for s in self.diagram.subgraphs}
        return {parent for parent in found if parent is not None}


def _finished(element: Element, sheet: _Sheet, places: Places) -> Element:
    """Keep what only the file knows with the element, and put the label of an arrow where room was left for it."""
    key = sheet.links.get(element["containerId"] or "", "") if element["type"] == "text" else ""
    if key in places.labels:
        middle = places.labels[key]
        return element | {"x": middle.x - element["width"] / 2, "y": middle.y - element["height"] / 2}
    edge = sheet.edges.get(sheet.links.get(element["id"], ""))
    if edge:
        return element | {"customData": {"drawn": True} | ({"style": edge.style} if edge.style else {})}
    if element["id"] in sheet.boxes:
        return element | {"customData": {**element.get("customData", {}), **_kept(sheet.boxes[element["id"]])}}
    return element


def _kept(node: Node) -> dict[str, object]:
    """What only the file says of a node, for the data of its box."""
    kept: dict[str, object] = {"drawn": True}
    listed = len(notes_to_list(node.notes))
    return kept | ({"listed": listed} if listed else {}) | ({"technology": node.technology} if node.technology else {})


def _is_sound(id_: str) -> bool:
    return 0 < len(id_) <= _LONGEST_ID and id_.isprintable()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _label(node: Node) -> str:
    """The label with the notes of the node as a list below."""
    return with_listed(node.label, node.notes) if node.notes else node.label


def _shape(node: Node) -> Shape:
    shape = _ROUND.get(node.shape or "", node.shape)
    return cast("Shape", shape) if shape in get_args(Shape) else "rectangle"


def _outline(node: Node) -> str:
    shape = _shape(node)
    return shape if shape in ("ellipse", "diamond") else "ellipse" if shape == "cloud" else "rectangle"


def _size(node: Node) -> Size:
    width, height = board.size_for(_label(node), _shape(node), max_width=_LABEL_WIDTH)
    return Size(max(width + _ROOM, _LEAST.width), max(height + _ROOM, _LEAST.height))


def _label_size(edge: Edge) -> Size | None:
    """How large the label of an edge is, if it has one."""
    from whiteboard.formats.elements.lettering import laid_out

    if not edge.label.strip():
        return None
    lines = laid_out(edge.label, _CONNECTION_LABEL, _CONNECTION_LABEL_WIDTH)
    return Size(lines.width, lines.height)
