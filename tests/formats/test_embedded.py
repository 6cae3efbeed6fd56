from __future__ import annotations

import json
import zlib
from base64 import b64encode
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.drawio.pages import file, page, vertex
from whiteboard.formats import load
from whiteboard.formats.embedded import PNG_SIGNATURE, find_embedded, load_embedded
from whiteboard.formats.excalidraw import Scene
from whiteboard.model.errors import InputError, TooLargeError

if TYPE_CHECKING:
    from pathlib import Path

ELEMENT = {"id": "a", "type": "text", "x": 0, "y": 0, "text": "Bücher ✓"}
SCENE = json.dumps({"type": "excalidraw", "version": 2, "elements": [ELEMENT]}, ensure_ascii=False)
ASCII = json.dumps(json.loads(SCENE))
KEYWORD = b"application/vnd.excalidraw+json"


def envelope(scene: str = SCENE, *, compressed: bool = True, encoding: str = "bstring") -> bytes:
    """A scene as Excalidraw packs it: every byte one character."""
    data = zlib.compress(scene.encode()) if compressed else scene.encode()
    packed = {"version": "1", "encoding": encoding, "compressed": compressed, "encoded": data.decode("latin-1")}
    return json.dumps(packed, ensure_ascii=False).encode("latin-1")


def chunk(type_: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + type_ + content + zlib.crc32(type_ + content).to_bytes(4)


def png(*chunks: bytes) -> bytes:
    return PNG_SIGNATURE + chunk(b"IHDR", b"\0" * 13) + b"".join(chunks) + chunk(b"IEND", b"")


def text(content: bytes, keyword: bytes = KEYWORD, type_: bytes = b"tEXt") -> bytes:
    return chunk(type_, keyword + b"\0" + content)


def svg(payload: bytes, version: int | None = 2) -> bytes:
    stated = b"" if version is None else b"<!-- payload-version:%d -->" % version
    comments = stated + b"<!-- payload-start -->" + b64encode(payload) + b"<!-- payload-end -->"
    head = b'<svg xmlns="http://www.w3.org/2000/svg"><metadata><!-- payload-type:application/vnd.excalidraw+json -->'
    return head + comments + b"</metadata></svg>"


DRAWIO = file(page(vertex("a", "Bücher ✓")))


@pytest.mark.parametrize(
    "data",
    [
        png(text(envelope())),
        png(text(envelope(compressed=False))),
        png(chunk(b"tEXt", b"Title\0x"), text(ASCII.encode())),
        svg(envelope()),
        svg(envelope(compressed=False)),
        svg(SCENE.encode(), version=None),
        svg(SCENE.encode(), version=1),
        png(text(quote(DRAWIO).encode(), b"mxfile")),
        png(text(b"\0" + zlib.compress(quote(DRAWIO).encode()), b"mxGraphModel", b"zTXt")),
        f'<svg width="1" content="{escape(DRAWIO.decode())}"><g/></svg>'.encode(),
    ],
)
def test_a_picture_that_carries_its_drawing(data: bytes) -> None:
    scene = load(data)
    assert isinstance(scene, Scene)
    assert [e.text for e in scene.elements if e.text] == ["Bücher ✓"]


def test_a_file_is_told_by_its_extension(tmp_path: Path) -> None:
    path = tmp_path / "shop.excalidraw.png"
    path.write_bytes(png(text(envelope())))
    assert load_embedded(path).elements == load(path).elements  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (png(), "this picture carries no drawing: export it again with “Embed scene” switched on"),
        (b"<svg></svg>", "this picture carries no drawing"),
        (b'<svg content=""></svg>', "this picture carries no drawing"),
        (b"not a picture", "this picture carries no drawing"),
        (png(text(envelope()))[:90], "the picture ends too early"),
        (PNG_SIGNATURE + b"\xff\xff\xff\xff", "the picture ends too early"),
        (png(text(envelope(encoding="base99"))), "packed in a way that this version does not know"),
        (png(text(b'{"encoded": "AAAA", "encoding": "bstring", "compressed": true}')), "cannot be unpacked"),
        (png(text(b'{"encoded": "\\u2713", "encoding": "bstring"}')), "cannot be unpacked"),
        (png(text(b'{"encoded": ')), "not JSON"),
        (png(text(b'{"type": "excalidraw"}')), "no list of elements"),
        (svg(envelope()[:-40]), "not JSON"),
        (b"<svg><!-- payload-start -->A<!-- payload-end --></svg>", "cannot be unpacked"),
        (png(text(b"<mxfile", b"mxfile")), "not XML"),
    ],
)
def test_bad_pictures(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        load_embedded(data, "shop.png")
    assert message in str(caught.value)
    assert str(caught.value).startswith("shop.png")


@pytest.mark.parametrize(
    "data",
    [
        png(text(envelope(" " * 20_000_001))),
        png(text(b"\0" + zlib.compress(b" " * 20_000_001), b"mxfile", b"zTXt")),
        png(chunk(b"IDAT", b"\0" * 20_000_001)),
    ],
)
def test_the_limit_holds_unpacked(data: bytes) -> None:
    with pytest.raises(TooLargeError, match="larger than 20 MB, unpacked"):
        find_embedded(data)


@given(st.sampled_from([png(text(envelope())), svg(envelope())]), st.integers(0, 500), st.binary(max_size=4))
def test_any_damage_is_an_input_error(data: bytes, at: int, junk: bytes) -> None:
    with suppress(InputError):
        load_embedded(data[:at] + junk + data[at + len(junk) :])
    with suppress(InputError):
        load_embedded(data[:at])
