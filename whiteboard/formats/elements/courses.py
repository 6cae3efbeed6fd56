"""The course of an arrow between two things on the board: from border to border, aside where others run already."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from whiteboard.formats.excalidraw import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = 6.0
"""Between the end of an arrow and the border it is bound to; the editor binds within 20."""
_BENDS = (0.0, 56.0, -56.0, 112.0, -112.0, 168.0, -168.0)
"""How far aside the middle of an arrow goes, by how many join the same two already."""
_LOOP = 40.0


class Area(NamedTuple):
    """A box with the outline of what fills it: "rectangle", "ellipse" or "diamond"."""

    x: float
    y: float
    width: float
    height: float
    outline: str = "rectangle"

    @property
    def center(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)


class Course(NamedTuple):
    """The corners of an arrow, and how far its ends stay off what they are bound to."""

    points: Sequence[Point]
    gap: float = 0.0


def around(areas: Iterable[Area], padding: float = 0.0) -> Area:
    """The smallest area around others, with room on all sides: the size of a frame."""
    found = list(areas)
    left, top = min(a.x for a in found) - padding, min(a.y for a in found) - padding
    right, bottom = max(a.x + a.width for a in found) + padding, max(a.y + a.height for a in found) + padding
    return Area(left, top, right - left, bottom - top)


def course_between(source: Area, target: Area, via: Sequence[Point], taken: int = 0) -> Course:
    """The way from one border to the other, by way of `via`; `taken` arrows join the two already."""
    if source == target and not via:
        return Course(_loop(source), GAP)
    middle = list(via) or _bend(source.center, target.center, _BENDS[taken % len(_BENDS)])
    first, last = (middle[0], middle[-1]) if middle else (target.center, source.center)
    return Course([in_front(source, first), *middle, in_front(target, last)], GAP)


def along(points: Sequence[Point]) -> float:
    """The length of a course."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def middle_of(points: Sequence[Point]) -> Point:
    """The point halfway along a course."""
    left = along(points) / 2
    for a, b in pairwise(points):
        step = math.dist(a, b)
        if step and left <= step:
            return Point(a.x + (b.x - a.x) * left / step, a.y + (b.y - a.y) * left / step)
        left -= step
    return points[-1]


def _bend(a: Point, b: Point, aside: float) -> list[Point]:
    if not aside:
        return []
    x, y = _towards(a, b)
    return [Point((a.x + b.x) / 2 - y * aside, (a.y + b.y) / 2 + x * aside)]


def _loop(area: Area) -> list[Point]:
    """Out at the right and back in at the top."""
    right, top = area.x + area.width, area.y
    x, y = area.center
    return [
        Point(right + GAP, y),
        Point(right + _LOOP, y),
        Point(right + _LOOP, top - _LOOP),
        Point(x, top - _LOOP),
        Point(x, top - GAP),
    ]


def in_front(area: Area, other: Point) -> Point:
    """The point in front of the border of an area that looks towards another point."""
    middle = area.center
    direction = _towards(middle, other)
    distance = _reach(area, direction) + GAP
    return Point(middle.x + direction.x * distance, middle.y + direction.y * distance)


def _towards(a: Point, b: Point) -> Point:
    length = math.dist(a, b)
    return Point((b.x - a.x) / length, (b.y - a.y) / length) if length else Point(1.0, 0.0)


def _reach(area: Area, direction: Point) -> float:
    """How far the border is from the middle."""
    dx, dy = abs(direction.x), abs(direction.y)
    half_width, half_height = max(area.width / 2, 1.0), max(area.height / 2, 1.0)
    if area.outline == "ellipse":
        return 1 / math.hypot(dx / half_width, dy / half_height)
    if area.outline == "diamond":
        return 1 / (dx / half_width + dy / half_height)
    return min(half_width / dx if dx else math.inf, half_height / dy if dy else math.inf)
