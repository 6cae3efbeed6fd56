"""Small Excalidraw drawings for tests: elements as the editor stores them, and what the reading makes of them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from whiteboard.catalog import load_catalog
from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.reading.scene import read_scene

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.model.architecture import Component, Reading

_numbers = count(1)


def shape(id_: str, *xywh: float, **fields: Any) -> dict[str, Any]:
    """A rectangle, or another shape by `type`; x, y and, unless 120 by 60, width and height."""
    x, y, width, height = (*xywh, 120, 60)[:4]
    return {"id": id_, "type": "rectangle", "x": x, "y": y, "width": width, "height": height} | fields


def text(words: str, x: float, y: float, id_: str | None = None, **fields: Any) -> dict[str, Any]:
    """A text whose upper left corner is at x and y, about as large as the editor would make it."""
    lines = words.split("\n")
    size = fields.get("fontSize", 20)
    box = {"width": max(map(len, lines)) * size * 0.55, "height": len(lines) * size * 1.25, "fontSize": size}
    return {"id": id_ or f"text{next(_numbers)}", "type": "text", "x": x, "y": y, "text": words} | box | fields


def box(id_: str, label: str, *xywh: float, **fields: Any) -> list[dict[str, Any]]:
    """A shape with its label bound to it."""
    holder = shape(id_, *xywh, **fields)
    x, y = holder["x"] + 10, holder["y"] + holder["height"] / 2 - 12
    return [holder, text(label, x, y, f"{id_}-label", containerId=id_)]


def arrow(
    id_: str, *points: tuple[float, float], start: str | None = None, end: str | None = None, **fields: Any
) -> Any:
    """An arrow through points of the board, bound to what `start` and `end` name."""
    x, y = points[0]
    bindings = {"startBinding": start and {"elementId": start}, "endBinding": end and {"elementId": end}}
    relative = [[px - x, py - y] for px, py in points]
    return {"id": id_, "type": "arrow", "x": x, "y": y, "points": relative} | bindings | fields


def line(id_: str, *points: tuple[float, float], **fields: Any) -> Any:
    """A plain line through points of the board."""
    return arrow(id_, *points, **({"type": "line", "endArrowhead": None} | fields))


def grouped(group: str, *elements: Any) -> list[Any]:
    """The same elements in one more group, around those they are in."""
    return [element | {"groupIds": [*element.get("groupIds", ()), group]} for element in flat(elements)]


def flat(elements: Iterable[Any]) -> list[dict[str, Any]]:
    """Elements and lists of elements as one list."""
    return [e for item in elements for e in (flat(item) if isinstance(item, list | tuple) else [item])]


def read(*elements: Any) -> Reading:
    """What the reading makes of the elements."""
    return read_scene(scene_from_elements(flat(elements)), load_catalog())


def labels(reading: Reading) -> list[str]:
    """The labels of the components, sorted."""
    return sorted(component.label for component in reading.architecture.components)


def only(reading: Reading) -> Component:
    """The one component there is."""
    (component,) = reading.architecture.components
    return component


def edges(reading: Reading) -> list[str]:
    """The connections as "a -> b", "a <-> b" or "a -- b", by component label or group label, sorted."""
    names = {c.id: c.label or c.id for c in reading.architecture.components}
    names |= {g.id: g.label or g.id for g in reading.architecture.groups}
    signs = {"forward": "->", "both": "<->", "none": "--"}
    return sorted(f"{names[c.source]} {signs[c.direction]} {names[c.target]}" for c in reading.architecture.connections)


def notes(reading: Reading) -> dict[str, str]:
    """The heading of each note by its text."""
    return {note.text: note.heading for note in reading.notes}


def questions(reading: Reading) -> str:
    """All questions, one a line."""
    return "\n".join(unclear.question for unclear in reading.unclear)
