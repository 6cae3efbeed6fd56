"""Arrowheads that are drawn by hand: two short strokes, a V, or the way the pen goes on at the end of a line."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from whiteboard.formats.excalidraw import Point
from whiteboard.reading.geometry import box_around_points, length
from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from whiteboard.formats.excalidraw import Element

_SHORTEST_BARB, _LONGEST_BARB = 6.0, 60.0
_MOST_OF_SHAFT = 0.4
"""How long a barb may be beside the line that it ends."""
_STRAIGHT = 1.15
"""How much longer than straight a barb may be."""
_NEAR_TIP = 14.0
"""How far from the end of its line a head may be drawn."""
_NARROWEST, _WIDEST = math.radians(8), math.radians(80)
"""Between a barb and its line."""
_TREMOR = 4.0
"""How far the pen trembles."""
_BACK = 20.0
"""The stretch of a line before its end that tells where it leads."""
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Headed:
    """The strokes with the heads that were drawn to them, and the strokes that draw these, by stroke."""

    strokes: tuple[Element, ...]
    barbs: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Barb:
    """One side of a head that stroke `index` draws: from the tip to its outer end."""

    index: int
    tip: Point
    outer: Point


def with_drawn_heads(strokes: Sequence[Element]) -> Headed:
    """Find the heads among strokes; what draws one is no stroke any more."""
    drawn = [_trimmed(stroke) for stroke in strokes]
    barbs = [barb for i, stroke in enumerate(drawn) for barb in _barbs(i, stroke)]
    if not barbs:
        return Headed(tuple(drawn))
    found: dict[tuple[int, bool], list[int]] = {}
    taken: set[int] = set()
    for shaft, at_end, near in _chances(drawn, barbs):
        free = [barb for barb in near if barb.index not in taken and barb.index != shaft]
        if shaft not in taken and (pair := _pair(drawn[shaft], at_end, free)):
            found[shaft, at_end] = [barb.index for barb in pair]
            taken.update(found[shaft, at_end])
    return _applied(drawn, {key: ids for key, ids in found.items() if key[0] not in taken})


def _applied(drawn: Sequence[Element], found: Mapping[tuple[int, bool], Sequence[int]]) -> Headed:
    gone = {i for ids in found.values() for i in ids}
    heads = dict(enumerate(drawn))
    barbs: defaultdict[str, list[Element]] = defaultdict(list)
    for (shaft, at_end), ids in found.items():
        stroke = heads[shaft]
        heads[shaft] = replace(stroke, end_head=at_end or stroke.end_head, start_head=not at_end or stroke.start_head)
        barbs[stroke.id] += [drawn[i] for i in dict.fromkeys(ids)]
    kept = tuple(stroke for i, stroke in heads.items() if i not in gone)
    return Headed(kept, {id_: tuple(strokes) for id_, strokes in barbs.items()})


def _chances(drawn: Sequence[Element], barbs: Sequence[_Barb]) -> Iterator[tuple[int, bool, list[_Barb]]]:
    """The ends of strokes without a head with the barbs whose tips are near, the longest stroke first."""
    order = sorted((i for i, s in enumerate(drawn) if len(s.points) > 1), key=lambda i: -length(drawn[i].points))
    ends = [
        (i, at_end)
        for i in order
        for at_end in (True, False)
        if not (drawn[i].end_head if at_end else drawn[i].start_head)
    ]
    tips = BoxIndex([box_around_points([barb.tip]) for barb in barbs])
    places = [box_around_points([drawn[i].points[-1 if at_end else 0]]) for i, at_end in ends]
    for (i, at_end), near in zip(ends, tips.near(places, _NEAR_TIP), strict=True):
        if near:
            yield i, at_end, [barbs[j] for j in near]


def _barbs(index: int, stroke: Element) -> Iterator[_Barb]:
    """The sides of a head that a stroke may draw: a short straight one either way round, or the two of a V."""
    if stroke.type == "arrow" or stroke.start_head or stroke.end_head or stroke.start or stroke.end:
        return
    points = stroke.points
    if len(points) < _PAIR or length(points) > 2 * _LONGEST_BARB * _STRAIGHT:
        return
    if _is_barb(points):
        yield _Barb(index, points[0], points[-1])
        yield _Barb(index, points[-1], points[0])
        return
    corner = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]) + math.dist(points[i], points[-1]))
    if _is_barb(points[: corner + 1]) and _is_barb(points[corner:]):
        yield _Barb(index, points[corner], points[0])
        yield _Barb(index, points[corner], points[-1])


def _is_barb(points: Sequence[Point]) -> bool:
    span = math.dist(points[0], points[-1])
    return _SHORTEST_BARB <= span <= _LONGEST_BARB and length(points) <= _STRAIGHT * span


def _pair(shaft: Element, at_end: bool, barbs: Sequence[_Barb]) -> tuple[_Barb, _Barb] | None:
    """The two barbs that make a head at an end of a stroke: one on each side of it."""
    points = shaft.points if at_end else shaft.points[::-1]
    back, longest = _backwards(points), _MOST_OF_SHAFT * length(points)
    sides: dict[bool, _Barb] = {}
    for barb in sorted(barbs, key=lambda b: (math.dist(b.tip, points[-1]), b.index)):
        turn = _turn(back, barb)
        if math.dist(barb.tip, barb.outer) <= longest and _NARROWEST <= abs(turn) <= _WIDEST:
            sides.setdefault(turn > 0, barb)
    return (sides[True], sides[False]) if len(sides) == _PAIR else None


def _backwards(points: Sequence[Point]) -> Point:
    """Where a stroke comes from at its end, as a point relative to it, without the tremor of the pen."""
    end = points[-1]
    before = next((p for p in reversed(points) if math.dist(p, end) >= _BACK), points[0])
    return Point(before.x - end.x, before.y - end.y)


def _turn(back: Point, barb: _Barb) -> float:
    """The angle from a line, looking back from its end, to a barb."""
    x, y = barb.outer.x - barb.tip.x, barb.outer.y - barb.tip.y
    return math.atan2(back.x * y - back.y * x, back.x * x + back.y * y)


def _trimmed(stroke: Element) -> Element:
    """A freehand stroke that ends in the two barbs of a head, as its line with a head."""
    if stroke.type != "freedraw" or stroke.start_head or stroke.end_head or len(stroke.points) <= len("abcd"):
        return stroke
    import shapely

    corners = [Point(x, y) for x, y in shapely.LineString(stroke.points).simplify(_TREMOR).coords]
    if len(corners) <= len("abcd"):
        return stroke
    *line, tip, one, again, other = corners
    shaft = replace(stroke, points=(*line, tip))
    is_head = math.dist(tip, again) <= _NEAR_TIP and _is_barb([tip, one]) and _is_barb([again, other])
    if not is_head or _pair(shaft, True, [_Barb(0, tip, one), _Barb(1, again, other)]) is None:
        return stroke
    return replace(shaft, end_head=True)
