from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from formats.drawio.pages import file, page, vertex
from whiteboard.formats import load
from whiteboard.formats.diagram import Diagram
from whiteboard.formats.drawio import draw_page
from whiteboard.formats.excalidraw import Scene
from whiteboard.formats.opening import open_board
from whiteboard.model.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
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


TWO_PAGES = file(page(vertex("a", "API"), name="Notes"), page(vertex("b", "Redis"), name="Checkout"))


@pytest.mark.parametrize("wanted", ["Checkout", "2", 2])
@pytest.mark.parametrize("opened", [load, lambda *args, **page: open_board(*args, **page).drawing])
def test_a_page_of_a_file_can_be_chosen(opened: Callable[..., Scene], wanted: str | int) -> None:
    for content in (TWO_PAGES, f'<svg content="{escape(TWO_PAGES.decode())}"></svg>'.encode()):
        assert "Redis" in [element.text for element in opened(content, page=wanted).elements]


@pytest.mark.parametrize("opened", [load, open_board])
def test_a_page_that_is_not_there_is_told_with_those_that_are(opened: Callable[..., object]) -> None:
    with pytest.raises(InputError) as caught:
        opened(TWO_PAGES, "x.drawio", page="Payment")
    assert str(caught.value) == "x.drawio: there is no page 'Payment': its pages are “Notes”, “Checkout”"


@pytest.mark.parametrize("content", [SCENE, GRAPH, MERMAID, SCRIPT])
@pytest.mark.parametrize("opened", [load, open_board])
def test_only_some_files_have_pages(opened: Callable[..., object], content: bytes) -> None:
    with pytest.raises(InputError, match=r"there is no page 2: only draw.io files have pages"):
        opened(content, page=2)


@pytest.mark.parametrize("content", [SCENE, GRAPH, DRAWIO, SVG, MERMAID, SCRIPT])
def test_a_board_says_what_its_file_says(content: bytes) -> None:
    assert open_board(content).drawing == load(content)


def test_a_page_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = Mock(side_effect=draw_page)
    monkeypatch.setattr("whiteboard.formats.drawio.draw_page", draw)
    monkeypatch.setattr("whiteboard.formats.drawio.load.draw_page", draw)
    open_board(DRAWIO)
    assert draw.call_count == 1
