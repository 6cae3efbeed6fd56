"""A simple layout that always works: every boundary a block of columns, block inside block.

Used when Graphviz has no answer. It takes time in proportion to the drawing and lets nothing overlap; arrows go
straight.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.formats.elements import Area
from whiteboard.formats.layout.plan import BOX_GAP, HEADROOM, LAYER_GAP, PADDING, Places, Size

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from whiteboard.formats.excalidraw import Point
    from whiteboard.formats.layout.plan import Plan

_TALLEST = 12
"""Things in one column; more go into the next."""


def place_in_blocks(plan: Plan) -> Places:
    """Place everything, the insides of boundaries first."""
    links = _links_by_boundary(plan)
    sizes = {box.key: box.size for box in plan.boxes}
    offsets: dict[str, Point] = {}
    for boundary in [*(b.key for b in reversed(plan.boundaries)), None]:
        columns = _columns(plan.inside[boundary], links[boundary])
        size = _arrange(columns, sizes, offsets, downwards=plan.flow in ("TB", "BT"))
        if boundary is not None:
            sizes[boundary] = Size(size.width + 2 * PADDING, size.height + 2 * PADDING + HEADROOM)
    return Places(areas=_areas(plan, sizes, offsets))


def _links_by_boundary(plan: Plan) -> Mapping[str | None, list[tuple[str, str]]]:
    """For each boundary, the links between the things directly in it that they or their insides have."""
    found: defaultdict[str | None, list[tuple[str, str]]] = defaultdict(list)
    for link in plan.links:
        place = plan.common(link.source, link.target)
        source, target = (_ancestor_in(plan, end, place) for end in (link.source, link.target))
        if source != target:
            found[place].append((source, target))
    return found


def _ancestor_in(plan: Plan, key: str, place: str | None) -> str:
    at = key
    while (parent := plan.parents[at]) != place:
        at = parent or key
    return at


def _columns(keys: Sequence[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Sort things into columns, each as far on as the longest way to it."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(keys)
    graph.add_edges_from(links)
    rounds = nx.condensation(graph)
    order = {key: i for i, key in enumerate(keys)}
    columns = []
    for generation in nx.topological_generations(rounds):
        members = sorted((key for part in generation for key in rounds.nodes[part]["members"]), key=order.__getitem__)
        columns += [members[i : i + _TALLEST] for i in range(0, len(members), _TALLEST)]
    return columns


def _arrange(
    columns: Sequence[Sequence[str]], sizes: Mapping[str, Size], offsets: dict[str, Point], *, downwards: bool
) -> Size:
    """Set columns beside each other (or rows below each other), and return the size of it all."""
    from whiteboard.formats.excalidraw import Point

    along = across = 0.0
    for column in columns:
        side, depth = 0.0, 0.0
        for key in column:
            width, height = sizes[key]
            offsets[key] = Point(side, along) if downwards else Point(along, side)
            side += (width if downwards else height) + BOX_GAP
            depth = max(depth, height if downwards else width)
        across = max(across, side - BOX_GAP)
        along += depth + LAYER_GAP
    along = max(along - LAYER_GAP, 0.0)
    return Size(across, along) if downwards else Size(along, across)


def _areas(plan: Plan, sizes: Mapping[str, Size], offsets: Mapping[str, Point]) -> dict[str, Area]:
    outlines = {box.key: box.outline for box in plan.boxes}
    areas: dict[str, Area] = {}
    for key in (*(b.key for b in plan.boundaries), *outlines):
        parent = plan.parents[key]
        left, top = (areas[parent].x + PADDING, areas[parent].y + PADDING + HEADROOM) if parent else (0.0, 0.0)
        x, y = left + offsets[key].x, top + offsets[key].y
        areas[key] = Area(x, y, *sizes[key], outlines.get(key, "rectangle"))
    return areas
