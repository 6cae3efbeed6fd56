"""File formats, in and out: the syntax of a drawing, not its meaning."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.excalidraw import Scene

    FileFormat = Literal["json", "mermaid", "script", "drawio", "picture"]
    Page = str | int | None
    """The name of a page of a draw.io file, or its number from 1; None to let the file decide."""


def load(source: Path | bytes, name: str | None = None, page: Page = None) -> Scene | Diagram:
    """Load a drawing in any format, told by the file's extension and then by its content.

    Raises InputError with every problem and its place, or with the pages when there is no such page; TooLargeError over
    a limit.
    """
    from whiteboard.formats.source import content_of

    data, file = content_of(source, name)
    return _LOADERS[format_of(data, file)](data, file, page)


def format_of(data: bytes, file: str | None) -> FileFormat:
    """The format of a file, told by its extension and then by its content."""
    return _EXTENSIONS.get(PurePath(file or "").suffix.lower()) or _by_content(data)


def refuse_page(page: Page, file: str | None) -> None:
    """Raise InputError when a page is asked for of a file that has none."""
    if page is None:
        return
    from whiteboard.formats.records import shown
    from whiteboard.model.errors import InputError, Problem

    hint = "only draw.io files have pages: leave it out"
    raise InputError(Problem(message=f"there is no page {shown(page)}", file=file, hint=hint))


def _by_content(data: bytes) -> FileFormat:
    from whiteboard.formats.diagrams_script import is_diagrams_script
    from whiteboard.formats.drawio import is_drawio
    from whiteboard.formats.embedded import is_picture

    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "json"
    if is_picture(data):
        return "picture"
    if is_drawio(data):
        return "drawio"
    return "script" if is_diagrams_script(data) else "mermaid"


def _load_json(data: bytes, file: str | None, page: Page) -> Scene | Diagram:
    from whiteboard.formats.excalidraw import scene_from_document
    from whiteboard.formats.graph import graph_from_document, is_graph
    from whiteboard.formats.json_text import parse_json

    refuse_page(page, file)
    document = parse_json(data, file)
    return graph_from_document(document, file) if is_graph(document) else scene_from_document(document, file)


def _load_mermaid(data: bytes, file: str | None, page: Page) -> Diagram:
    from whiteboard.formats.mermaid import load_mermaid
    from whiteboard.formats.source import decode

    refuse_page(page, file)
    return load_mermaid(decode(data, file), file)


def _load_script(data: bytes, file: str | None, page: Page) -> Diagram:
    from whiteboard.formats.diagrams_script import load_diagrams_script
    from whiteboard.formats.source import decode

    refuse_page(page, file)
    return load_diagrams_script(decode(data, file), file)


def _load_drawio(data: bytes, file: str | None, page: Page) -> Scene:
    from whiteboard.formats.drawio import load_drawio

    return load_drawio(data, file, page)


def _load_picture(data: bytes, file: str | None, page: Page) -> Scene:
    from whiteboard.formats.embedded import load_embedded

    return load_embedded(data, file, page)


_LOADERS: Mapping[FileFormat, Callable[[bytes, str | None, Page], Scene | Diagram]] = {
    "json": _load_json,
    "mermaid": _load_mermaid,
    "script": _load_script,
    "drawio": _load_drawio,
    "picture": _load_picture,
}
_EXTENSIONS: Mapping[str, FileFormat] = {
    ".excalidraw": "json",
    ".json": "json",
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".py": "script",
    ".drawio": "drawio",
    ".dio": "drawio",
    ".xml": "drawio",
    ".png": "picture",
    ".svg": "picture",
}
