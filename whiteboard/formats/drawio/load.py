"""Load a draw.io file: choose the page, draw it, say what was left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.formats.drawio.cells import cells_of
from whiteboard.formats.drawio.document import pages_of
from whiteboard.formats.drawio.edges import draw_edges
from whiteboard.formats.drawio.sheet import sheet_of
from whiteboard.formats.drawio.vertices import draw_vertices
from whiteboard.formats.elements import elements_of
from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.formats.records import Problems, shown
from whiteboard.formats.source import content_of
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from whiteboard.formats.drawio.cells import Cell
    from whiteboard.formats.drawio.document import Page
    from whiteboard.formats.drawio.sheet import Sheet
    from whiteboard.formats.elements import Element
    from whiteboard.formats.excalidraw import Scene

MAX_CELLS = 25_000
"""Cells of one page."""
_MOST_NAMES = 10


@dataclass(frozen=True, kw_only=True)
class Board:
    """A page as the elements of a board. `left_out` says in words what of the file it does not show.

    `pages` are the names of all pages of the file (empty where a page has none), `page` is the number of this one.
    """

    elements: tuple[Element, ...] = ()
    title: str = ""
    left_out: tuple[str, ...] = ()
    pages: tuple[str, ...] = ("",)
    page: int = 1


def load_drawio(source: Path | bytes, name: str | None = None, page: str | int | None = None) -> Scene:
    """Load one page of a draw.io file from a path or its content, as a scene: see `draw_page`."""
    data, file = content_of(source, name)
    return scene_of(draw_page(data, file, page), file)


def scene_of(board: Board, name: str | None = None) -> Scene:
    """The scene that a page draws."""
    return replace(scene_from_elements(board.elements, name), left_out=board.left_out)


def draw_page(data: bytes, file: str | None = None, page: str | int | None = None) -> Board:
    """Draw one page of a draw.io file as elements of a board, everything where it stands in the file.

    `page` is its name or its number, from 1. Without it, it is the first page with an edge between two cells, as the
    first page often only holds a title or notes; or else the first with anything on it.

    Raises InputError with every problem and its place, TooLargeError over 20 MB (unpacked), 300,000 XML elements or
    25,000 cells on the page.
    """
    pages = pages_of(data, file)
    chosen, cells = _chosen(pages, file, page)
    problems = Problems(file)
    sheet = sheet_of(cells, chosen.where, problems)
    problems.raise_any()
    connected = {end for placed in sheet.cells.values() for end in (placed.cell.source, placed.cell.target) if end}
    vertices = draw_vertices(sheet, connected)
    arrows, without_place = draw_edges(sheet, vertices)
    return Board(
        elements=elements_of([*vertices.things, *arrows]),
        title=chosen.name,
        left_out=tuple(_left_out(pages if page is None else [chosen], chosen, sheet, without_place)),
        pages=tuple(p.name for p in pages),
        page=chosen.number,
    )


def _chosen(pages: Sequence[Page], file: str | None, wanted: str | int | None) -> tuple[Page, list[Cell]]:
    """Find the page to draw, with its cells."""
    if wanted is not None:
        page = next((p for p in pages if wanted in (p.number, p.name, str(p.number))), None)
        if page is None:
            hint = f"its pages are {_names(pages)}"
            raise InputError(Problem(message=f"there is no page {shown(wanted)}", file=file, hint=hint))
        return page, _cells(page, file)
    first: tuple[Page, list[Cell]] | None = None
    for page in pages:
        cells = _cells(page, file)
        if any(cell.is_edge and cell.source and cell.target for cell in cells):
            return page, cells
        if first is None and any(cell.is_vertex or cell.is_edge for cell in cells):
            first = page, cells
    if first is None:
        hint = "draw something on one of its pages"
        raise InputError(Problem(message="an empty drawing: nothing is on any of its pages", file=file, hint=hint))
    return first


def _cells(page: Page, file: str | None) -> list[Cell]:
    model = page.model()
    if model is None:
        return []
    root = model.find("root")
    count = 0 if root is None else len(root)
    if count > MAX_CELLS:
        message = f"{page.where} has more than {MAX_CELLS:,} cells ({count:,})"
        raise TooLargeError(Problem(message=message, file=file, where=page.where))
    problems = Problems(file)
    cells = cells_of(model, page.where, {"page": page.name, "pagenumber": str(page.number)}, problems)
    problems.raise_any()
    return cells


def _left_out(pages: Sequence[Page], chosen: Page, sheet: Sheet, without_place: int) -> Iterator[str]:
    """What of these pages of a file its board does not show, in words."""
    others = [page for page in pages if page is not chosen]
    if others:
        yield f"This is page {_name(chosen)} of the file; it has {_count(len(others), 'other page')}: {_names(others)}."
    for layer, hidden in sorted(sheet.hidden.items()):
        place = f"on the hidden layer “{layer}”" if layer else "hidden or folded away"
        yield f"Left out, as they are {place}: {_count(hidden, 'cell')}."
    if without_place:
        yield f"Left out, as they lead from nowhere to nowhere: {_count(without_place, 'edge')}."


def _count(number: int, what: str) -> str:
    return f"one {what}" if number == 1 else f"{number} {what}s"


def _name(page: Page) -> str:
    return f"“{page.name}”" if page.name else str(page.number)


def _names(pages: Sequence[Page]) -> str:
    return ", ".join(map(_name, pages[:_MOST_NAMES])) + (" …" if len(pages) > _MOST_NAMES else "")
