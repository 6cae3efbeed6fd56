"""Junctions: strokes that go on in others, meet in a point, or end on another, as the arms of a bus do."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations, islice, pairwise, product
from typing import TYPE_CHECKING

from whiteboard.reading.ends import JOINT
from whiteboard.reading.geometry import box_around_points, point_to_segment
from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from whiteboard.formats.excalidraw import Element, Point

    Side = int
    EndOf = tuple[int, Side]
    """A trail and one of its sides, 0 or 1."""

_MOST_PAIRS = 400
"""Of one junction, besides one an arm: who joins so many things by lines does not mean each pair of them."""


@dataclass(frozen=True, slots=True)
class Trail:
    """One stroke or several that go on in each other: where its two ends lead, and whether they have a head.

    The strokes are `in_a_row`, or the first is the one that tells this trail from others of the same junction.
    """

    strokes: tuple[Element, ...]
    ends: tuple[str | None, str | None]
    heads: tuple[bool, bool]
    in_a_row: bool = True

    @property
    def is_complete(self) -> bool:
        """Whether both ends lead somewhere."""
        return None not in self.ends


def on_strokes(strokes: Sequence[Element], ends: Sequence[EndOf], *, at_ends: bool = False) -> dict[EndOf, int]:
    """The ends that lie on another stroke, with its place; `at_ends` counts those at its own ends too."""
    if not ends:
        return {}
    places = [box_around_points([strokes[i].points[-side]]) for i, side in ends]
    bodies = BoxIndex([box_around_points(stroke.points) for stroke in strokes])
    found: dict[EndOf, int] = {}
    for (i, side), near in zip(ends, bodies.near(places, JOINT), strict=True):
        point = strokes[i].points[-side]
        passing = [(_off(point, strokes[j].points), j) for j in near if j != i]
        passing = [
            (off, j) for off, j in passing if off <= JOINT and (at_ends or not _is_at_an_end(point, strokes[j].points))
        ]
        if passing:
            found[i, side] = min(passing)[1]
    return found


def _off(point: Point, points: Sequence[Point]) -> float:
    return min((point_to_segment(point, a, b) for a, b in pairwise(points)), default=math.inf)


def _is_at_an_end(point: Point, points: Sequence[Point]) -> bool:
    return min(math.dist(point, points[0]), math.dist(point, points[-1])) <= JOINT


def joined(trails: Sequence[Trail]) -> list[Trail]:
    """Join trails where loose ends meet or end on another trail.

    A row of them, as when a corner is drawn with two lines, becomes one trail. Where more come together, what leads in
    is joined with each that leads out; without any heads, the single arm on its side of a line with all on the other,
    or else each arm with each.
    """
    net = _Net(trails)
    result: list[Trail] = []
    for members in net.components():
        chain = net.chain(members)
        result += [_chained(trails, chain)] if chain else _branched(net, members)
    return result


@dataclass
class _Net:
    """Trails, and where they hang together: `meetings` by end, `ending_on` the trail that an end lies on."""

    trails: Sequence[Trail]
    meetings: dict[EndOf, list[EndOf]] = field(default_factory=dict)
    ending_on: dict[EndOf, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        trails = self.trails
        loose = [(i, side) for i, trail in enumerate(trails) for side in (0, 1) if trail.ends[side] is None]
        plain = [(i, side) for i, side in loose if not trails[i].heads[side]]
        boxes = [box_around_points([trails[i].strokes[0].points[-side]]) for i, side in plain]
        for end, near in zip(plain, BoxIndex(boxes).near(boxes, JOINT), strict=True):
            others = [plain[j] for j in near if plain[j][0] != end[0]]
            if others:
                self.meetings[end] = others
        strokes = [trail.strokes[0] for trail in trails]
        headed = [(i, side) for i, side in loose if trails[i].heads[side]]
        self.ending_on = on_strokes(strokes, plain) | on_strokes(strokes, headed, at_ends=True)
        for end in [end for end, line in self.ending_on.items() if end in self.meetings and trails[line].is_complete]:
            del self.ending_on[end]  # two that go on in each other only pass by a third

    def components(self) -> Iterator[list[int]]:
        """The trails that hang together, in their order."""
        near: defaultdict[int, set[int]] = defaultdict(set)
        pairs = [(i, other) for (i, _), others in self.meetings.items() for other, _ in others]
        for i, j in (*pairs, *((i, j) for (i, _), j in self.ending_on.items())):
            near[i].add(j)
            near[j].add(i)
        seen: set[int] = set()
        for i in range(len(self.trails)):
            if i in seen:
                continue
            seen.add(i)
            members, ahead = [], [i]
            while ahead:
                at = ahead.pop()
                members.append(at)
                ahead += (fresh := near[at] - seen)
                seen |= fresh
            yield sorted(members)

    def outer(self, members: Iterable[int]) -> list[EndOf]:
        """The ends of trails that are not joined to another."""
        ends = ((i, side) for i in members for side in (0, 1))
        return [end for end in ends if end not in self.meetings and end not in self.ending_on]

    def chain(self, members: Sequence[int]) -> list[EndOf] | None:
        """The trails in a row, each with the side it is entered at; None when they are no row."""
        if any(
            len(self.meetings.get((i, side), ())) > 1 or (i, side) in self.ending_on for i in members for side in (0, 1)
        ):
            return None
        outer = self.outer(members)
        if not outer:
            return None
        chain = [outer[0]]
        while meeting := self.meetings.get((chain[-1][0], 1 - chain[-1][1])):
            chain.append(meeting[0])
        return chain if len(chain) == len(members) else None


def _chained(trails: Sequence[Trail], chain: Sequence[EndOf]) -> Trail:
    """Make one trail of several, each entered at the given side."""
    (first, entered), (last, entered_last) = chain[0], chain[-1]
    if len(chain) == 1:
        return trails[first]
    left = 1 - entered_last
    return Trail(
        tuple(stroke for i, _ in chain for stroke in trails[i].strokes),
        (trails[first].ends[entered], trails[last].ends[left]),
        (trails[first].heads[entered], trails[last].heads[left]),
    )


def _branched(net: _Net, members: Sequence[int]) -> list[Trail]:
    """The connections that a junction makes between its arms, after those that its trails are by themselves.

    Each begins with the stroke that tells it from the others; last come those that all have in common.
    """
    trails = net.trails
    whole = [trails[i] for i in members if trails[i].is_complete]
    arms = [end for end in net.outer(members) if _lead(trails, end) is not None]
    ends = {arm for arm, _ in arms}
    common = tuple(s for i in members if i not in ends for s in trails[i].strokes)
    different = ((a, b) for a, b in _pairs(net, members, arms) if a[0] != b[0] and _lead(trails, a) != _lead(trails, b))
    most = _MOST_PAIRS + len(arms)
    pairs = list(islice(different, most + 1))
    if not pairs or len(pairs) > most:
        return [trails[i] for i in members]
    count = Counter(arm for pair in pairs for arm in pair)
    shared = {arm for arm in arms if count[arm] > 1 or trails[arm[0]].is_complete}
    return whole + [_between(trails, pair, shared, common) for pair in pairs]


def _lead(trails: Sequence[Trail], end: EndOf) -> str | None:
    return trails[end[0]].ends[end[1]]


def _between(
    trails: Sequence[Trail], pair: tuple[EndOf, EndOf], shared: set[EndOf], common: tuple[Element, ...]
) -> Trail:
    own, other = sorted(pair, key=lambda end: end in shared)
    strokes = (*trails[own[0]].strokes, *trails[other[0]].strokes, *common)
    (a, from_side), (b, to_side) = pair
    heads = (trails[a].heads[from_side], trails[b].heads[to_side])
    if not any(heads):
        heads = (False, _leads_in(trails, pair[0]))
    return Trail(strokes, (_lead(trails, pair[0]), _lead(trails, pair[1])), heads, in_a_row=False)


def _leads_in(trails: Sequence[Trail], end: EndOf) -> bool:
    """Tell whether the other side of an arm, at the junction, has a head."""
    i, side = end
    return trails[i].heads[1 - side] and not trails[i].is_complete


def _pairs(net: _Net, members: Sequence[int], arms: Sequence[EndOf]) -> Iterable[tuple[EndOf, EndOf]]:
    """Which arms are joined with which."""
    trails = net.trails
    into = [end for end in arms if trails[end[0]].heads[end[1]]]
    if into:
        plain = [end for end in arms if not trails[end[0]].heads[end[1]]]
        return product(plain, into) if plain else combinations(into, 2)
    leading = [end for end in arms if _leads_in(trails, end)]
    if leading:
        return product(leading, [end for end in arms if not _leads_in(trails, end)])
    sides = _sides(net, members, arms)
    return product(*sides) if all(sides) and min(map(len, sides)) == 1 else combinations(arms, 2)


def _sides(net: _Net, members: Iterable[int], arms: Iterable[EndOf]) -> tuple[list[EndOf], list[EndOf]]:
    """The arms on either side of the line that they end on; none when they end on several lines, or on none."""
    lines: Mapping[EndOf, int] = {
        end: net.ending_on[end] for i in members for end in ((i, 0), (i, 1)) if end in net.ending_on
    }
    sides: tuple[list[EndOf], list[EndOf]] = ([], [])
    if len(set(lines.values())) != 1:
        return sides
    index = next(iter(lines.values()))
    line = net.trails[index].strokes[0].points
    along = (line[-1].x - line[0].x, line[-1].y - line[0].y)
    for i, side in arms:
        if i != index:
            point = net.trails[i].strokes[0].points[-side]
            off = along[0] * (point.y - line[0].y) - along[1] * (point.x - line[0].x)
            sides[off > 0].append((i, side))
    return sides
