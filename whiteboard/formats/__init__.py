"""File formats, in and out: the syntax of a drawing, not its meaning."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.excalidraw import Scene

_MERMAID = frozenset({".mmd", ".mermaid"})
_JSON = frozenset({".excalidraw", ".json"})


def load(source: Path | bytes, name: str | None = None) -> Scene | Diagram:
    """Load a drawing in any format, told by the file's extension and then by its content.

    Raises InputError with every problem and its place, TooLargeError over a limit.
    """
    from whiteboard.formats.source import content_of, decode

    data, file = content_of(source, name)
    suffix = PurePath(file or "").suffix.lower()
    is_json = suffix in _JSON or (suffix not in _MERMAID and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"))
    if is_json:
        return _load_json(data, file)
    from whiteboard.formats.mermaid import load_mermaid

    return load_mermaid(decode(data, file), file)


def _load_json(data: bytes, file: str | None) -> Scene | Diagram:
    from whiteboard.formats.excalidraw import scene_from_document
    from whiteboard.formats.graph import graph_from_document, is_graph
    from whiteboard.formats.json_text import parse_json

    document = parse_json(data, file)
    return graph_from_document(document, file) if is_graph(document) else scene_from_document(document, file)
