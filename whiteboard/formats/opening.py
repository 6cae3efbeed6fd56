"""Any drawing that can be read, as a board that can be edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from whiteboard.formats import format_of, load, refuse_page
from whiteboard.formats.source import content_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from whiteboard.formats import Page
    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.excalidraw import Scene


@dataclass(frozen=True, kw_only=True)
class Board:
    """The Excalidraw elements of a drawing, in the order of the file, and the pictures they show, by file id.

    An Excalidraw file may hold deleted elements (`isDeleted`), which are among them.
    `drawing` is what the file itself says; `left_out` says in words what of it the board does not show.
    `pages` are the names of the pages of the file (empty where a page has none), `page` is the number of this one.
    """

    drawing: Scene | Diagram
    elements: Sequence[Mapping[str, Any]]
    files: Mapping[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    pages: tuple[str, ...] = ("",)
    page: int = 1


def open_board(source: Path | bytes, name: str | None = None, page: Page = None) -> Board:
    """Open a drawing in any format: where it says places, they are kept, else it gets a clean layout.

    `page` is the name of a page of a draw.io file, or its number from 1.

    Raises InputError with every problem and its place, or with the pages when there is no such page; TooLargeError over
    a limit.
    """
    data, file = content_of(source, name)
    format_ = format_of(data, file)
    if format_ == "picture":
        from whiteboard.formats.embedded import find_embedded

        embedded = find_embedded(data, file)
        data, format_ = embedded.content, "drawio" if embedded.format == "drawio" else "json"
    if format_ == "drawio":
        from whiteboard.formats.drawio import draw_page, scene_of

        drawn = draw_page(data, file, page)
        return Board(
            drawing=scene_of(drawn, file),
            elements=drawn.elements,
            left_out=drawn.left_out,
            pages=drawn.pages,
            page=drawn.page,
        )
    refuse_page(page, file)
    return _json_board(data, file) if format_ == "json" else _laid_out(load(data, file))


def _json_board(data: bytes, file: str | None) -> Board:
    from whiteboard.formats.excalidraw import scene_from_document
    from whiteboard.formats.graph import graph_from_document, is_graph
    from whiteboard.formats.json_text import parse_json

    document = cast("dict[str, Any]", parse_json(data, file))
    if is_graph(document):
        return _laid_out(graph_from_document(document, file))
    scene = scene_from_document(document, file)
    return Board(drawing=scene, elements=document["elements"], files=document.get("files") or {})


def _laid_out(drawing: Scene | Diagram) -> Board:
    """A board of a diagram."""
    from whiteboard.formats.layout import draw

    diagram = cast("Diagram", drawing)
    return Board(drawing=diagram, elements=draw(diagram))
