"""The cells of a draw.io page, typed: vertices, edges, layers, with their geometry as the file states it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from whiteboard.formats.drawio.label import filled, plain_text
from whiteboard.formats.drawio.style import Style, style_of
from whiteboard.formats.excalidraw import Point
from whiteboard.formats.ids import Ids
from whiteboard.formats.records import MAX_NUMBER, clean, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element as Node

    from whiteboard.formats.records import Problems

MAX_ID = 120
_MOST_OWNERS = 20
_WRAPPERS = frozenset({"object", "UserObject"})


class Geometry(NamedTuple):
    """Where a cell is: relative to its parent's corner, or with `relative` in shares of the parent's size.

    An edge has `start` and `end` where nothing is there to bind to, and `points` in between.
    """

    x: float = 0.0
    y: float = 0.0
    width: float = 0.0
    height: float = 0.0
    relative: bool = False
    offset: Point = Point(0.0, 0.0)
    start: Point | None = None
    end: Point | None = None
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a page. `label` is plain text; `parent`, `source` and `target` are ids, whether or not they exist."""

    id: str
    label: str
    style: Style
    parent: str | None
    is_vertex: bool
    is_edge: bool
    source: str | None
    target: str | None
    is_visible: bool
    is_collapsed: bool
    geometry: Geometry


def cells_of(model: Node, page: str, file_values: Mapping[str, str], problems: Problems) -> list[Cell]:
    """The cells of a page in their order; ids that are missing or there twice get new ones."""
    root = model.find("root")
    raw = [] if root is None else [_unwrapped(node) for node in root]
    ids = Ids()
    values = _Values({values["id"]: values for values, _ in raw if values.get("id")}, file_values)
    return [
        _cell(cell, own, ids.new(_id(own.get("id"), number)), _Place(f"{page}, cell {number}", problems), values)
        for number, (own, cell) in enumerate(raw, 1)
        if cell is not None
    ]


class _Values(NamedTuple):
    """What placeholders are filled from: the cells by id, and the file."""

    by_id: Mapping[str, Mapping[str, str]]
    of_file: Mapping[str, str]

    def owners(self, own: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
        """A cell, the nearest around it, the file."""
        at: Mapping[str, str] | None = own
        for _ in range(_MOST_OWNERS):
            if at is None:
                break
            yield at
            at = self.by_id.get(at.get("parent", ""))
        yield self.of_file


class _Place(NamedTuple):
    """A cell in messages."""

    where: str
    problems: Problems

    def number(self, node: Node | None, key: str) -> float:
        """A finite number; 0 when it is not there."""
        value = None if node is None else node.get(key)
        if value is None or not value.strip():
            return 0.0
        try:
            number = float(value)
        except ValueError:
            number = MAX_NUMBER * 2
        if -MAX_NUMBER <= number <= MAX_NUMBER:
            return number
        self.problems.add(f"{self.where}, {key}", f"must be a finite number, not {shown(value)}")
        return 0.0

    def point(self, node: Node | None) -> Point | None:
        """A point; None when it is not there."""
        return None if node is None else Point(self.number(node, "x"), self.number(node, "y"))


def _unwrapped(node: Node) -> tuple[dict[str, str], Node | None]:
    """The attributes of a cell and the `mxCell` itself, which may stand in an `object` with a label and data."""
    if node.tag == "mxCell":
        return dict(node.attrib), node
    cell = node.find("mxCell") if node.tag in _WRAPPERS else None
    return {**(cell.attrib if cell is not None else {}), "value": node.get("label", ""), **node.attrib}, cell


def _id(stated: str | None, number: int) -> str:
    id_ = clean(stated or "").strip()
    return id_ if 0 < len(id_) <= MAX_ID and id_.isprintable() else f"cell {number}"


def _cell(node: Node, own: Mapping[str, str], id_: str, place: _Place, values: _Values) -> Cell:
    style = style_of(own.get("style", ""))
    return Cell(
        id=id_,
        label=_label(own, style, values),
        style=style,
        parent=_reference(own, "parent"),
        is_vertex=own.get("vertex") == "1",
        is_edge=own.get("edge") == "1",
        source=_reference(own, "source"),
        target=_reference(own, "target"),
        is_visible=own.get("visible", "1") != "0",
        is_collapsed=own.get("collapsed") == "1",
        geometry=_geometry(node.find("mxGeometry"), place),
    )


def _label(own: Mapping[str, str], style: Style, values: _Values) -> str:
    value = own.get("value", "")
    if own.get("placeholders") == "1" and "%" in value:
        value = filled(value, list(values.owners(own)))
    return plain_text(value, html=style.has("html"))


def _reference(own: Mapping[str, str], key: str) -> str | None:
    return clean(own.get(key, "")).strip() or None


def _geometry(node: Node | None, place: _Place) -> Geometry:
    if node is None:
        return Geometry()
    named = {point.get("as"): place.point(point) for point in node.findall("mxPoint")}
    array = next((a for a in node.findall("Array") if a.get("as") == "points"), None)
    points = [] if array is None else [place.point(point) for point in array.findall("mxPoint")]
    return Geometry(
        x=place.number(node, "x"),
        y=place.number(node, "y"),
        width=max(place.number(node, "width"), 0.0),
        height=max(place.number(node, "height"), 0.0),
        relative=node.get("relative") == "1",
        offset=named.get("offset") or Point(0.0, 0.0),
        start=named.get("sourcePoint"),
        end=named.get("targetPoint"),
        points=tuple(point for point in points if point),
    )
