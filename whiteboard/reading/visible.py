"""What can be seen of a scene: its elements in reading order, with their boxes and bound texts at hand."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.reading.geometry import Box, box_of, length

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from whiteboard.formats.excalidraw import Element, Scene

SHAPES = frozenset({"rectangle", "ellipse", "diamond", "image", "embeddable"})
STROKES = frozenset({"arrow", "line", "freedraw"})

_MOST_POINTS = 200
_LEAST_SIDE = 4.0
_LEAST_LOOP_SIDE = 20.0
_OPEN_SHARE_OF_LOOP = 0.1
_INVISIBLE = 5.0
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """What can be seen of a scene.

    `elements` go from top to bottom and left to right, so that nothing depends on the order in which
    they were drawn. `bound` gives the texts bound to a shape or an arrow.
    """

    elements: tuple[Element, ...]
    by_id: Mapping[str, Element]
    boxes: Mapping[str, Box]
    bound: Mapping[str, tuple[Element, ...]]

    def container(self, text: Element) -> Element | None:
        """The shape or arrow that a text is bound to, if that can be seen."""
        holder = self.by_id.get(text.container_id or "")
        return holder if holder is not None and holder.type != "text" else None


def visible_in(scene: Scene) -> Visible:
    """Prepare a scene; leftovers without extent and fully transparent elements are left out."""
    thinned = [_thinned(element) for element in scene.elements]
    boxes = {element.id: box_of(element) for element in thinned}
    drawn = frozenset(element.id for element in thinned if element.custom.drawn)
    visible = [element for element in thinned if _is_visible(element, boxes[element.id], drawn)]
    elements = tuple(sorted(visible, key=lambda e: (boxes[e.id].top, boxes[e.id].left, e.id)))
    by_id = {element.id: element for element in elements}
    bound: defaultdict[str, list[Element]] = defaultdict(list)
    for element in elements:
        holder = by_id.get(element.container_id or "")
        if element.type == "text" and holder is not None and holder.type != "text":
            bound[holder.id].append(element)
    texts = {id_: tuple(found) for id_, found in bound.items()}
    return Visible(elements=elements, by_id=by_id, boxes=boxes, bound=texts)


def is_shape(element: Element) -> bool:
    """Tell whether an element encloses something: a shape, or a stroke whose end comes back to its start."""
    return element.type in SHAPES or (element.type in ("line", "freedraw") and _is_loop(element))


def is_worded(text: str) -> bool:
    """Tell whether a text says anything: an emoji or a dash does not."""
    return bool(_LETTER_OR_DIGIT.search(text))


def _thinned(element: Element) -> Element:
    """A freehand stroke with fewer points: more say no more about where it leads, and cost time."""
    if len(element.points) <= _MOST_POINTS:
        return element
    step = math.ceil(len(element.points) / _MOST_POINTS)
    return replace(element, points=(*element.points[:-1:step], element.points[-1]))


def _is_loop(element: Element) -> bool:
    points = element.points
    if len(points) <= len("ab "):
        return False
    xs, ys = zip(*points, strict=True)
    if min(max(xs) - min(xs), max(ys) - min(ys)) < _LEAST_LOOP_SIDE:
        return False
    return math.dist(points[0], points[-1]) <= _OPEN_SHARE_OF_LOOP * length(points)


def _is_visible(element: Element, box: Box, drawn: Container[str]) -> bool:
    """Tell whether an element can be seen. On what is `drawn` from a diagram, any label is meant."""
    if element.opacity < _INVISIBLE:
        return False
    if element.type == "text":
        return is_worded(element.text) or (element.container_id in drawn and bool(element.text.strip()))
    if element.type in STROKES:
        return max(box.width, box.height) >= _LEAST_SIDE
    return min(box.width, box.height) >= _LEAST_SIDE
