"""Excalidraw scenes: the file format, checked and typed, without what the drawing means.

Follows the element types of Excalidraw 0.18 (`@excalidraw/element/types`) and takes older
files as its own `restore` does: what is missing there gets the default it has there.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from whiteboard.formats.diagram import MAX_ELEMENTS
from whiteboard.formats.json_text import parse_json
from whiteboard.formats.records import Problems, Record, clean, is_number, shown
from whiteboard.formats.source import content_of
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

MAX_REPLICAS = 1_000_000
SCENE_TYPES = ("excalidraw", "excalidraw/clipboard")

ElementType = Literal[
    "rectangle", "diamond", "ellipse", "text", "arrow", "line", "freedraw", "image", "frame", "embeddable"
]
StrokeStyle = Literal["solid", "dashed", "dotted"]

_OLD_OR_EQUAL_TYPES = {"draw": "line", "magicframe": "frame", "iframe": "embeddable"}
_TYPES = frozenset(get_args(ElementType)) | frozenset(_OLD_OR_EQUAL_TYPES)
_STROKES = frozenset({"arrow", "line", "freedraw"})
_CUSTOM_TEXTS = ("kind", "direction", "label", "style", "technology")
_STROKE_STYLES = frozenset(get_args(StrokeStyle))


class Point(NamedTuple):
    """A place on the board, in scene units; y grows downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomData:
    """What Whiteboard itself keeps in an element's `customData`: the kind that the palette or the user set,
    and the label it was set for. `drawn` says that Whiteboard drew the element from a diagram, so that
    it is what it looks like; `style` is how a connection of one is called, `technology` the product that the diagram
    names, `listed` how many notes it lists below the label. Other programs' keys stay out.
    """

    kind: str | None = None
    replicas: int | None = None
    direction: str | None = None
    label: str | None = None
    style: str | None = None
    drawn: bool = False
    technology: str | None = None
    listed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One element of a scene.

    `x`, `y`, `width` and `height` are the box before it is turned by `angle` (radians, about
    its centre). `points` are the corners of an arrow, a line or a freehand stroke where they lie on
    the board, turned. `text` is what was typed, before wrapping; for a frame its name. `group_ids`
    go from the innermost group outwards. `start` and `end` are the ids that an arrow is bound to.
    """

    id: str
    type: ElementType
    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0
    points: tuple[Point, ...] = ()
    text: str = ""
    font_size: float = 20.0
    container_id: str | None = None
    frame_id: str | None = None
    group_ids: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    start_head: bool = False
    end_head: bool = False
    stroke_style: StrokeStyle = "solid"
    stroke_color: str = ""
    background_color: str = ""
    opacity: float = 100.0
    custom: CustomData = CustomData()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The elements of a drawing that are there (deleted ones are not), in the order of the file.

    `unknown` lists the elements left out because their type is none that this version knows,
    as pairs of type and id: a reader has to say so. So it has to what of the file the scene leaves out, which
    `left_out` says in whole sentences.
    """

    elements: tuple[Element, ...] = ()
    name: str | None = None
    unknown: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()


def load_scene(source: Path | str | bytes, name: str | None = None) -> Scene:
    """Load an Excalidraw scene from a file (a path) or its content (bytes).

    Raises InputError with every problem and its place, TooLargeError over 20 MB or 50,000 elements.
    """
    data, file = content_of(source, name)
    return scene_from_document(parse_json(data, file), file)


def scene_from_document(document: object, name: str | None = None) -> Scene:
    """Make a scene of JSON that is already parsed, with the same checks and errors as `load_scene`."""
    hint = "save the board in Excalidraw as .excalidraw and use that file"
    if not isinstance(document, dict):
        raise InputError(Problem(message="not an Excalidraw scene: no JSON object", file=name, hint=hint))
    kind = document.get("type", "excalidraw")
    if kind == "excalidrawlib":
        hint = "put its items on a board and save that"
        raise InputError(Problem(message="an Excalidraw library, not a scene", file=name, where="type", hint=hint))
    if kind not in SCENE_TYPES:
        message = f"not an Excalidraw scene: type is {shown(kind)}"
        raise InputError(Problem(message=message, file=name, where="type", hint=hint))
    elements = document.get("elements")
    if not isinstance(elements, list):
        raise InputError(
            Problem(message="not an Excalidraw scene: no list of elements", file=name, where="elements", hint=hint)
        )
    return scene_from_elements(elements, name)


def scene_from_elements(elements: Sequence[Mapping[str, object]], name: str | None = None) -> Scene:
    """Make a scene of elements that are already parsed, with the same checks and errors as `load_scene`."""
    if len(elements) > MAX_ELEMENTS:
        raise TooLargeError(Problem(message=f"more than {MAX_ELEMENTS:,} elements ({len(elements):,})", file=name))
    problems = Problems(name)
    records = list(_present(elements, problems))
    loaded = {record.where: _element(record) for record in records if _is_known(record)}
    unknown = {
        record.where: (record.text("type"), record.text("id")) for record in records if record.where not in loaded
    }
    ids = {where: element.id for where, element in loaded.items()} | {where: id_ for where, (_, id_) in unknown.items()}
    _check_ids(ids, problems)
    _check_groups(loaded.values(), problems)
    problems.raise_any()
    return Scene(elements=tuple(loaded.values()), name=name, unknown=tuple(unknown.values()))


def _present(elements: Sequence[Mapping[str, object]], problems: Problems) -> Iterable[Record]:
    """Give the elements that are not deleted."""
    for i, value in enumerate(elements):
        if not isinstance(value, dict):
            problems.add(f"elements[{i}]", f"must be an object, not {shown(value)}")
        elif value.get("isDeleted") is not True:
            yield Record(value, f"elements[{i}]", problems)


