"""A page as a tree: where each cell stands on the board, what is around it, and what of it is there to be seen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whiteboard.formats.elements import Area
from whiteboard.formats.excalidraw import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.drawio.cells import Cell
    from whiteboard.formats.records import Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell with its place on the board. `around` is the vertex or edge it stands in; `origin` is where its own
    coordinates begin.
    """

    cell: Cell
    area: Area
    origin: Point
    around: str | None


@dataclass(slots=True)
class Sheet:
    """The cells of a page that can be seen, by id, in drawing order.

    `inside` are the ids of the cells directly in one; `hidden` counts those on layers that are switched off, by layer,
    and those that are hidden themselves or in something folded, under an empty name.
    """

    cells: dict[str, Placed] = field(default_factory=dict)
    inside: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    hidden: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))


def sheet_of(cells: Sequence[Cell], page: str, problems: Problems) -> Sheet:
    """Place the cells. Notes a problem for cells that contain each other."""
    known = {cell.id for cell in cells}
    children: defaultdict[str | None, list[Cell]] = defaultdict(list)
    for cell in cells:
        children[cell.parent if cell.parent in known else None].append(cell)
    sheet = Sheet()
    reached = 0
    waiting = [(cell, None, None) for cell in reversed(children[None])]
    trail: list[tuple[Cell, Placed | None, str | None]] = list(waiting)
    while trail:
        cell, parent, unseen = trail.pop()
        reached += 1
        placed = _placed(cell, parent)
        unseen = _unseen(cell, unseen)
        if cell.is_vertex or cell.is_edge:
            _put(sheet, placed, unseen)
        below = "" if cell.is_collapsed and unseen is None else unseen
        inner = placed if cell.is_vertex or cell.is_edge else None
        trail.extend((child, inner, below) for child in reversed(children.get(cell.id, ())))
    if reached < len(cells):
        problems.add(page, f"has {len(cells) - reached} cells that contain each other")
    return sheet


def _unseen(cell: Cell, around: str | None) -> str | None:
    """The layer that hides a cell, "" when it is hidden otherwise, None when it can be seen."""
    if around is not None or cell.is_visible:
        return around
    return "" if cell.is_vertex or cell.is_edge else cell.label or "without a name"


def _put(sheet: Sheet, placed: Placed, unseen: str | None) -> None:
    if unseen is not None:
        sheet.hidden[unseen] += 1
        return
    sheet.cells[placed.cell.id] = placed
    if placed.around is not None:
        sheet.inside[placed.around].append(placed.cell.id)


def _placed(cell: Cell, parent: Placed | None) -> Placed:
    geometry = cell.geometry
    base = Area(0, 0, 0, 0) if parent is None else parent.area
    share = geometry.relative and parent is not None
    x = base.x + (geometry.x * base.width if share else geometry.x) + geometry.offset.x
    y = base.y + (geometry.y * base.height if share else geometry.y) + geometry.offset.y
    if cell.is_edge:
        x, y = base.x, base.y
    return Placed(
        cell=cell,
        area=Area(x, y, geometry.width, geometry.height),
        origin=Point(base.x, base.y),
        around=None if parent is None else parent.cell.id,
    )
