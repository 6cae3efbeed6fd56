"""Single Excalidraw elements, with all the fields that the editor writes.

Follows the element types of Excalidraw 0.18 (`@excalidraw/element/types`). What the editor takes from chance or the
time (seeds, versions) comes from the id, so that the same drawing gives the same elements.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

from whiteboard.formats.elements.courses import Area, along, middle_of
from whiteboard.formats.elements.lettering import LINE_HEIGHT, Lines, laid_out, width_of
from whiteboard.formats.elements.things import LABEL_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.elements.look import Look
    from whiteboard.formats.elements.things import Shape
    from whiteboard.formats.excalidraw import Point

Element: TypeAlias = dict[str, Any]

_LABEL_SIZES = (LABEL_SIZE, 14.0, 12.0, 10.0)
"""A label that does not fit is written smaller, down to the last of these."""
_CONNECTION_LABEL_SIZE = 14.0
_CONNECTION_LABEL_WIDTH = 160.0
_CAPTION_WIDTH = 160.0
_CAPTION_GAP = 6.0
_PADDING = 5.0
_EXCALIFONT = 5
_ROUND_CORNERS = {"type": 3}
_CURVED = {"type": 2}
_LID = 24.0
_OUTLINES = {"ellipse": "ellipse", "cloud": "ellipse", "diamond": "diamond"}
_ROOM = {"ellipse": math.sqrt(0.5), "diamond": 0.5}
"""The share of a shape's width and height that is there for its label, as the editor reckons."""
_NEW_ELEMENT: Element = {
    "angle": 0,
    "strokeColor": "#1e1e1e",
    "backgroundColor": "transparent",
    "fillStyle": "solid",
    "strokeWidth": 2,
    "strokeStyle": "solid",
    "roughness": 1,
    "opacity": 100,
    "groupIds": [],
    "frameId": None,
    "index": None,
    "roundness": None,
    "seed": 1,
    "version": 1,
    "versionNonce": 1,
    "isDeleted": False,
    "boundElements": [],
    "updated": 1,
    "link": None,
    "locked": False,
}


def label_room(width: float, height: float, shape: Shape = "rectangle") -> tuple[float, float]:
    """The width and height that a shape of a size has for its label."""
    share = _ROOM.get(outline_of(shape), 1.0)
    return width * share - 2 * _PADDING, height * share - 2 * _PADDING


def size_for(label: str, shape: Shape = "rectangle", *, max_width: float = 200.0) -> tuple[float, float]:
    """The width and height that a shape needs for its label, whose lines are at most `max_width` wide."""
    lines = laid_out(label, LABEL_SIZE, max_width)
    share = _ROOM.get(outline_of(shape), 1.0)
    width, height = (lines.width + 2 * _PADDING) / share, (lines.height + 2 * _PADDING) / share
    return width + 2 * _LID * (shape == "queue"), height + 2 * _LID * (shape in ("cylinder", "person"))


def shape_parts(id_: str, shape: Shape, area: Area, look: Look) -> list[Element]:
    """The elements that draw a shape; the first bears the id and the label."""
    if shape not in ("cylinder", "queue", "person"):
        return [_shape(id_, area._replace(outline=outline_of(shape)), look)]
    group = {"groupIds": [f"{id_}-{shape}"]}
    return [_shape(f"{id_}{suffix}", part, look) | group for suffix, part in _pieces(shape, area)]


def label_inside(body: Element, label: str) -> Element:
    """A label in the middle of a shape, smaller when it does not fit else."""
    width, height = label_room(body["width"], body["height"], body["type"])
    for size in _LABEL_SIZES:
        lines = laid_out(label, size, max(width, width_of("m", size)))
        longest_word = max((width_of(word, size) for word in label.split()), default=0.0)
        if longest_word <= width and lines.height <= height:
            break
    x = body["x"] + (body["width"] - lines.width) / 2
    y = body["y"] + (body["height"] - lines.height) / 2
    bound = {"containerId": body["id"], "verticalAlign": "middle"}
    return text(f"{body['id']}-label", label, lines, size, (x, y)) | bound


def at_the_top(label: Element, body: Element) -> Element:
    """A label inside of a shape, moved to its upper edge."""
    return label | {"y": round(body["y"] + _PADDING, 2), "verticalAlign": "top"}


