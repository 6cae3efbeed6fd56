"""Connectors: the strokes that lead from one thing to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.reading.ends import ends_of, turn_of
from whiteboard.reading.geometry import box_around_points
from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.model.architecture import Direction
    from whiteboard.reading.ends import Targets

_STRAIGHT = 2
"""Points of a stroke without a corner."""
_JOINT = 12.0
"""Lines whose ends are no farther apart than this go on in each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """One or more strokes from one thing to another, named by the ids of figures or free texts.

    An end that leads nowhere is None. `source` is where a single head does not point.
    """

    id: str
    strokes: tuple[Element, ...]
    source: str | None
    target: str | None
    direction: Direction

    @property
    def is_complete(self) -> bool:
        """Whether it connects two different things."""
        return self.source is not None and self.target is not None and self.source != self.target


@dataclass(frozen=True, slots=True)
class _Trail:
    """One stroke or several that go on in each other: where its two ends lead, and whether they have a head."""

    strokes: tuple[Element, ...]
    ends: tuple[str | None, str | None]
    heads: tuple[bool, bool]


def find_connectors(strokes: Sequence[Element], targets: Targets) -> tuple[Connector, ...]:
    """Make connectors of the arrows, complete or not, and of the lines that connect two things."""
    drawn = [stroke for stroke in strokes if len(stroke.points) > 1]
    resolved = targets.resolve([end for stroke in drawn for end in ends_of(stroke)])
    pairs = zip(resolved[::2], resolved[1::2], strict=True)
    trails = [_Trail((s,), pair, (s.start_head, s.end_head)) for s, pair in zip(drawn, pairs, strict=True)]
    trails = _turned(trails, targets)
    connectors = [_connector(trail) for trail in _joined(trails)]
    return tuple(c for c in connectors if c.is_complete or c.strokes[0].type == "arrow")


def _connector(trail: _Trail) -> Connector:
    source, target = trail.ends
    direction: Direction = "forward" if any(trail.heads) else "none"
    if all(trail.heads):
        direction = "both"
    elif trail.heads[0]:
        source, target = target, source
    main = min(trail.strokes, key=lambda s: (s.type != "arrow", s.id))
    others = sorted((s for s in trail.strokes if s is not main), key=lambda s: s.id)
    return Connector(id=main.id, strokes=(main, *others), source=source, target=target, direction=direction)


def _turned(trails: Sequence[_Trail], targets: Targets) -> list[_Trail]:
    """Let strokes that go somewhere and come back lead to where they turn, both ways."""
    back = [
        i
        for i, t in enumerate(trails)
        if t.ends[0] == t.ends[1] is not None and len(t.strokes[0].points) > _STRAIGHT and not t.strokes[0].custom.drawn
    ]
    turns = targets.resolve([turn_of(trails[i].strokes[0]) for i in back])
    result = list(trails)
    for i, turn in zip(back, turns, strict=True):
        if turn is not None:
            result[i] = replace(trails[i], ends=(trails[i].ends[0], turn), heads=(True, True))
    return result


def _joined(trails: Sequence[_Trail]) -> list[_Trail]:
    """Join trails where two loose ends meet, as when a corner is drawn with two lines."""
    meeting = _meetings(trails)
    result = []
    seen: set[int] = set()
    for i, trail in enumerate(trails):
        outer = [side for side in (0, 1) if (i, side) not in meeting]
        if i in seen or not outer:
            continue
        chain = [(i, outer[0])]
        while (leaving := (chain[-1][0], 1 - chain[-1][1])) in meeting:
            chain.append(meeting[leaving])
        seen.update(j for j, _ in chain)
        result.append(trail if len(chain) == 1 else _chained(trails, chain))
    return result


def _chained(trails: Sequence[_Trail], chain: Sequence[tuple[int, int]]) -> _Trail:
    """Make one trail of several, each entered at the given side."""
    (first, entered), (last, entered_last) = chain[0], chain[-1]
    left = 1 - entered_last
    return _Trail(
        tuple(stroke for i, _ in chain for stroke in trails[i].strokes),
        (trails[first].ends[entered], trails[last].ends[left]),
        (trails[first].heads[entered], trails[last].heads[left]),
    )


def _meetings(trails: Sequence[_Trail]) -> dict[tuple[int, int], tuple[int, int]]:
    """Pair the loose ends that meet, each named by its trail and side. Where three meet, it is no corner."""
    loose = [
        (i, side)
        for i, trail in enumerate(trails)
        for side in (0, 1)
        if trail.ends[side] is None and not trail.heads[side]
    ]
    boxes = [box_around_points([trails[i].strokes[0].points[-side]]) for i, side in loose]
    near_all = BoxIndex(boxes).near(boxes, _JOINT)
    pairs = [[loose[j] for j in near] for near in near_all]
    return {
        end: other
        for end, near in zip(loose, pairs, strict=True)
        for other in near
        if len(near) == len("ab") and other[0] != end[0]
    }
