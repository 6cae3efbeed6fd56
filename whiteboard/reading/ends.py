"""Where the ends of a stroke lead: by binding first, then by geometry."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.formats.excalidraw import Point
from whiteboard.reading.geometry import Box, box_around_points, heading, length, ray_reach
from whiteboard.reading.index import BoxIndex
from whiteboard.reading.words import is_long

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.nesting import Nesting
    from whiteboard.reading.visible import Visible

_NEAR = 25.0
"""How far an end may stay off a figure in any direction; Excalidraw itself binds within 20."""
_NEAR_TEXT = 12.0
_COVERED = 0.9
JOINT = 12.0
"""Lines whose ends are no farther apart than this go on in each other; nor may one end farther off one it ends on."""
_SAME_WAY = 0.3
"""The cosine between strokes that come from the same side."""
_SHARE_AHEAD = 0.4
_MOST_AHEAD = 160.0
"""How far an end may stay off a figure that its stroke points at: a share of its length, and the most."""
_SHARE_ASIDE = 0.25
_MOST_ASIDE = 70.0
"""How far the end of an arrow may stay off a figure that it only points towards."""
_TOWARDS = 0.5
"""The least cosine between where an end points and where the figure is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """One end of a stroke: where it is, where it points, how long the stroke is, and what it is bound to."""

    point: Point
    direction: Point
    length: float
    bound: str | None
    of_arrow: bool = False

    @property
    def ahead(self) -> float:
        """How far ahead it looks for what it points at."""
        return min(_SHARE_AHEAD * self.length, _MOST_AHEAD)

    @property
    def aside(self) -> float:
        """How far it looks about for what it may mean if it points at nothing: only an arrow surely means any."""
        return min(_SHARE_ASIDE * self.length, _MOST_ASIDE) if self.of_arrow else 0.0


def ends_of(stroke: Element) -> tuple[End, End]:
    """The start and the end of a stroke that has at least two points."""
    points = stroke.points
    size, of_arrow = length(points), stroke.type == "arrow" or stroke.start_head or stroke.end_head
    return (
        End(point=points[0], direction=heading(points[::-1]), length=size, bound=stroke.start, of_arrow=of_arrow),
        End(point=points[-1], direction=heading(points), length=size, bound=stroke.end, of_arrow=of_arrow),
    )


def turn_of(stroke: Element) -> End:
    """The corner of a stroke that is farthest from both its ends, as an end."""
    points = stroke.points
    turn = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]) + math.dist(points[i], points[-1]))
    return End(point=points[turn], direction=heading(points[: turn + 1]), length=length(points[: turn + 1]), bound=None)


class Targets:
    """All that a stroke can lead to: figures, and texts that stand free or are the caption of a figure."""

    def __init__(self, visible: Visible, nesting: Nesting, owner: Mapping[str, str], texts: Iterable[Element]) -> None:
        self._nesting = nesting
        self._owner = owner
        texts = list(texts)
        written = {text.id: visible.boxes[text.id] for text in texts}
        self._boxes: dict[str, Box] = {id_: figure.box for id_, figure in nesting.figures.items()} | written
        self._texts = frozenset(written)
        self._long = frozenset(text.id for text in texts if is_long(text.text))
        self._ids = list(self._boxes)
        self._index = BoxIndex(list(self._boxes.values()))

    def resolve(self, ends: Sequence[End]) -> list[str | None]:
        """Find for each end what it leads to."""
        loose = [end for end in ends if self._bound(end) is None]
        near_all = self._index.near([_search_box(end) for end in loose])
        chosen = {id(end): self._nearest(end, near) for end, near in zip(loose, near_all, strict=True)}
        lost = [end for end in loose if chosen[id(end)] is None and end.aside > _NEAR]
        around = self._index.near([box_around_points([end.point]).grown(end.aside) for end in lost])
        chosen |= {id(end): self._towards(end, near) for end, near in zip(lost, around, strict=True)}
        return [self._bound(end) or chosen[id(end)] for end in ends]

    def _bound(self, end: End) -> str | None:
        """What the end is bound to; not a boundary when the end lies deep inside of it, at something smaller."""
        owner = self._owner.get(end.bound or "")
        if owner is None or owner not in self._nesting.children:
            return owner
        box = self._boxes[owner]
        return None if box.grown(-_NEAR).has(end.point) else owner

    def _nearest(self, end: End, near: Sequence[int]) -> str | None:
        """Choose the nearest target, then the smallest.

        Last come a long text, whose box is often larger than it, and one beside the end, which is rather its label.
        """
        options = []
        for i in near:
            id_ = self._ids[i]
            away = self._away(end, id_)
            if away is not None:
                box = self._boxes[id_]
                is_aside = id_ in self._texts and not _points_towards(end, box)
                options.append((id_ in self._long or is_aside, away, box.area, id_))
        if not options:
            return None
        nearest = min(options)[-1]
        return self._owner.get(nearest, nearest) if nearest in self._texts else nearest

    def _towards(self, end: End, near: Sequence[int]) -> str | None:
        """Choose the nearest figure that an arrow points towards."""
        options = []
        for i in near:
            id_ = self._ids[i]
            if id_ not in self._texts and id_ not in self._nesting.children:
                box = self._boxes[id_]
                away = box.distance(end.point)
                if away <= end.aside and _points_towards(end, box):
                    options.append((away, box.area, id_))
        return min(options)[-1] if options else None

    def _away(self, end: End, id_: str) -> float | None:
        """How far a target is off an end, None when it is too far. From inside a boundary, all else is nearer."""
        box = self._boxes[id_]
        distance = box.distance(end.point)
        if distance == 0:
            return _MOST_AHEAD * 2 if id_ in self._nesting.children else 0.0
        if distance <= (_NEAR_TEXT if id_ in self._texts else _NEAR):
            return distance
        ahead = ray_reach(box, end.point, end.direction) if end.direction != (0.0, 0.0) else None
        if ahead is None or id_ in self._texts:
            return None
        return ahead if ahead <= end.ahead else None


