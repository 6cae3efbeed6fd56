"""The paths of arrows and lines in a picture: straight or smooth, and their heads."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from whiteboard.formats.excalidraw import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD_LENGTH = 22.0
_HEAD_ANGLE = math.radians(20)
_BLUNT = math.radians(25)
_TENSION = 1 / 6
"""Of a Catmull-Rom spline written as Bézier curves."""


def number(value: float) -> str:
    """Write a number as short as a picture needs it."""
    return f"{round(value, 2):g}" if abs(value) < 1e5 else f"{value:.0f}"  # noqa: PLR2004 - `g` turns to exponents


def path(points: Sequence[Point], *, smooth: bool) -> str:
    """The path through points, as SVG writes it; `smooth` without corners."""
    start = f"M{_pair(points[0])}"
    if not smooth or len(points) <= len("ab"):
        return start + "".join(f"L{_pair(point)}" for point in points[1:])
    padded = [points[0], *points, points[-1]]
    return start + "".join(_curve(*padded[i : i + 4]) for i in range(len(points) - 1))


def head(points: Sequence[Point], form: str) -> str:
    """The path of the head at the last of the points; triangles, dots and diamonds are closed."""
    tip = points[-1]
    before = next((p for p in reversed(points) if p != tip), None)
    if before is None:
        return ""
    length = min(_HEAD_LENGTH, math.dist(before, tip) / 2)
    angle = math.atan2(tip.y - before.y, tip.x - before.x)
    if form.startswith("bar"):
        left, right = (_away(tip, angle + side * math.pi / 2, length / 2) for side in (1, -1))
        return f"M{_pair(left)}L{_pair(right)}"
    if form.startswith(("circle", "dot", "diamond")):
        left, right = (_away(tip, angle + math.pi + side * math.pi / 4, length / 2) for side in (1, -1))
        return (
            f"M{_pair(tip)}L{_pair(left)}L{_pair(_away(tip, angle + math.pi, length / math.sqrt(2)))}L{_pair(right)}Z"
        )
    spread = _BLUNT if form.startswith("triangle") else _HEAD_ANGLE
    left, right = (_away(tip, angle + math.pi + side * spread, length) for side in (1, -1))
    return f"M{_pair(left)}L{_pair(tip)}L{_pair(right)}" + ("Z" if form.startswith("triangle") else "")


def is_closed(points: Sequence[Point]) -> bool:
    """Tell whether a stroke ends where it began, so that it can be filled."""
    return len(points) > len("abc") and math.dist(points[0], points[-1]) < 1


def _curve(before: Point, start: Point, end: Point, behind: Point) -> str:
    first = Point(start.x + (end.x - before.x) * _TENSION, start.y + (end.y - before.y) * _TENSION)
    second = Point(end.x - (behind.x - start.x) * _TENSION, end.y - (behind.y - start.y) * _TENSION)
    return f"C{_pair(first)} {_pair(second)} {_pair(end)}"


def _away(point: Point, angle: float, distance: float) -> Point:
    return Point(point.x + math.cos(angle) * distance, point.y + math.sin(angle) * distance)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"
