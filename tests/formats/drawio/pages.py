"""Small draw.io files for tests: cells in a page in a file, plain or compressed."""

from __future__ import annotations

import zlib
from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from whiteboard.catalog import load_catalog
from whiteboard.formats.drawio import load_drawio
from whiteboard.reading import read

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading

BASE = '<mxCell id="0"/><mxCell id="1" parent="0"/>'


def vertex(
    id_: str, value: str = "", *xywh: float, style: str = "rounded=1;html=1;", inner: str = "", **own: Any
) -> str:
    """A vertex at x and y, unless 120 by 60 of width and height."""
    x, y, width, height = ([*xywh, *[0, 0, 120, 60][len(xywh) :]])[:4]
    size = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    attributes = _attributes({"id": id_, "value": value, "style": style, "vertex": 1, "parent": 1} | own)
    return f'<mxCell {attributes}><mxGeometry {size} as="geometry">{inner}</mxGeometry></mxCell>'


def edge(  # noqa: PLR0913
    id_: str, source: str = "", target: str = "", value: str = "", *, style: str = "html=1;", inner: str = ""
) -> str:
    """An edge between two vertices; `inner` stands in its geometry."""
    own = {"id": id_, "value": value, "style": style, "edge": 1, "parent": 1, "source": source, "target": target}
    attributes = _attributes({key: value for key, value in own.items() if value})
    return f'<mxCell {attributes}><mxGeometry relative="1" as="geometry">{inner}</mxGeometry></mxCell>'


def model(*cells: str) -> str:
    """A bare page."""
    return f"<mxGraphModel><root>{BASE}{''.join(cells)}</root></mxGraphModel>"


def page(*cells: str, name: str = "Page-1") -> str:
    """A plain page."""
    return f'<diagram name="{name}">{model(*cells)}</diagram>'


def packed(text: str) -> str:
    """Text as draw.io packs it."""
    deflate = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return b64encode(deflate.compress(quote(text, safe="").encode()) + deflate.flush()).decode()


def file(*pages: str) -> bytes:
    """A file of pages."""
    return f"<mxfile>{''.join(pages)}</mxfile>".encode()


def drawing(*cells: str) -> Reading:
    """What is read on a page with these cells."""
    return read(load_drawio(file(page(*cells))), load_catalog())


def _attributes(values: dict[str, Any]) -> str:
    return " ".join(f'{key}="{escape(str(value))}"' for key, value in values.items())
