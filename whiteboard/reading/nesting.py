"""What stands inside what: for each figure the smallest one around it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.reading.figures import Figure
    from whiteboard.reading.geometry import Box

_COVERED = 0.9
_LARGER = 1.3
_MOSTLY_INSIDE = 0.5
_ICON_UNDER_TEXT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Nesting:
    """Figures by id, with the smallest figure around each and the figures directly inside."""

    figures: Mapping[str, Figure]
    parent: Mapping[str, str | None]
    children: Mapping[str, tuple[str, ...]]

    def around(self, id_: str) -> list[str]:
        """The figures around one, from the smallest to the largest."""
        found = []
        parent = self.parent[id_]
        while parent is not None:
            found.append(parent)
            parent = self.parent[parent]
        return found


def nest(figures: Sequence[Figure]) -> Nesting:
    """Find what stands inside what. A figure is inside another that covers nearly all of it and is clearly larger."""
    boxes = [figure.box for figure in figures]
    parent: dict[str, str | None] = {}
    children: defaultdict[str, list[str]] = defaultdict(list)
    for figure, near in zip(figures, BoxIndex(boxes).near(boxes), strict=True):
        around = [figures[i] for i in near if _stands_in(figure.box, boxes[i])]
        smallest = min(around, key=lambda f: (f.box.area, f.id), default=None)
        parent[figure.id] = smallest.id if smallest else None
        if smallest:
            children[smallest.id].append(figure.id)
    return Nesting(
        figures={figure.id: figure for figure in figures},
        parent=parent,
        children={id_: tuple(inside) for id_, inside in children.items()},
    )


def hosts(figures: Sequence[Figure], boxes: Sequence[Box]) -> list[str | None]:
    """For each box (of a text), the smallest figure that holds its middle and most of it, or that it mostly covers."""
    found: list[str | None] = []
    near_all = BoxIndex([figure.box for figure in figures]).near(boxes)
    for box, near in zip(boxes, near_all, strict=True):
        around = [figures[i] for i in near if _holds(figures[i].box, box)]
        smallest = min(around, key=lambda f: (f.box.area, f.id), default=None)
        found.append(smallest.id if smallest else None)
    return found


def _stands_in(inner: Box, outer: Box) -> bool:
    return outer.area > _LARGER * inner.area and outer.covers(inner, _COVERED)


def _holds(figure: Box, text: Box) -> bool:
    if not figure.has(text.center):
        return False
    is_icon_under_text = figure.area >= _ICON_UNDER_TEXT * text.area
    least = min(text.area, figure.area) if is_icon_under_text else text.area
    return figure.shared(text) >= _MOSTLY_INSIDE * least
