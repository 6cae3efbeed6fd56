"""The edges of a page as arrows on a board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.formats.drawio.routes import End, course_of, fixed_point
from whiteboard.formats.elements import Arrow, Box, Frame, Text
from whiteboard.formats.elements.courses import along
from whiteboard.formats.elements.draw import area_of
from whiteboard.formats.excalidraw import Point

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.formats.drawio.sheet import Placed, Sheet
    from whiteboard.formats.drawio.vertices import Vertices
    from whiteboard.formats.elements import Area

_LEAST_LENGTH = 1.0


def draw_edges(sheet: Sheet, vertices: Vertices) -> tuple[list[Arrow], int]:
    """Draw the edges, bound to what their ends stand for; also say how many have no place at all."""
    areas = {thing.id: area_of(thing) for thing in vertices.things if isinstance(thing, Box | Frame | Text)}
    areas |= {id_: _line_of_life(sheet.cells[id_]) for id_ in areas if sheet.cells[id_].cell.style.is_lifeline}
    found, without_place = [], 0
    for placed in sheet.cells.values():
        if placed.cell.is_edge:
            arrow = _arrow(placed, sheet, vertices.stands_for, areas)
            found += [arrow] if arrow else []
            without_place += arrow is None
    return found, without_place


def _line_of_life(placed: Placed) -> Area:
    """Where the messages of a participant begin and end: on the line below its head."""
    return placed.area._replace(x=placed.area.center.x, width=0.0)


def _arrow(placed: Placed, sheet: Sheet, stands_for: Mapping[str, str], areas: Mapping[str, Area]) -> Arrow | None:
    cell, origin = placed.cell, placed.origin
    source, target = stands_for.get(cell.source or ""), stands_for.get(cell.target or "")
    way = tuple(_moved(point, origin) for point in cell.geometry.points)
    start = _end(placed, "exit", areas.get(source or ""), cell.geometry.start, way[:1])
    end = _end(placed, "entry", areas.get(target or ""), cell.geometry.end, way[-1:])
    if None in (start.area or start.loose, end.area or end.loose):
        return None
    points = () if source == target and source and not way else course_of(cell.style, start, end, way)
    if points and along(points) < _LEAST_LENGTH:
        points = ()
        if source is None or target is None:
            return None
    if cell.style.is_reversed:
        source, target, points = target, source, points[::-1]
    return Arrow(
        id=cell.id,
        source=source,
        target=target,
        points=points,
        label=_label(placed, sheet),
        direction=cell.style.direction,
        dashed=cell.style.has("dashed"),
        curved=cell.style.has("curved") or not points,
    )


def _end(placed: Placed, key: str, area: Area | None, loose: Point | None, way: Sequence[Point]) -> End:
    """One end of an edge; `way` is the corner next to it, if there is one."""
    if area is None:
        return End(None, None, None if loose is None else _moved(loose, placed.origin))
    fixed = fixed_point(placed.cell.style, key, area)
    if area.width or fixed or not way:
        return End(area, fixed)
    return End(area, Point(area.x, min(max(way[0].y, area.y), area.y + area.height)))


def _moved(point: Point, origin: Point) -> Point:
    return Point(point.x + origin.x, point.y + origin.y)


def _label(placed: Placed, sheet: Sheet) -> str:
    """The label of an edge and those that stand on it, from its start to its end."""
    inside = [sheet.cells[id_].cell for id_ in sheet.inside.get(placed.cell.id, ())]
    on_it = sorted((cell.geometry.x, number, cell.label) for number, cell in enumerate(inside) if cell.label)
    labels = [(0.0, -1, placed.cell.label), *on_it] if placed.cell.label else on_it
    return "\n".join(label for _, _, label in sorted(labels))
