"""Boxes and strokes in the plane of the board: scene units, y grows downwards."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, NamedTuple

from whiteboard.formats.excalidraw import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.formats.excalidraw import Element

_PARALLEL = 1e-9


class Box(NamedTuple):
    """An upright rectangle; `left <= right` and `top <= bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Width times height."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def center(self) -> Point:
        """The middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, margin: float) -> Box:
        """The same box with a margin on every side."""
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def has(self, point: Point) -> bool:
        """Whether a point lies inside or on the border."""
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom

    def shared(self, other: Box) -> float:
        """The area both cover."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return width * height if width > 0 and height > 0 else 0.0

    def covers(self, other: Box, share: float) -> bool:
        """Whether at least this share of the other box (by area) lies inside."""
        grown = other.grown(0.5)  # a line has no area
        return self.shared(grown) >= share * grown.area

    def distance(self, point: Point) -> float:
        """The distance to a point, 0 inside."""
        dx = max(self.left - point.x, 0.0, point.x - self.right)
        dy = max(self.top - point.y, 0.0, point.y - self.bottom)
        return math.hypot(dx, dy)

    def gaps(self, other: Box) -> tuple[float, float]:
        """The empty space between two boxes across and down; negative where they overlap."""
        across = max(self.left, other.left) - min(self.right, other.right)
        down = max(self.top, other.top) - min(self.bottom, other.bottom)
        return across, down


def box_of(element: Element) -> Box:
    """The box of an element as it stands on the board, turned."""
    if element.points:
        return box_around_points(element.points)
    left, right = sorted((element.x, element.x + element.width))
    top, bottom = sorted((element.y, element.y + element.height))
    if not element.angle:
        return Box(left, top, right, bottom)
    cos, sin = abs(math.cos(element.angle)), abs(math.sin(element.angle))
    half_width = ((right - left) * cos + (bottom - top) * sin) / 2
    half_height = ((right - left) * sin + (bottom - top) * cos) / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def box_around_points(points: Iterable[Point]) -> Box:
    """The smallest box around points (at least one)."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def box_around(boxes: Iterable[Box]) -> Box:
    """The smallest box around boxes (at least one)."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def length(points: Sequence[Point]) -> float:
    """The length of a stroke."""
    return sum(math.dist(a, b) for a, b in itertools.pairwise(points))


def heading(points: Sequence[Point]) -> Point:
    """The direction in which a stroke leaves its last point, as a unit vector; (0, 0) when it has none.

    Corners closer to the end than a pixel say nothing about the direction.
    """
    end = points[-1]
    for point in reversed(points[:-1]):
        span = math.dist(point, end)
        if span > 1:
            return Point((end.x - point.x) / span, (end.y - point.y) / span)
    return Point(0.0, 0.0)


def ray_reach(box: Box, start: Point, direction: Point) -> float | None:
    """How far a ray runs from `start` until it enters the box (0 from inside); None when it misses.

    The slab method: the stretch of the ray between the vertical borders, cut with that between the horizontal ones.
    """
    near, far = 0.0, math.inf
    for position, step, low, high in (
        (start.x, direction.x, box.left, box.right),
        (start.y, direction.y, box.top, box.bottom),
    ):
        if abs(step) < _PARALLEL:
            if not low <= position <= high:
                return None
            continue
        first, last = sorted(((low - position) / step, (high - position) / step))
        near, far = max(near, first), min(far, last)
    return near if near <= far else None


def point_to_segment(point: Point, a: Point, b: Point) -> float:
    """The distance from a point to the stretch between two others."""
    dx, dy = b.x - a.x, b.y - a.y
    square = dx * dx + dy * dy
    if square == 0:
        return math.dist(point, a)
    along = max(0.0, min(1.0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square))
    return math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy)


def box_to_stroke(box: Box, points: Sequence[Point]) -> float:
    """The distance from a box to a stroke: 0 where it crosses, else from the box's nearest corner or end."""
    best = math.inf
    for a, b in itertools.pairwise(points):
        direction = Point(b.x - a.x, b.y - a.y)
        reach = ray_reach(box, a, direction)
        if reach is not None and reach <= 1:
            return 0.0
        corners = (
            Point(box.left, box.top),
            Point(box.right, box.top),
            Point(box.left, box.bottom),
            Point(box.right, box.bottom),
        )
        best = min(best, box.distance(a), box.distance(b), *(point_to_segment(c, a, b) for c in corners))
    return best