def _is_known(record: Record) -> bool:
    """Tell whether this version knows the type. One that is no text at all counts: it is a mistake, not news."""
    kind = record.value.get("type")
    return kind in _TYPES if isinstance(kind, str) and kind else True


def _element(record: Record) -> Element:
    """Type one raw element, noting all that is wrong with it."""
    kind = record.text("type")
    kind = _OLD_OR_EQUAL_TYPES.get(kind, kind)
    x, y = record.number("x"), record.number("y")
    angle = record.number("angle", 0.0)
    is_stroke = kind in _STROKES
    return Element(
        id=record.text("id"),
        type=cast("ElementType", kind),
        x=x,
        y=y,
        width=record.number("width", 0.0),
        height=record.number("height", 0.0),
        angle=angle,
        points=_on_board(_points(record), x, y, angle) if is_stroke else (),
        text=_text(record, kind),
        font_size=record.number("fontSize", 20.0),
        container_id=record.text("containerId", "") or None,
        frame_id=record.text("frameId", "") or None,
        group_ids=record.texts("groupIds"),
        start=_binding(record, "startBinding") if is_stroke else None,
        end=_binding(record, "endBinding") if is_stroke else None,
        start_head=is_stroke and _has_head(record, "startArrowhead", None),
        end_head=is_stroke and _has_head(record, "endArrowhead", "arrow" if kind == "arrow" else None),
        stroke_style=_stroke_style(record.text("strokeStyle", "solid")),
        stroke_color=record.text("strokeColor", ""),
        background_color=record.text("backgroundColor", ""),
        opacity=record.number("opacity", 100.0),
        custom=_custom(record.value.get("customData")),
    )


def _text(record: Record, kind: str) -> str:
    if kind == "frame":
        return record.text("name", "")
    if kind != "text":
        return ""
    return record.text("originalText", "") or record.text("text", "")


def _binding(record: Record, key: str) -> str | None:
    """Give the id that an end of an arrow is bound to; whether that element exists is the reader's business."""
    value = record.value.get(key)
    if value is None:
        return None
    target = value.get("elementId") if isinstance(value, dict) else None
    if isinstance(target, str):
        return clean(target)
    record.wrong(key, "an object with an elementId", value)
    return None


def _has_head(record: Record, key: str, default: str | None) -> bool:
    """Tell whether an end has an arrowhead, of whatever form."""
    value = record.value.get(key, default)
    if value is not None and not isinstance(value, str):
        record.wrong(key, "a text or nothing", value)
    return bool(value)


def _points(record: Record) -> list[Point]:
    """Give the points of a stroke, relative to its own x and y."""
    value = record.value.get("points")
    if not isinstance(value, list):
        record.wrong("points", "a list of points", value)
        return []
    points = [_point(point) for point in value]
    for i, point in enumerate(points):
        if point is None:
            record.wrong(f"points[{i}]", "two numbers from -1e9 to 1e9", value[i])
    return [point for point in points if point]


def _point(value: object) -> Point | None:
    """Give a point; a third number (the pressure in some old files) is left out."""
    if not isinstance(value, list | tuple) or len(value) < len(Point._fields):
        return None
    x, y = value[:2]
    return Point(float(x), float(y)) if is_number(x) and is_number(y) else None


def _stroke_style(value: str) -> StrokeStyle:
    return cast("StrokeStyle", value) if value in _STROKE_STYLES else "solid"


def _custom(value: object) -> CustomData:
    """Take our own keys out of `customData`; what has another type is some other program's."""
    if not isinstance(value, dict):
        return CustomData()
    texts = {key: clean(value[key]) for key in _CUSTOM_TEXTS if isinstance(value.get(key), str)}
    return CustomData(
        replicas=_count(value.get("replicas")),
        drawn=value.get("drawn") is True,
        listed=_count(value.get("listed")) or 0,
        **texts,
    )


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAX_REPLICAS else None


def _on_board(points: list[Point], x: float, y: float, angle: float) -> tuple[Point, ...]:
    """Move points to where they lie on the board, turned about the centre of their box."""
    placed = [Point(x + p.x, y + p.y) for p in points]
    if not angle or not placed:
        return tuple(placed)
    cx = (min(p.x for p in placed) + max(p.x for p in placed)) / 2
    cy = (min(p.y for p in placed) + max(p.y for p in placed)) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple(
        Point(cx + (p.x - cx) * cos - (p.y - cy) * sin, cy + (p.x - cx) * sin + (p.y - cy) * cos) for p in placed
    )


def _check_ids(ids: Mapping[str, str], problems: Problems) -> None:
    """Refuse two elements with one id: an arrow bound to it could mean either."""
    count = Counter(ids.values())
    for where, id_ in ids.items():
        if id_ and count[id_] > 1:
            problems.add(f"{where}.id", f"is there {count[id_]} times: {shown(id_)}")


def _check_groups(elements: Iterable[Element], problems: Problems) -> None:
    """Refuse groups that contain each other.

    The edges go from each group to the one around it; Kahn's algorithm takes away what has an end.
    """
    around: dict[str, set[str]] = {}
    for group_ids in sorted({element.group_ids for element in elements}):
        for inner, outer in itertools.pairwise(group_ids):
            around.setdefault(inner, set()).add(outer)
    inside = Counter(outer for outers in around.values() for outer in outers)
    free = [group for group in around if not inside[group]]
    while free:
        for outer in sorted(around.pop(free.pop(), ())):
            inside[outer] -= 1
            if not inside[outer]:
                free.append(outer)
    cyclic = sorted(around)
    if cyclic:
        message = f"of some elements contain each other: {', '.join(map(shown, cyclic[:5]))}"
        problems.add("groupIds", message, "ungroup these elements and group them anew")
