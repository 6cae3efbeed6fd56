from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from drawing import arrow, box, shape, text

from whiteboard.formats.export.svg import svg_of

SVG = "{http://www.w3.org/2000/svg}"


def tags(*elements: Any) -> list[str]:
    root = ET.fromstring(svg_of([e for item in elements for e in (item if isinstance(item, list) else [item])]))
    return [child.tag.removeprefix(SVG) for child in root]


def test_shapes_texts_and_arrows_are_drawn_in_order() -> None:
    drawn = tags(
        box("a", "Web app", 0, 0),
        shape("b", 300, 0, type="ellipse"),
        shape("c", 300, 200, type="diamond"),
        arrow("d", (120, 30), (300, 30), endArrowhead="arrow"),
    )
    assert drawn == ["rect", "rect", "text", "ellipse", "polygon", "path", "path"]


def test_everything_is_inside_of_the_picture() -> None:
    root = ET.fromstring(svg_of([shape("a", -500, 40, 100, 50)]))
    assert root.get("viewBox") == "-532 8 164 114"


def test_an_empty_board_is_a_picture() -> None:
    assert tags() == ["rect"]


def test_deleted_elements_are_left_out() -> None:
    assert tags(shape("a", 0, 0, isDeleted=True)) == ["rect"]


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "a & b", "]]>", "\x00\x0bx\ufffe", "\ud800x"])
def test_no_text_breaks_the_picture(words: str) -> None:
    root = ET.fromstring(svg_of([text(words, 0, 0)]).encode())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "rect", "text", "tspan"}


@pytest.mark.parametrize(
    ("colour", "drawn"),
    [
        ("#ff0000", "#ff0000"),
        ("transparent", "none"),
        ("url(//evil)", "none"),
        ('red" onload="x', "none"),
        ("red", "red"),
    ],
)
def test_only_colours_are_taken_for_colours(colour: str, drawn: str) -> None:
    root = ET.fromstring(svg_of([shape("a", 0, 0, backgroundColor=colour)]))
    assert root[1].get("fill") == drawn


@pytest.mark.parametrize(
    ("url", "tag"),
    [
        ("data:image/png;base64,iVBORw0=", "image"),
        ("https://example.com/x.png", "rect"),
        ("data:image/svg+xml;base64,PHN2Zy8+", "rect"),
        (None, "rect"),
    ],
)
def test_only_embedded_pictures_are_shown(url: str | None, tag: str) -> None:
    elements = [shape("a", 0, 0, type="image", fileId="f")]
    root = ET.fromstring(svg_of(elements, {"f": {"dataURL": url}}))
    assert root[1].tag == SVG + tag


def test_the_same_board_gives_the_same_picture() -> None:
    assert svg_of(box("a", "Web", 0, 0)) == svg_of(box("a", "Web", 0, 0))
