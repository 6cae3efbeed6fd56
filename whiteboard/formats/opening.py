"""Any drawing that can be read, as a board that can be edited."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, cast

from whiteboard.formats import load
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.source import content_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from whiteboard.formats.excalidraw import Scene

_DRAWIO = frozenset({".drawio", ".dio", ".xml"})


@dataclass(frozen=True, kw_only=True)
class Board:
    """The Excalidraw elements of a drawing, in the order of the file, and the pictures they show, by file id.

    An Excalidraw file may hold deleted elements (`isDeleted`), which are among them.
    `drawing` is what the file itself says; `left_out` says in words what of it the board does not show.
    """

    drawing: Scene | Diagram
    elements: Sequence[Mapping[str, Any]]
    files: Mapping[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def open_board(source: Path | bytes, name: str | None = None) -> Board:
    """Open a drawing in any format: where it says places, they are kept, else it gets a clean layout.

    Raises InputError with every problem and its place, TooLargeError over a limit.
    """
    data, file = content_of(source, name)
    drawing = load(data, file)
    if isinstance(drawing, Diagram):
        from whiteboard.formats.layout import draw

        return Board(drawing=drawing, elements=draw(drawing))
    if PurePath(file or "").suffix.lower() not in _DRAWIO:
        data = _unwrapped(data, file)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _scene(drawing, data, file)
    from whiteboard.formats.drawio import draw_page

    page = draw_page(data, file)
    return Board(drawing=drawing, elements=page.elements, left_out=page.left_out)


def _unwrapped(data: bytes, file: str | None) -> bytes:
    """The file that a picture carries, or the file itself."""
    from whiteboard.formats.embedded import find_embedded, is_picture

    return find_embedded(data, file).content if is_picture(data) else data


def _scene(scene: Scene, data: bytes, file: str | None) -> Board:
    from whiteboard.formats.json_text import parse_json

    document = cast("dict[str, Any]", parse_json(data, file))
    return Board(drawing=scene, elements=document["elements"], files=document.get("files") or {})
