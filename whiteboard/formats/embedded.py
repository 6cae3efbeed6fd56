"""Pictures that carry the drawing they show: PNG and SVG from Excalidraw ("Embed scene") and from draw.io.

Excalidraw writes its scene as JSON into a `tEXt` chunk of a PNG, or as base64 between two comments of an SVG; most
often packed: `{"encoded": …, "encoding": "bstring", "compressed": true}`, each character of `encoded` being one
byte of a zlib stream (`packages/excalidraw/data/encode.ts` and `image.ts` of version 0.18). draw.io writes its XML
into a `tEXt` or `zTXt` chunk, URI-encoded, or into the attribute `content` of the SVG.
"""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import b64decode
from html import unescape
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote_to_bytes

from whiteboard.formats import refuse_page
from whiteboard.formats.diagram import MAX_BYTES
from whiteboard.formats.json_text import parse_json
from whiteboard.formats.source import content_of
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from whiteboard.formats import Page
    from whiteboard.formats.excalidraw import Scene

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

_EXCALIDRAW = b"application/vnd.excalidraw+json"
_DRAWIO = frozenset({b"mxfile", b"mxGraphModel"})
_SVG = re.compile(rb"<svg\b")
_SVG_SCENE = re.compile(rb"<!-- payload-start -->\s*([A-Za-z0-9+/=\s]*?)\s*<!-- payload-end -->")
_SVG_VERSION = re.compile(rb"<!-- payload-version:(\d+) -->")
_SVG_DRAWIO = re.compile(rb"<svg\b[^>]*?\scontent=\"([^\"]*)\"")
_HEAD = 4_000
_HINT = "export it again with “Embed scene” switched on, or use the .excalidraw or .drawio file itself"


class Embedded(NamedTuple):
    """The drawing that a picture carries: its format, and the content of a file in that."""

    format: Literal["excalidraw", "drawio"]
    content: bytes


def is_picture(data: bytes) -> bool:
    """Tell whether a file is a PNG or an SVG."""
    return data.startswith(PNG_SIGNATURE) or _is_svg(data)


def load_embedded(source: Path | bytes, name: str | None = None, page: Page = None) -> Scene:
    """Load the drawing in a PNG or SVG picture, from a path or its content; of draw.io, one page.

    Raises InputError when it carries none or is damaged, TooLargeError over 20 MB, packed or not.
    """
    from whiteboard.formats.drawio import load_drawio
    from whiteboard.formats.excalidraw import scene_from_document

    data, file = content_of(source, name)
    found = find_embedded(data, file)
    if found.format == "drawio":
        return load_drawio(found.content, file, page)
    refuse_page(page, file)
    return scene_from_document(parse_json(found.content, file), file)


def find_embedded(data: bytes, file: str | None = None) -> Embedded:
    """Find the drawing in a picture; the same errors as `load_embedded`."""
    if len(data) > MAX_BYTES:
        raise _too_large(file)
    try:
        found = _in_png(data, file) if data.startswith(PNG_SIGNATURE) else _in_svg(data, file)
    except (zlib.error, binascii.Error, UnicodeError) as error:
        message = "the drawing in this picture is damaged: it cannot be unpacked"
        raise InputError(Problem(message=message, file=file, hint=_HINT)) from error
    if found is None:
        raise InputError(Problem(message="this picture carries no drawing", file=file, hint=_HINT))
    return found


def _in_png(data: bytes, file: str | None) -> Embedded | None:
    for type_, content in _chunks(data, file):
        keyword, _, text = content.partition(b"\0")
        if type_ == b"tEXt" and keyword == _EXCALIDRAW:
            return Embedded("excalidraw", _scene(text.decode("latin-1").encode(), file))
        if type_ in (b"tEXt", b"zTXt") and keyword in _DRAWIO:
            xml = _inflated(text[1:], file) if type_ == b"zTXt" else text
            return Embedded("drawio", unquote_to_bytes(xml))
    return None


def _chunks(data: bytes, file: str | None) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG (W3C PNG, 5.3): length, type, content, checksum."""
    at = len(PNG_SIGNATURE)
    while at < len(data):
        length, type_ = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(data):
            raise InputError(Problem(message="the picture ends too early, as if the file were cut off", file=file))
        yield type_, data[at + 8 : end]
        if type_ == b"IEND":
            return
        at = end + 4


def _is_svg(data: bytes) -> bool:
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and bool(_SVG.search(head))


def _in_svg(data: bytes, file: str | None) -> Embedded | None:
    scene = _SVG_SCENE.search(data)
    if scene:
        version = _SVG_VERSION.search(data)
        json = b64decode(b"".join(scene[1].split()), validate=True)
        is_byte_string = version is not None and version[1] != b"1"
        return Embedded("excalidraw", _scene(json.decode("latin-1").encode() if is_byte_string else json, file))
    drawio = _SVG_DRAWIO.search(data, 0)
    if not drawio or not drawio[1]:
        return None
    return Embedded("drawio", unescape(drawio[1].decode("utf-8")).encode("utf-8", "surrogatepass"))


def _scene(json: bytes, file: str | None) -> bytes:
    """The JSON of a scene, unpacked when it is packed."""
    envelope = parse_json(json, file)
    encoded = envelope.get("encoded") if isinstance(envelope, dict) else None
    if not isinstance(envelope, dict) or encoded is None:
        return json
    if not isinstance(encoded, str) or envelope.get("encoding") != "bstring":
        message = "the drawing in this picture is packed in a way that this version does not know"
        raise InputError(Problem(message=message, file=file, where="encoding", hint=_HINT))
    packed = encoded.encode("latin-1")
    return _inflated(packed, file) if envelope.get("compressed") else packed


def _inflated(data: bytes, file: str | None) -> bytes:
    """Unpack a zlib stream, at most to the limit of a file."""
    unpacker = zlib.decompressobj()
    found = unpacker.decompress(data, MAX_BYTES + 1)
    if len(found) > MAX_BYTES:
        raise _too_large(file)
    if not unpacker.eof:
        raise zlib.error("it ends too early")
    return found


def _too_large(file: str | None) -> TooLargeError:
    return TooLargeError(Problem(message=f"larger than {MAX_BYTES // 1_000_000} MB, unpacked", file=file))
