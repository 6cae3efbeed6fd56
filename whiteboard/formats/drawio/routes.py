"""The course of a draw.io edge on the board, about as draw.io routes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from whiteboard.formats.elements.courses import in_front
from whiteboard.formats.excalidraw import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.drawio.style import Style
    from whiteboard.formats.elements import Area

_ORTHOGONAL = frozenset({"orthogonalEdgeStyle", "elbowEdgeStyle", "entityRelationEdgeStyle", "isometricEdgeStyle"})
_ALIGNED = 1.0


class End(NamedTuple):
    """One end of an edge: the area it is bound to and the place on its border, if stated, or else a loose point."""

    area: Area | None
    fixed: Point | None = None
    loose: Point | None = None

    @property
    def place(self) -> Point:
        """A point that stands for the end."""
        if self.fixed or self.loose:
            return self.fixed or self.loose or Point(0, 0)
        return self.area.center if self.area else Point(0, 0)


def fixed_point(style: Style, key: str, area: Area) -> Point | None:
    """The place on a border that a style states (`exitX`, `entryY` …), None when it leaves it open."""
    if not style.get(f"{key}X") or not style.get(f"{key}Y"):
        return None
    x = area.x + style.number(f"{key}X", 0.5) * area.width + style.number(f"{key}Dx", 0)
    y = area.y + style.number(f"{key}Y", 0.5) * area.height + style.number(f"{key}Dy", 0)
    return Point(x, y)


def course_of(style: Style, start: End, end: End, way: Sequence[Point]) -> tuple[Point, ...]:
    """The corners of an edge; empty when nothing is stated, so that a straight line will do."""
    is_orthogonal = style.get("edgeStyle") in _ORTHOGONAL
    is_bare = not (way or start.fixed or end.fixed or start.loose or end.loose)
    if is_bare and not is_orthogonal:
        return ()
    if is_orthogonal:
        first = _side(start, way[0] if way else end.place, end)
        last = _side(end, way[-1] if way else start.place, start)
        if not way:
            return _joined(first, last, _is_sideways(start, first), _is_sideways(end, last))
        return _with_corners([first, *way, last], level=_is_sideways(start, first))
    places = [start.place, *way, end.place]
    first = start.place if start.area is None or start.fixed else in_front(start.area, places[1])
    last = end.place if end.area is None or end.fixed else in_front(end.area, places[-2])
    return (first, *way, last)


def _side(end: End, towards: Point, other: End) -> Point:
    """Where an orthogonal edge leaves: the stated place, or else the side that faces the next point."""
    area = end.area
    if end.fixed or area is None:
        return end.place
    right, bottom = area.x + area.width, area.y + area.height
    x, y = _shared(area, other, towards)
    if area.x <= towards.x <= right or (x is not None and y is None):
        return Point(x if x is not None else towards.x, bottom if towards.y > area.center.y else area.y)
    if area.y <= towards.y <= bottom or y is not None:
        return Point(right if towards.x > area.center.x else area.x, y if y is not None else towards.y)
    return Point(right if towards.x > right else area.x, area.center.y)


def _shared(area: Area, other: End, towards: Point) -> tuple[float | None, float | None]:
    """The middle of what two areas share of their columns and of their rows: there a straight line joins them."""
    if other.area is None or other.fixed or towards != other.area.center:
        return None, None
    return (
        _middle(area.x, area.width, other.area.x, other.area.width),
        _middle(area.y, area.height, other.area.y, other.area.height),
    )


def _middle(a: float, a_size: float, b: float, b_size: float) -> float | None:
    low, high = max(a, b), min(a + a_size, b + b_size)
    return (low + high) / 2 if low < high else None


def _is_sideways(end: End, place: Point) -> bool:
    """Tell whether an edge leaves an area at its left or right side."""
    if end.area is None:
        return True
    to_sides = min(abs(place.x - end.area.x), abs(place.x - end.area.x - end.area.width))
    to_ends = min(abs(place.y - end.area.y), abs(place.y - end.area.y - end.area.height))
    return to_sides <= to_ends


def _joined(a: Point, b: Point, a_sideways: bool, b_sideways: bool) -> tuple[Point, ...]:
    """Join two sides: with two corners halfway when both face the same way, else with one."""
    if abs(a.x - b.x) <= _ALIGNED or abs(a.y - b.y) <= _ALIGNED:
        return (a, b)
    if a_sideways != b_sideways:
        return (a, Point(b.x, a.y) if a_sideways else Point(a.x, b.y), b)
    if a_sideways:
        return (a, Point((a.x + b.x) / 2, a.y), Point((a.x + b.x) / 2, b.y), b)
    return (a, Point(a.x, (a.y + b.y) / 2), Point(b.x, (a.y + b.y) / 2), b)


def _with_corners(points: Sequence[Point], *, level: bool) -> tuple[Point, ...]:
    """Join points by level and upright lines, in turns."""
    found = [points[0]]
    for point in points[1:]:
        before = found[-1]
        across, down = abs(point.x - before.x) > _ALIGNED, abs(point.y - before.y) > _ALIGNED
        if across and down:
            found.append(Point(point.x, before.y) if level else Point(before.x, point.y))
        level = not level if across and down else across
        found.append(point)
    return tuple(found)
