"""The layered layout by Graphviz: the plan as DOT source, and the places from what it answers.

The label of a link is a box of its own in a layer between, so that it covers nothing and its arrow runs through it.
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from whiteboard.formats import graphviz
from whiteboard.formats.elements import Area
from whiteboard.formats.excalidraw import Point
from whiteboard.formats.layout.plan import BOX_GAP, HEADROOM, LAYER_GAP, PADDING, Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from whiteboard.formats.layout.plan import Box, Link, Plan, Size

_INCH = 72.0
_LABEL_ROOM = 12.0
"""Around the text of a link."""
_SHAPES = {"ellipse": "ellipse", "diamond": "diamond"}
_APART = 24.0
"""Between boundaries beside each other."""
_CLEAR = 24.0
"""Around a label no corner is kept: its arrow would wind itself around the text."""
_STRAIGHT = 6.0
"""A corner that is no farther than this off the straight line is none."""
_SETTINGS = "compound=true; splines=polyline; nslimit=1; nslimit1=1; mclimit=0.2; outputorder=edgesfirst;"


def place_in_layers(plan: Plan) -> Places:
    """Place everything in layers. Raises GraphvizError."""
    answer = json.loads(graphviz.run(dot_source(plan), "json0"))
    height = float(answer["bb"].split(",")[3])
    objects = answer.get("objects", [])
    areas = {o["name"]: _area(o, height) for o in objects if "pos" in o or "bb" in o}
    ways = {edge["id"]: _corners(edge["pos"], height) for edge in answer.get("edges", ()) if "pos" in edge}
    outlines = {box.key: box.outline for box in plan.boxes}
    return Places(
        areas={key: areas[key]._replace(outline=outlines.get(key, "rectangle")) for key in plan.parents},
        ways={link.key: tuple(_way(link, ways, areas)) for link in plan.links},
        labels={link.key: areas[_label_key(link)].center for link in plan.links if link.label},
    )


def dot_source(plan: Plan) -> str:
    """Write the plan as DOT source. All names in it are keys of ours."""
    labelled = any(link.label for link in plan.links)
    layer_gap = LAYER_GAP / 2 if labelled else LAYER_GAP
    representatives = _representatives(plan)
    lines = [
        f"digraph {{ rankdir={plan.flow}; nodesep={BOX_GAP / _INCH:.3f}; ranksep={layer_gap / _INCH:.3f}; {_SETTINGS}",
        f'node [fixedsize=true, label="", shape=box]; edge [dir=none, minlen={2 if labelled else 1}];',
        *_contents(plan),
        *(line for link in plan.links for line in _edges(link, plan, representatives)),
        "}",
    ]
    return "\n".join(lines)


def _contents(plan: Plan) -> Iterator[str]:
    """Boundaries and what is in them, written without recursion, as they may be nested deeply."""
    boxes: dict[str, Box] = {box.key: box for box in plan.boxes}
    labels: dict[str | None, list[Link]] = {}
    for link in plan.links:
        if link.label:
            labels.setdefault(_label_place(link, plan), []).append(link)
    waiting: list[str | None] = [*reversed(plan.inside[None])]
    yield from (_label_box(link) for link in labels.get(None, ()))
    while waiting:
        key = waiting.pop()
        if key is None:
            yield "}"
        elif key in boxes:
            yield _node(key, boxes[key].size, _SHAPES.get(boxes[key].outline, "box"))
        else:
            yield f'subgraph {key} {{ margin={PADDING + _APART / 2:.0f}; label=" "; fontsize={HEADROOM * 0.6:.1f};'
            yield from (_label_box(link) for link in labels.get(key, ()))
            waiting += [None, *reversed(plan.inside[key])]


def _node(key: str, size: Size, shape: str) -> str:
    return f"{key} [width={size.width / _INCH:.3f}, height={size.height / _INCH:.3f}, shape={shape}];"


def _label_box(link: Link) -> str:
    width, height = link.label or (0.0, 0.0)
    room = _LABEL_ROOM / _INCH
    return f"{_label_key(link)} [width={width / _INCH + room:.3f}, height={height / _INCH + room:.3f}];"


def _label_key(link: Link) -> str:
    return f"{link.key}_label"


def _label_place(link: Link, plan: Plan) -> str | None:
    """The boundary a label stands in: the innermost around both ends, but none that is itself an end."""
    return plan.common(link.source, link.target)


def _representatives(plan: Plan) -> dict[str, str]:
    """For every boundary a box inside of it, which stands for it in links; for every box itself."""
    found = {box.key: box.key for box in plan.boxes}
    for boundary in reversed(plan.boundaries):
        found[boundary.key] = found[plan.inside[boundary.key][0]]
    return found


def _edges(link: Link, plan: Plan, representatives: Mapping[str, str]) -> Iterator[str]:
    source, target = representatives[link.source], representatives[link.target]
    if source == target:
        return
    around_source, around_target = plan.around(source), plan.around(target)
    tail = f", ltail={link.source}" if link.source != source and link.source not in around_target else ""
    head = f", lhead={link.target}" if link.target != target and link.target not in around_source else ""
    if not link.label:
        yield f"{source} -> {target} [id={link.key}{tail}{head}];"
        return
    label = _label_key(link)
    yield f"{source} -> {label} [id={link.key}_in, minlen=1{tail}];"
    yield f"{label} -> {target} [id={link.key}_out, minlen=1{head}];"


def _area(thing: Mapping[str, Any], height: float) -> Area:
    """Where a node or a cluster is. Graphviz counts y upwards."""
    if "bb" in thing:
        left, low, right, high = map(float, thing["bb"].split(","))
        rim, head = _APART / 2, float(thing.get("lheight", 0)) * _INCH
        return Area(left + rim, height - high + rim + head, right - left - 2 * rim, high - low - 2 * rim - head)
    x, y = map(float, thing["pos"].split(","))
    wide, tall = float(thing["width"]) * _INCH, float(thing["height"]) * _INCH
    return Area(x - wide / 2, height - y - tall / 2, wide, tall)


def _corners(pos: str, height: float) -> list[Point]:
    """The corners of a polyline, which Graphviz writes as a spline: every third point lies on it."""
    points = [Point(float(x), height - float(y)) for x, _, y in (pair.partition(",") for pair in pos.split())]
    return points[::3]


def _way(link: Link, ways: Mapping[str, Sequence[Point]], areas: Mapping[str, Area]) -> Iterable[Point]:
    """The corners of a link between its ends, with the middle of its label in their middle."""
    if not link.label:
        return _bends(ways.get(link.key, ()))
    label = areas[_label_key(link)]
    middle, clear = label.center, label.width / 2 + _CLEAR
    before, behind = (
        [point for point in _bends(ways.get(f"{link.key}_{part}", ())) if math.dist(point, middle) > clear]
        for part in ("in", "out")
    )
    count = max(len(before), len(behind))
    ends = _ends(ways, link)
    return [*_padded(before, count, ends[0], middle), middle, *_padded(behind, count, middle, ends[1])]


def _ends(ways: Mapping[str, Sequence[Point]], link: Link) -> tuple[Point, Point]:
    way_in, way_out = ways.get(f"{link.key}_in"), ways.get(f"{link.key}_out")
    nowhere = Point(0.0, 0.0)
    return way_in[0] if way_in else nowhere, way_out[-1] if way_out else nowhere


def _bends(points: Sequence[Point]) -> list[Point]:
    """The points of a polyline, without its ends, where it changes direction."""
    if not points:
        return []
    kept = [points[0]]
    for point, following in pairwise(points[1:]):
        if _off_line(kept[-1], following, point) > _STRAIGHT:
            kept.append(point)
    return kept[1:]


def _off_line(a: Point, b: Point, point: Point) -> float:
    """How far a point is off the line through two others."""
    dx, dy = b.x - a.x, b.y - a.y
    length = (dx * dx + dy * dy) ** 0.5
    return abs((point.x - a.x) * dy - (point.y - a.y) * dx) / length if length else 0.0


def _padded(points: list[Point], count: int, start: Point, end: Point) -> list[Point]:
    """The same way with `count` corners: the longest stretches are halved."""
    stops = [start, *points, end]
    while len(stops) < count + 2:
        lengths = [abs(b.x - a.x) + abs(b.y - a.y) for a, b in pairwise(stops)]
        longest = lengths.index(max(lengths))
        a, b = stops[longest], stops[longest + 1]
        stops.insert(longest + 1, Point((a.x + b.x) / 2, (a.y + b.y) / 2))
    return stops[1:-1]
