"""Connectors: the strokes that lead from one thing to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.formats.ids import Ids
from whiteboard.reading.ends import ends_of, turn_of
from whiteboard.reading.junctions import Trail, joined, on_strokes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.model.architecture import Direction
    from whiteboard.reading.ends import End, Targets

_STRAIGHT = 2
"""Points of a stroke without a corner."""


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


def find_connectors(
    strokes: Sequence[Element], targets: Targets, barbs: Mapping[str, tuple[Element, ...]] | None = None
) -> tuple[Connector, ...]:
    """Make connectors of the arrows, complete or not, and of the lines that connect two things.

    `barbs` are the strokes that draw the heads of others.
    """
    drawn = [stroke for stroke in strokes if len(stroke.points) > 1]
    resolved = targets.resolve([end for ends in _ends(drawn) for end in ends])
    pairs = zip(resolved[::2], resolved[1::2], strict=True)
    trails = [Trail((s,), pair, (s.start_head, s.end_head)) for s, pair in zip(drawn, pairs, strict=True)]
    ids = Ids()
    connectors = [_connector(trail, ids, barbs or {}) for trail in joined(_turned(trails, targets))]
    return tuple(c for c in connectors if c.is_complete or c.strokes[0].type == "arrow")


def _ends(strokes: Sequence[Element]) -> list[tuple[End, End]]:
    """The ends of strokes. One of a plain line that lies on another stroke leads there, and not to what is ahead."""
    ends = [ends_of(stroke) for stroke in strokes]
    plain = [
        (i, side) for i, s in enumerate(strokes) if _is_plain_line(s) for side in (0, 1) if not ends[i][side].bound
    ]
    for i, side in on_strokes(strokes, plain):
        pair = [*ends[i]]
        pair[side] = replace(pair[side], length=0.0)
        ends[i] = (pair[0], pair[1])
    return ends


def _is_plain_line(stroke: Element) -> bool:
    return stroke.type != "arrow" and not stroke.start_head and not stroke.end_head


def _connector(trail: Trail, ids: Ids, barbs: Mapping[str, tuple[Element, ...]]) -> Connector:
    source, target = trail.ends
    direction: Direction = "forward" if any(trail.heads) else "none"
    if all(trail.heads):
        direction = "both"
    elif trail.heads[0]:
        source, target = target, source
    first, *others = trail.strokes
    if trail.in_a_row:
        first, *others = sorted(trail.strokes, key=lambda s: (s.type != "arrow", s.id))
    strokes = (first, *others, *(barb for stroke in trail.strokes for barb in barbs.get(stroke.id, ())))
    return Connector(id=ids.new(first.id), strokes=strokes, source=source, target=target, direction=direction)


def _turned(trails: Sequence[Trail], targets: Targets) -> list[Trail]:
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
