from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest

from formats.drawio.pages import file, page, vertex
from whiteboard.formats import load
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.excalidraw import Scene
from whiteboard.model.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

SCENE = b'{"type": "excalidraw", "elements": []}'
GRAPH = b'{"nodes": [{"id": "a"}], "edges": []}'
DRAWIO = file(page(vertex("a", "API")))
SVG = f'<svg content="{escape(DRAWIO.decode())}"></svg>'.encode()
MERMAID = b"graph LR\n a --> b\n"
SCRIPT = b"from diagrams import Diagram\nwith Diagram('x'):\n    pass\n"


@pytest.mark.parametrize(
    ("name", "content", "type_"),
    [
        ("a.excalidraw", SCENE, Scene),
        ("a.json", SCENE, Scene),
        ("a.json", GRAPH, Diagram),
        ("a.mmd", MERMAID, Diagram),
        ("a.MERMAID", MERMAID, Diagram),
        ("a", SCENE, Scene),
        ("a.txt", MERMAID, Diagram),
        ("a.drawio", DRAWIO, Scene),
        ("a.xml", DRAWIO, Scene),
        ("a", DRAWIO, Scene),
        ("a.drawio.svg", SVG, Scene),
        ("a", SVG, Scene),
        ("a.py", SCRIPT, Diagram),
        ("a", SCRIPT, Diagram),
    ],
)
def test_a_file_is_told_by_extension_then_content(tmp_path: Path, name: str, content: bytes, type_: type) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert isinstance(load(path), type_)


def test_bytes_are_told_by_their_content() -> None:
    assert isinstance(load(b"\n" + GRAPH), Diagram)


def test_an_extension_that_lies_is_an_input_error() -> None:
    with pytest.raises(InputError, match="not JSON"):
        load(MERMAID, "a.excalidraw")


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.mmd")


def test_nodes_that_are_no_list_are_told() -> None:
    with pytest.raises(InputError, match="nodes must be a list, not an object"):
        load(b'{"nodes": {}}')
