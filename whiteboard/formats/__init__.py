"""File formats, in and out: the syntax of a drawing, not its meaning."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.excalidraw import Scene


def load(source: Path | bytes, name: str | None = None) -> Scene | Diagram:
    """Load a drawing in any format, told by the file's extension and then by its content.

    Raises InputError with every problem and its place, TooLargeError over a limit.
    """
    from whiteboard.formats.source import content_of

    data, file = content_of(source, name)
    loader = _LOADERS.get(PurePath(file or "").suffix.lower()) or _by_content(data)
    return loader(data, file)


def _by_content(data: bytes) -> Callable[[bytes, str | None], Scene | Diagram]:
    from whiteboard.formats.diagrams_script import is_diagrams_script
    from whiteboard.formats.drawio import is_drawio
    from whiteboard.formats.embedded import is_picture

    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _load_json
    if is_picture(data):
        return _load_picture
    if is_drawio(data):
        return _load_drawio
    return _load_script if is_diagrams_script(data) else _load_mermaid


def _load_json(data: bytes, file: str | None) -> Scene | Diagram:
    from whiteboard.formats.excalidraw import scene_from_document
    from whiteboard.formats.graph import graph_from_document, is_graph
    from whiteboard.formats.json_text import parse_json

    document = parse_json(data, file)
    return graph_from_document(document, file) if is_graph(document) else scene_from_document(document, file)


def _load_mermaid(data: bytes, file: str | None) -> Diagram:
    from whiteboard.formats.mermaid import load_mermaid
    from whiteboard.formats.source import decode

    return load_mermaid(decode(data, file), file)


def _load_script(data: bytes, file: str | None) -> Diagram:
    from whiteboard.formats.diagrams_script import load_diagrams_script
    from whiteboard.formats.source import decode

    return load_diagrams_script(decode(data, file), file)


def _load_drawio(data: bytes, file: str | None) -> Scene:
    from whiteboard.formats.drawio import load_drawio

    return load_drawio(data, file)


def _load_picture(data: bytes, file: str | None) -> Scene:
    from whiteboard.formats.embedded import load_embedded

    return load_embedded(data, file)


_LOADERS: Mapping[str, Callable[[bytes, str | None], Scene | Diagram]] = {
    ".excalidraw": _load_json,
    ".json": _load_json,
    ".mmd": _load_mermaid,
    ".mermaid": _load_mermaid,
    ".py": _load_script,
    ".drawio": _load_drawio,
    ".dio": _load_drawio,
    ".xml": _load_drawio,
    ".png": _load_picture,
    ".svg": _load_picture,
}
