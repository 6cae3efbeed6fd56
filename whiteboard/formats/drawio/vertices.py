"""The vertices of a page as things on a board: boxes, frames, texts, lines."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whiteboard.formats.drawio.captions import captions_of
from whiteboard.formats.drawio.icons import icon_name
from whiteboard.formats.elements import Area, Arrow, Box, Frame, Line, Text
from whiteboard.formats.elements.lettering import laid_out
from whiteboard.formats.excalidraw import Point
from whiteboard.formats.stated_kinds import kind_with

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from whiteboard.formats.drawio.cells import Cell
    from whiteboard.formats.drawio.sheet import Placed, Sheet
    from whiteboard.formats.elements import Thing

_LEAST_SIDE = 4.0
_LIFELINE_HEAD = 40.0
_FONT_SIZES = (10.0, 48.0)
_DRAWIO_FONT_SIZE = 12.0
_NOTES = frozenset({"note", "note2", "umlNote", "mxgraph.mockup.text.stickyNote", "mxgraph.mockup.text.stickyNote2"})
_ROWS = frozenset({"tableRow", "partialRectangle"})


@dataclass(slots=True)
class Vertices:
    """The things that vertices became, and for each vertex that is one, or is part of one, the id of that."""

    things: list[Thing] = field(default_factory=list)
    stands_for: dict[str, str] = field(default_factory=dict)


def draw_vertices(sheet: Sheet, connected: Collection[str]) -> Vertices:
    """Draw the vertices; `connected` are the ids that edges end at."""
    drawer = _Drawer(sheet, connected)
    for placed in sheet.cells.values():
        if placed.cell.is_vertex:
            drawer.draw(placed)
    return drawer.drawn


class _Drawer:
    """Draws one vertex after the other, what is around it before what is inside."""

    def __init__(self, sheet: Sheet, connected: Collection[str]) -> None:
        self.drawn = Vertices()
        self._sheet = sheet
        self._connected = connected
        self._lively = _with_all_around(sheet, connected)
        self._list_of = _lists(sheet)
        self._rows: defaultdict[str, list[str]] = defaultdict(list)
        for id_, holder in self._list_of.items():
            self._rows[holder].append(sheet.cells[id_].cell.label)
        self._captions = captions_of(sheet, connected)
        self._texts_of_icons = {text: icon for icon, text in self._captions.items()}
        self._frames: dict[str, str | None] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    def draw(self, placed: Placed) -> None:
        """Draw a vertex, and keep what those inside it have to know."""
        id_, around = placed.cell.id, placed.around or ""
        self._frames[id_] = self._frames.get(around)
        self._groups[id_] = self._groups.get(around, ())
        if around in self._sheet.cells and self._sheet.cells[around].cell.is_edge:
            return
        if id_ in self._captions or id_ in self._texts_of_icons:
            self._groups[id_] = (f"{self._texts_of_icons.get(id_, id_)}-caption", *self._groups[id_])
        if id_ in self._list_of:
            self.drawn.stands_for[id_] = self._list_of[id_]
            return
        thing = self._thing(placed)
        if isinstance(thing, Frame):
            self._frames[id_] = id_
        if placed.cell.style.is_group and thing is None:
            self._groups[id_] = (id_, *self._groups[id_])
        if thing is not None:
            self.drawn.things.append(thing)
            if not isinstance(thing, Arrow | Line):
                self.drawn.stands_for[id_] = id_

    def _thing(self, placed: Placed) -> Thing | None:
        """What a vertex is drawn as; None when nothing of it can be seen."""
        style = placed.cell.style
        if self._is_frame(placed):
            return Frame(id=placed.cell.id, label=placed.cell.label.replace("\n", " "), area=placed.area)
        is_connected = placed.cell.id in self._connected
        if not placed.cell.label and not is_connected:
            if style.is_block_arrow:
                return _block_arrow(placed)
            if style.is_decoration:
                return _rule(placed)
        if not self._says_anything(placed) and not is_connected:
            return None
        is_note = style.form in _NOTES and not is_connected
        is_point = min(placed.area.width, placed.area.height) < _LEAST_SIDE
        return self._text(placed) if is_note or is_point or style.is_text else self._box(placed)

    def _is_frame(self, placed: Placed) -> bool:
        """Tell whether a vertex is a boundary: it is made to hold others, and does.

        One that edges end at, while they pass by what is inside, is one component with its parts.
        """
        cell, style = placed.cell, placed.cell.style
        if style.is_group and not cell.label:
            return cell.id in self._connected
        holds = any(self._is_box(inner) for inner in self._sheet.inside.get(cell.id, ()))
        is_whole = cell.id in self._connected and not any(i in self._lively for i in self._sheet.inside[cell.id])
        return style.is_container and holds and not is_whole and cell.id not in self._rows

    def _is_box(self, id_: str) -> bool:
        cell = self._sheet.cells[id_].cell
        return cell.is_vertex and not cell.style.is_text and bool(cell.label or cell.style.is_outlined)

    def _says_anything(self, placed: Placed) -> bool:
        cell, style = placed.cell, placed.cell.style
        if cell.label or cell.id in self._rows:
            return True
        is_sheet_of_paper = style.get("strokeColor") == "none" and not style.icon_source and style.look is None
        is_large = min(placed.area.width, placed.area.height) >= _LEAST_SIDE
        can_be_seen = style.is_outlined or bool(style.icon_source)
        return is_large and can_be_seen and not is_sheet_of_paper and not style.is_group

    def _text(self, placed: Placed) -> Text | None:
        cell, area, style = placed.cell, placed.area, placed.cell.style
        low, high = _FONT_SIZES
        size = min(max(style.number("fontSize", _DRAWIO_FONT_SIZE), low), high)
        width = area.width if area.width >= size and style.get("whiteSpace") == "wrap" else None
        if not cell.label:
            return None
        lines = laid_out(cell.label, size, width)
        left = {"left": 0.0, "right": area.width - lines.width}.get(
            style.get("align", "center" if area.width else "left")
        )
        down = {"top": 0.0, "bottom": area.height - lines.height}.get(style.get("verticalAlign", "middle"))
        return Text(
            id=cell.id,
            text=cell.label,
            x=area.x + ((area.width - lines.width) / 2 if left is None else left),
            y=area.y + ((area.height - lines.height) / 2 if down is None else down),
            font_size=size,
            width=width,
            frame=self._frames[cell.id],
            groups=self._groups[cell.id],
        )

    def _label(self, cell: Cell) -> str:
        """The label of a cell, and of a list its rows below."""
        rows = [row.replace("\n", " ") for row in self._rows.get(cell.id, ()) if row]
        return "\n".join([*filter(None, [cell.label]), *(f"- {row}" for row in rows)])

    def _box(self, placed: Placed) -> Box:
        cell, style = placed.cell, placed.cell.style
        icon = icon_name(style.icon_source)
        caption = self._captions.get(cell.id)
        named = cell.label or (self._sheet.cells[caption].cell.label if caption else "")
        return Box(
            id=cell.id,
            label=self._label(cell) or ("" if caption else icon),
            area=_area(placed),
            shape=style.shape,
            kind=kind_with(named, icon) if named else None,
            look=None if style.icon_source else style.look,
            caption=bool(cell.label) and style.is_caption,
            titled=style.is_titled,
            frame=self._frames[cell.id],
            groups=self._groups[cell.id],
        )


def _area(placed: Placed) -> Area:
    """The place of a box; of the lifeline of a participant, only its head."""
    if not placed.cell.style.is_lifeline:
        return placed.area
    return placed.area._replace(height=min(placed.area.height, placed.cell.style.number("size", _LIFELINE_HEAD)))


def _with_all_around(sheet: Sheet, ids: Iterable[str]) -> set[str]:
    """Cells, and all that they stand in."""
    found: set[str] = set()
    for id_ in ids:
        at: str | None = id_
        while at is not None and at not in found and at in sheet.cells:
            found.add(at)
            at = sheet.cells[at].around
    return found


def _lists(sheet: Sheet) -> dict[str, str]:
    """For each row of a list or a table, however deep, the cell that is the whole of it."""
    holders: dict[str, str] = {}
    for id_, placed in sheet.cells.items():
        around = placed.around or ""
        if around in holders:
            holders[id_] = holders[around]
        elif around in sheet.cells and placed.cell.is_vertex and _is_list(sheet, around):
            holders[id_] = around
    return holders


def _is_list(sheet: Sheet, id_: str) -> bool:
    """Tell whether a cell is a list: it stacks what is inside, and that is rows. Lanes of a pool are stacked too."""
    style = sheet.cells[id_].cell.style
    if not style.is_list:
        return False
    return all(_is_row(sheet, inner) for inner in sheet.inside[id_])


def _is_row(sheet: Sheet, id_: str) -> bool:
    cell = sheet.cells[id_].cell
    if not cell.is_vertex or cell.style.is_text or cell.style.form in _ROWS or "line" in cell.style.names:
        return True
    return not cell.style.is_container and not sheet.inside.get(id_)


def _block_arrow(placed: Placed) -> Arrow:
    """A broad arrow as a plain one, from end to end."""
    x, y, width, height, _ = placed.area
    middle_x, middle_y = x + width / 2, y + height / 2
    style = placed.cell.style
    turns = {"south": 1, "west": 2, "north": 3}.get(style.get("direction"), 0) + round(style.number("rotation", 0) / 90)
    half = max(width, height) / 2
    dx, dy = ((half, 0.0), (0.0, half), (-half, 0.0), (0.0, -half))[turns % 4]
    return Arrow(
        id=placed.cell.id,
        source=None,
        target=None,
        points=(Point(middle_x - dx, middle_y - dy), Point(middle_x + dx, middle_y + dy)),
        direction="both" if "double" in style.form.lower() or "two" in style.form.lower() else "forward",
    )


def _rule(placed: Placed) -> Line | None:
    """A bracket or a rule as a line along its longer side."""
    x, y, width, height, _ = placed.area
    across = width >= height
    ends = (
        ((x, y + height / 2), (x + width, y + height / 2))
        if across
        else ((x + width / 2, y), (x + width / 2, y + height))
    )
    is_long = max(width, height) >= _LEAST_SIDE
    return Line(id=placed.cell.id, points=(Point(*ends[0]), Point(*ends[1]))) if is_long else None
