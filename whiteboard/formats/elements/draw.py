"""From things to the elements of a board: bound to each other, in drawing order, with indices that say so."""

from __future__ import annotations

import string
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from whiteboard.formats.elements import parts
from whiteboard.formats.elements.courses import Area, Course, course_between
from whiteboard.formats.elements.lettering import laid_out
from whiteboard.formats.elements.look import look_for
from whiteboard.formats.elements.things import Arrow, Box, Frame, Line, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.formats.elements.parts import Element
    from whiteboard.formats.elements.things import Thing

_DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
"""In the order of ASCII, in which the editor compares indices."""


def elements_of(things: Iterable[Thing]) -> tuple[Element, ...]:
    """Draw things, in their order, frames last: the editor wants a frame behind what stands in it.

    Raises ValueError when two have one id, or when an arrow's end names nothing or has no place.
    """
    in_order = sorted(things, key=lambda thing: isinstance(thing, Frame))
    board = _Board(in_order)
    return _finished([element for thing in in_order for element in board.draw(thing)])


def nth_index(position: int) -> str:
    """The fractional index of a position from 0, in the scheme of the editor's `fractional-indexing` package.

    `a0` … `az`, `b00` … `bzz`, `c000`, and on: the first letter says how many digits follow.
    """
    base, length = len(_DIGITS), 1
    while position >= base**length:
        position -= base**length
        length += 1
    number = ""
    for _ in range(length):
        position, digit = divmod(position, base)
        number = _DIGITS[digit] + number
    return string.ascii_lowercase[length - 1] + number


class _Board:
    """Draws one thing after the other, knowing where all of them are."""

    def __init__(self, things: Sequence[Thing]) -> None:
        count = Counter(thing.id for thing in things)
        twice = [id_ for id_, times in count.items() if times > 1]
        if twice:
            raise ValueError(f"drawn twice: {twice[0]!r}")
        self._taken = set(count)
        self._areas = {thing.id: area_of(thing) for thing in things if not isinstance(thing, Arrow | Line)}
        self._joined: Counter[frozenset[str]] = Counter()

    def draw(self, thing: Thing) -> list[Element]:
        """The elements of a thing: the one that bears its id first, the others under ids that nobody else has."""
        body, *others = self._drawn(thing)
        return [body, *(parts.renamed(element, self._free(element["id"])) for element in others)]

    def _drawn(self, thing: Thing) -> list[Element]:
        if isinstance(thing, Box):
            return _box(thing)
        if isinstance(thing, Text):
            return [_text(thing)]
        if isinstance(thing, Arrow):
            return self._arrow(thing)
        if isinstance(thing, Line):
            return [parts.stroke(thing.id, "line", thing.points, dashed=thing.dashed)]
        return [parts.frame(thing.id, thing.label, thing.area)]

    def _free(self, wanted: str) -> str:
        id_, count = wanted, 1
        while id_ in self._taken:
            count += 1
            id_ = f"{wanted}-{count}"
        self._taken.add(id_)
        return id_

    def _arrow(self, arrow: Arrow) -> list[Element]:
        course = self._course(arrow)
        drawn = parts.stroke(arrow.id, "arrow", course.points, dashed=arrow.dashed)
        drawn |= {
            "startBinding": _binding(arrow.source, course),
            "endBinding": _binding(arrow.target, course),
            "startArrowhead": "arrow" if arrow.direction == "both" else None,
            "endArrowhead": None if arrow.direction == "none" else "arrow",
            "roundness": drawn["roundness"] if arrow.curved else None,
        }
        has_label = bool(arrow.label.strip())
        return [drawn, *([parts.label_on_arrow(arrow.id, arrow.label, course.points)] if has_label else [])]

    def _course(self, arrow: Arrow) -> Course:
        ends = [end for end in (arrow.source, arrow.target) if end is not None]
        unknown = [end for end in ends if end not in self._areas]
        if unknown or (len(ends) < len("ab") and not arrow.points):
            raise ValueError(f"the arrow {arrow.id!r} has an end without a place")
        if arrow.points:
            return Course(arrow.points)
        taken = 0 if arrow.via else self._joined[frozenset(ends)]
        self._joined[frozenset(ends)] += 1
        return course_between(self._areas[ends[0]], self._areas[ends[1]], arrow.via, taken)


def area_of(thing: Box | Text | Frame) -> Area:
    """Where a thing stands, and the outline that arrows to it end at."""
    if isinstance(thing, Text):
        lines = laid_out(thing.text, thing.font_size, thing.width)
        return Area(thing.x, thing.y, lines.width, lines.height)
    if isinstance(thing, Box):
        return thing.area._replace(outline=parts.outline_of(thing.shape))
    return thing.area


def _box(box: Box) -> list[Element]:
    look = box.look or look_for(box.label, box.kind, box.shape)
    found = parts.shape_parts(box.id, box.shape, box.area, look)
    body = found[0]
    if box.label.strip():
        inside = not box.caption
        label = parts.label_inside(body, box.label) if inside else parts.caption_below(body, box.label, box.area)
        found.append(parts.at_the_top(label, body) if inside and box.titled else label)
    if len(found) > len("b") and (box.caption or body["groupIds"]):
        own = body["groupIds"] or [f"{box.id}-caption"]
        found = [element | {"groupIds": own} for element in found]
    stated = {key: value for key, value in (("kind", box.kind), ("replicas", box.replicas)) if value is not None}
    if stated:
        found[0]["customData"] = stated
    return [e | {"frameId": box.frame, "groupIds": [*e["groupIds"], *box.groups]} for e in found]


def _text(text: Text) -> Element:
    lines = laid_out(text.text, text.font_size, text.width)
    drawn = parts.text(text.id, text.text, lines, text.font_size, (text.x, text.y))
    return drawn | {"textAlign": "left", "frameId": text.frame, "groupIds": list(text.groups)}


def _binding(end: str | None, course: Course) -> Element | None:
    return None if end is None else {"elementId": end, "focus": 0, "gap": course.gap}


def _finished(elements: Sequence[Element]) -> tuple[Element, ...]:
    """Say on each element which texts and arrows are bound to it, and where it stands in the order."""
    bound: defaultdict[str, list[Element]] = defaultdict(list)
    for element in elements:
        if element["type"] == "text" and element["containerId"]:
            bound[element["containerId"]].append({"type": "text", "id": element["id"]})
        if element["type"] == "arrow":
            ends = [b["elementId"] for b in (element["startBinding"], element["endBinding"]) if b]
            for end in dict.fromkeys(ends):
                bound[end].append({"type": "arrow", "id": element["id"]})
    return tuple(
        element | {"boundElements": bound.get(element["id"], []), "index": nth_index(i)}
        for i, element in enumerate(elements)
    )
