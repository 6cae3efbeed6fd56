"""The formats a board can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What there is to write: the elements and pictures of a board, and how it is read (asked for where needed)."""

    elements: Sequence[Mapping[str, Any]]
    reading: Callable[[], Reading]
    files: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format: the suffix and the media type of its files, and what writes them.

    `write` raises InputError for a board that is none.
    """

    suffix: str
    media_type: str
    write: Callable[[Drawn], bytes]


def _excalidraw(drawn: Drawn) -> bytes:
    from whiteboard.formats.export.excalidraw import excalidraw_of

    return excalidraw_of(drawn.elements, drawn.files).encode("utf-8", "replace")


def _mermaid(drawn: Drawn) -> bytes:
    from whiteboard.formats.export.mermaid import mermaid_of

    return mermaid_of(drawn.reading()).encode()


def _diagrams(drawn: Drawn) -> bytes:
    from whiteboard.formats.export.diagrams_script import diagrams_script_of

    return diagrams_script_of(drawn.reading().architecture).encode()


def _svg(drawn: Drawn) -> bytes:
    from whiteboard.formats.export.svg import svg_of

    return svg_of(drawn.elements, drawn.files).encode()


def _png(drawn: Drawn) -> bytes:
    from whiteboard.formats.export.png import png_of

    return png_of(drawn.elements, drawn.files)


FORMATS: Mapping[str, Format] = {
    "excalidraw": Format(suffix=".excalidraw", media_type="application/vnd.excalidraw+json", write=_excalidraw),
    "mermaid": Format(suffix=".mmd", media_type="text/vnd.mermaid; charset=utf-8", write=_mermaid),
    "diagrams": Format(suffix=".py", media_type="text/x-python; charset=utf-8", write=_diagrams),
    "svg": Format(suffix=".svg", media_type="image/svg+xml", write=_svg),
    "png": Format(suffix=".png", media_type="image/png", write=_png),
}
"""By the name that `whiteboard convert --to` and the API take."""