def _points_towards(end: End, box: Box) -> bool:
    """Tell whether the nearest point of a box lies more or less where an end points."""
    x = min(max(end.point.x, box.left), box.right) - end.point.x
    y = min(max(end.point.y, box.top), box.bottom) - end.point.y
    return end.direction.x * x + end.direction.y * y >= _TOWARDS * math.hypot(x, y)


def _search_box(end: End) -> Box:
    x, y = end.point.x + end.direction.x * end.ahead, end.point.y + end.direction.y * end.ahead
    left, right = sorted((end.point.x, x))
    top, bottom = sorted((end.point.y, y))
    return Box(left, top, right, bottom).grown(_NEAR)


def targets_of(visible: Visible, nesting: Nesting, labels: Labels, marks: Mapping[str, str | None]) -> Targets:
    """The targets once all texts have their place; what is bound to a mark leads to what it marks."""
    owner = {text.id: text.id for text in labels.free}
    for by_figure in (labels.inside, labels.captions):
        owner.update((text.id, figure_id) for figure_id, texts in by_figure.items() for text in texts)
    for figure in nesting.figures.values():
        owner.update((id_, figure.id) for id_ in figure.element_ids)
    owner.update((mark, marked) for mark, marked in marks.items() if marked)
    return Targets(visible, nesting, owner, [*labels.free, *_beside(visible, nesting, labels)])


def _beside(visible: Visible, nesting: Nesting, labels: Labels) -> Iterator[Element]:
    """The texts that name figures from outside of them."""
    for by_figure in (labels.inside, labels.captions):
        for id_, texts in by_figure.items():
            yield from (text for text in texts if not nesting.figures[id_].box.covers(visible.boxes[text.id], _COVERED))


def aimed_at(
    visible: Visible, nesting: Nesting, texts: Sequence[Element], strokes: Iterable[Element]
) -> frozenset[str]:
    """The texts that a loose end of a stroke leads to: they are no labels on it."""
    heads = [
        (end, head)
        for stroke in strokes
        if len(stroke.points) > 1
        for end, head in zip(ends_of(stroke), (stroke.start_head, stroke.end_head), strict=True)
        if end.bound not in visible.by_id
    ]
    going_on = {id(end) for end in _going_on([end for end, head in heads if not head])}
    loose = [end for end, _ in heads if id(end) not in going_on]
    found = Targets(visible, nesting, {}, texts).resolve(loose)
    return frozenset({text.id for text in texts}.intersection(id_ for id_ in found if id_))


def _going_on(ends: Sequence[End]) -> Iterator[End]:
    """The ends where one stroke goes on in another: a text there stands on both."""
    places = [box_around_points([end.point]) for end in ends]
    for i, near in enumerate(BoxIndex(places).near(places, JOINT)):
        if any(_goes_on(ends[i], ends[j]) for j in near if j != i):
            yield ends[i]


def _goes_on(one: End, other: End) -> bool:
    return one.direction.x * other.direction.x + one.direction.y * other.direction.y < _SAME_WAY
