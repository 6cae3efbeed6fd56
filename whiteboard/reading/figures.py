"""Figures: everything drawn that could stand for a component, each as one thing however many elements draw it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from whiteboard.reading.geometry import box_around
from whiteboard.reading.visible import is_shape, is_worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.formats.excalidraw import CustomData, Element
    from whiteboard.reading.geometry import Box
    from whiteboard.reading.visible import Visible

Outline = Literal["rectangle", "ellipse", "diamond", "cylinder", "pipe", "person", "frame", "icon", "picture"]

_OUTLINES: dict[str, Outline] = {
    "rectangle": "rectangle",
    "ellipse": "ellipse",
    "diamond": "diamond",
    "frame": "frame",
    "image": "picture",
    "embeddable": "picture",
}
_COVERED = 0.9
_NOT_THE_BODY = 0.6
_STROKES_OF_AN_ICON = 4
_MOST_LABELS = 12
_ACROSS = 0.8
_LID = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A shape, an icon of many parts, or a stack of copies.

    `id` is the id of its main element, which comes first in `elements`. `texts` belong to it by
    binding or grouping, from top to bottom. `box` leaves them out unless they are inside.
    """

    id: str
    elements: tuple[Element, ...]
    box: Box
    outline: Outline
    texts: tuple[Element, ...] = ()
    copies: int = 1

    @property
    def main(self) -> Element:
        """The element that stands for all of it."""
        return self.elements[0]

    @property
    def custom(self) -> CustomData:
        """What the palette or the user set, on whichever of its elements."""
        return next((e.custom for e in (*self.elements, *self.texts) if e.custom.kind), self.main.custom)

    @property
    def element_ids(self) -> tuple[str, ...]:
        """The ids of all that draws it, the main one first, texts last."""
        return tuple(dict.fromkeys(e.id for e in (*self.elements, *self.texts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The elements of a board sorted into figures, strokes that may connect them, and texts that stand free."""

    figures: tuple[Figure, ...]
    strokes: tuple[Element, ...]
    texts: tuple[Element, ...]


def find_parts(visible: Visible) -> Parts:
    """Sort the elements of a board into figures, strokes and free texts."""
    icons, loose = _take_icons(visible)
    shapes = [e for e in loose if is_shape(e) or e.type == "frame"]
    figures = [*icons, *(_shape(visible, e) for e in shapes)]
    taken = {id_ for figure in figures for id_ in figure.element_ids}
    rest = [e for e in loose if e.id not in taken]
    return Parts(
        figures=tuple(figures),
        strokes=tuple(e for e in rest if e.type != "text"),
        texts=tuple(e for e in rest if e.type == "text" and visible.container(e) is None),
    )


def _take_icons(visible: Visible) -> tuple[list[Figure], list[Element]]:
    """Find the groups that draw one thing, from the outermost inwards; return them and the elements left."""
    icons: list[Figure] = []
    loose: list[Element] = []
    waiting: list[tuple[int, list[Element]]] = [(0, list(visible.elements))]
    while waiting:
        depth, elements = waiting.pop()
        groups: defaultdict[str, list[Element]] = defaultdict(list)
        for element in elements:
            if len(element.group_ids) > depth:
                groups[element.group_ids[-1 - depth]].append(element)
            else:
                loose.append(element)
        for members in groups.values():
            leading_out = _leading_out(visible, members)
            own = [e for e in members if e.id not in leading_out]
            if _is_one_thing(visible, own):
                icons.append(_icon(visible, own, depth + 1))
                loose.extend(e for e in members if e.id in leading_out)
            else:
                waiting.append((depth + 1, members))
    order = {element.id: i for i, element in enumerate(visible.elements)}
    return sorted(icons, key=lambda f: order[f.id]), sorted(loose, key=lambda e: order[e.id])


def _leading_out(visible: Visible, members: Sequence[Element]) -> set[str]:
    """The arrows of a group that are bound to something outside of it: they connect the group, not draw it."""
    inside = {e.id for e in members} | {text.id for e in members for text in visible.bound.get(e.id, ())}
    return {e.id for e in members if any(end in visible.by_id and end not in inside for end in (e.start, e.end) if end)}


def _is_one_thing(visible: Visible, members: Sequence[Element]) -> bool:
    """Tell whether a group draws one thing: with one text at most, or all on one body that bears the texts."""
    shapes = [e for e in members if is_shape(e)]
    if any(e.type == "frame" for e in members) or sum(e.custom.kind is not None for e in members) > 1:
        return False
    if not shapes:
        lines = [e for e in members if e.type in ("line", "freedraw")]
        return len(lines) >= _STROKES_OF_AN_ICON and not any(e.type == "arrow" for e in members)
    labels = [e for e in _texts(visible, members) if is_worded(e.text)]
    return len(labels) <= 1 or (len(labels) <= _MOST_LABELS and _is_one_body(visible, members, shapes))


def _is_one_body(visible: Visible, members: Sequence[Element], shapes: Sequence[Element]) -> bool:
    body = max(shapes, key=lambda e: visible.boxes[e.id].area)
    box = visible.boxes[body.id]
    if any(not box.grown(box.height / 4).covers(visible.boxes[e.id], _COVERED) for e in members if e.type != "text"):
        return False
    others = [
        visible.boxes[e.id] for e in shapes if e is not body and visible.boxes[e.id].area < _NOT_THE_BODY * box.area
    ]
    centers = [visible.boxes[e.id].center for e in _texts(visible, members)]
    return not any(other.has(center) for other in others for center in centers)


def _texts(visible: Visible, members: Iterable[Element]) -> list[Element]:
    """The texts of a group or bound to its shapes, without the labels of its arrows; each once."""
    found: dict[str, Element] = {}
    for element in members:
        if element.type == "text":
            holder = visible.container(element)
            if holder is None or holder.type != "arrow":
                found[element.id] = element
        elif element.type != "arrow":
            found.update((text.id, text) for text in visible.bound.get(element.id, ()))
    return list(found.values())


def _icon(visible: Visible, members: Sequence[Element], depth: int) -> Figure:
    """Make one figure of a group; `depth` is that of its parts in the nesting of groups."""
    drawn = [e for e in members if e.type != "text"]
    main = max([e for e in drawn if is_shape(e)] or drawn, key=lambda e: visible.boxes[e.id].area)
    pieces = _pieces(drawn, depth)
    copies = _copies(visible, pieces)
    return Figure(
        id=main.id,
        elements=(main, *(e for e in drawn if e is not main)),
        box=box_around(visible.boxes[e.id] for e in drawn),
        outline=_outline_of_parts(visible, pieces[0] if copies > 1 else [e for e in drawn if is_shape(e)]),
        texts=tuple(_texts(visible, members)),
        copies=copies,
    )


def _shape(visible: Visible, element: Element) -> Figure:
    texts = visible.bound.get(element.id, ())
    return Figure(
        id=element.id, elements=(element,), box=visible.boxes[element.id], outline=_outline(element), texts=texts
    )


def _outline(element: Element) -> Outline:
    return _OUTLINES.get(element.type, "icon")


def _outline_of_parts(visible: Visible, shapes: Sequence[Element]) -> Outline:
    """Name the outline of an icon. A flat ellipse across its top makes a cylinder, one across each side a pipe."""
    if len(shapes) < len("ab"):
        return _outline(shapes[0]) if shapes else "icon"
    box = box_around(visible.boxes[e.id] for e in shapes)
    rounds = [visible.boxes[e.id] for e in shapes if e.type == "ellipse"]
    if _has_head(rounds, box):
        return "person"
    if any(_is_lid(lid, box) for lid in rounds):
        return "cylinder"
    if sum(lid.height > _ACROSS * box.height and lid.width < _LID * box.width for lid in rounds) > 1:
        return "pipe"
    return "rectangle" if {e.type for e in shapes} == {"rectangle"} else "icon"


def _is_lid(lid: Box, box: Box) -> bool:
    is_flat = lid.height < _LID * min(box.height, lid.width)
    return is_flat and lid.width > _ACROSS * box.width and lid.top - box.top < lid.height / 2


def _has_head(circles: Sequence[Box], box: Box) -> bool:
    """Tell whether a circle tops an upright drawing as a head does: in the middle, and nothing else as high."""
    heads = [c for c in circles if c.top <= box.top + 1 and abs(c.center.x - box.center.x) <= box.width / 8]
    return box.height > box.width and any(box.height / 4 <= head.height <= box.height * 2 / 3 for head in heads)


def _pieces(drawn: Sequence[Element], depth: int) -> list[list[Element]]:
    """The shapes of a group, by the groups inside of it."""
    pieces: defaultdict[str, list[Element]] = defaultdict(list)
    for element in drawn:
        if is_shape(element):
            inner = element.group_ids[-1 - depth] if len(element.group_ids) > depth else element.id
            pieces[inner].append(element)
    return list(pieces.values())


def _copies(visible: Visible, pieces: Sequence[Sequence[Element]]) -> int:
    """Count the copies in a group: pieces that all look the same. Flat shapes on each other are one picture."""
    looks = {_look(visible, piece) for piece in pieces}
    return len(pieces) if len(looks) == 1 and not _is_flat(visible, pieces[0]) else 1


def _look(visible: Visible, piece: Sequence[Element]) -> tuple[tuple[str, int, int], ...]:
    """Describe what a piece looks like, by the types and rounded sizes of its shapes."""
    sizes = ((e.type, visible.boxes[e.id]) for e in piece)
    return tuple(sorted((type_, round(box.width / 8), round(box.height / 8)) for type_, box in sizes))


def _is_flat(visible: Visible, piece: Sequence[Element]) -> bool:
    box = box_around(visible.boxes[e.id] for e in piece)
    return len(piece) == 1 and piece[0].type != "rectangle" and box.height < _LID * box.width