def caption_below(body: Element, label: str, area: Area) -> Element:
    """A label below a shape."""
    lines = laid_out(label, LABEL_SIZE, max(2 * area.width, _CAPTION_WIDTH))
    place = (area.x + (area.width - lines.width) / 2, area.y + area.height + _CAPTION_GAP)
    return text(f"{body['id']}-label", label, lines, LABEL_SIZE, place)


def label_on_arrow(id_: str, label: str, points: Sequence[Point]) -> Element:
    """A label bound to an arrow, at its middle."""
    lines = laid_out(label, _CONNECTION_LABEL_SIZE, max(_CONNECTION_LABEL_WIDTH, 0.7 * along(points)))
    middle = middle_of(points)
    place = (middle.x - lines.width / 2, middle.y - lines.height / 2)
    bound = {"containerId": id_, "verticalAlign": "middle"}
    return text(f"{id_}-label", label, lines, _CONNECTION_LABEL_SIZE, place) | bound


def text(id_: str, typed: str, lines: Lines, font_size: float, place: tuple[float, float]) -> Element:
    """A text whose upper left corner is at a place, its lines centred."""
    return _element(id_, "text", Area(*place, lines.width, lines.height)) | {
        "strokeWidth": 1,
        "text": lines.text,
        "originalText": typed,
        "fontSize": font_size,
        "fontFamily": _EXCALIFONT,
        "lineHeight": LINE_HEIGHT,
        "textAlign": "center",
        "verticalAlign": "top",
        "containerId": None,
        "autoResize": True,
    }


def frame(id_: str, label: str, area: Area) -> Element:
    """A frame with its name."""
    return _element(id_, "frame", area) | {"strokeColor": "#bbb", "roughness": 0, "name": label or None}


def stroke(id_: str, type_: str, points: Sequence[Point], *, dashed: bool) -> Element:
    """An arrow or a line through points of the board, without heads and bound to nothing."""
    origin = points[0]
    local = [[round(p.x - origin.x, 2), round(p.y - origin.y, 2)] for p in points]
    xs, ys = zip(*local, strict=True)
    return _element(id_, type_, Area(*origin, max(xs) - min(xs), max(ys) - min(ys))) | {
        "strokeStyle": "dashed" if dashed else "solid",
        "roundness": _CURVED,
        "points": local,
        "lastCommittedPoint": None,
        "startBinding": None,
        "endBinding": None,
        "startArrowhead": None,
        "endArrowhead": None,
        **({"elbowed": False} if type_ == "arrow" else {"polygon": False}),
    }


def renamed(element: Element, id_: str) -> Element:
    """The element under another id."""
    seed = crc32(id_.encode("utf-8", "surrogatepass")) >> 1 or 1
    return element | {"id": id_, "seed": seed, "versionNonce": seed}


def _element(id_: str, type_: str, area: Area) -> Element:
    sizes = {key: round(getattr(area, key), 2) for key in ("x", "y", "width", "height")}
    return renamed({"id": id_, "type": type_, **sizes, **_NEW_ELEMENT}, id_)


def outline_of(shape: str) -> str:
    """The outline that arrows to a shape end at."""
    return _OUTLINES.get(shape, "rectangle")


def _shape(id_: str, area: Area, look: Look) -> Element:
    return _element(id_, area.outline, area) | {
        "strokeColor": look.stroke,
        "backgroundColor": look.fill,
        "strokeStyle": "dashed" if look.dashed else "solid",
        "roundness": _ROUND_CORNERS if area.outline == "rectangle" else _CURVED,
    }


def _pieces(shape: Shape, area: Area) -> list[tuple[str, Area]]:
    """The parts of a shape that no single element draws, with what to add to its id; its body comes first."""
    x, y, width, height, _ = area
    if shape == "cylinder":
        lid = min(0.25 * height, 0.3 * width, _LID)
        return [("", Area(x, y + lid / 2, width, height - lid / 2)), ("-lid", Area(x, y, width, lid, "ellipse"))]
    if shape == "queue":
        lid = min(0.3 * height, 0.15 * width, _LID)
        ends = [("-start", x), ("-end", x + width - lid)]
        body = Area(x + lid / 2, y, width - lid, height)
        return [("", body), *((suffix, Area(left, y, lid, height, "ellipse")) for suffix, left in ends)]
    head = min(0.45 * height, 0.6 * width)
    body = Area(x, y + head, width, height - head)
    return [("", body), ("-head", Area(x + (width - head) / 2, y, head, head, "ellipse"))]
