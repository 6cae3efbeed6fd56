"""A board as an SVG picture that stands by itself: plain clean strokes, no scripts, no links, nothing fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.formats.export import strokes
from whiteboard.formats.export.strokes import number
from whiteboard.formats.records import clean, is_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.formats.excalidraw import Element

MARGIN = 32.0

_NAMESPACE = "http://www.w3.org/2000/svg"
_INK = "#1e1e1e"
_PAPER = "#ffffff"
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,25}")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_NO_XML = re.compile("[\ufffe\uffff]")
_DASHES = {"dashed": "8 9", "dotted": "2 7"}
_FONTS = {3: "Cascadia, 'Cascadia Code', Consolas, 'DejaVu Sans Mono', monospace", 8: "'Comic Shanns', monospace"}
_HAND = "Excalifont, Virgil, 'Comic Neue', 'Segoe Print', 'DejaVu Sans', sans-serif"
_ANCHORS = {"center": ("middle", 0.5), "right": ("end", 1.0)}
_FRAME_NAME_SIZE = 14.0
_BASELINE = 0.8
"""How far below the upper edge of a line its letters stand, in font sizes, with a line height of 1.25."""


def svg_of(elements: Sequence[Mapping[str, Any]], files: Mapping[str, Mapping[str, Any]] | None = None) -> str:
    """Draw the elements of a board, as Excalidraw stores them, with their pictures (`files`).

    Raises InputError for elements that are none.
    """
    scene = scene_from_elements(elements)
    raw = {element["id"]: element for element in elements if element.get("isDeleted") is not True}
    arrows = {element.id for element in scene.elements if element.points}
    picture = _Picture(raw, arrows, files or {})
    left, top, width, height = _bounds(scene.elements)
    box = " ".join(map(number, (left, top, width, height)))
    root = ET.Element("svg", xmlns=_NAMESPACE, viewBox=box, width=number(width), height=number(height))
    _add(root, "rect", x=left, y=top, width=width, height=height, fill=_PAPER)
    for element in scene.elements:
        picture.draw(root, element)
    return ET.tostring(root, encoding="unicode") + "\n"


class _Picture:
    """Draws one element after the other."""

    def __init__(self, raw: Mapping[str, Any], arrows: set[str], files: Mapping[str, Mapping[str, Any]]) -> None:
        self.raw = raw
        self.arrows = arrows
        self.files = files

    def draw(self, root: ET.Element, element: Element) -> None:
        """Draw an element, turned and faded as it is."""
        group = root
        if element.angle and not element.points:
            middle = f"{number(element.x + element.width / 2)} {number(element.y + element.height / 2)}"
            group = _add(root, "g", transform=f"rotate({number(element.angle * 57.29578)} {middle})")
        if element.opacity < 100:  # noqa: PLR2004 - per cent
            group = _add(group, "g", opacity=max(element.opacity, 0.0) / 100)
        painters = {"text": self._text, "image": self._image, "frame": self._frame}
        paint = self._stroke if element.points else painters.get(element.type, self._shape)
        paint(group, element)

    def _shape(self, root: ET.Element, element: Element) -> None:
        x, y, width, height = element.x, element.y, element.width, element.height
        style = self._style(element)
        if element.type == "ellipse":
            _add(root, "ellipse", cx=x + width / 2, cy=y + height / 2, rx=width / 2, ry=height / 2, **style)
        elif element.type == "diamond":
            corners = [
                (x + width / 2, y),
                (x + width, y + height / 2),
                (x + width / 2, y + height),
                (x, y + height / 2),
            ]
            _add(root, "polygon", points=" ".join(f"{number(a)},{number(b)}" for a, b in corners), **style)
        else:
            round_ = min(32.0, min(width, height) / 4) if self.raw[element.id].get("roundness") else 0.0
            _add(root, "rect", x=x, y=y, width=width, height=height, rx=round_, **style)

    def _stroke(self, root: ET.Element, element: Element) -> None:
        raw, style = self.raw[element.id], self._style(element)
        if not strokes.is_closed(element.points):
            style["fill"] = "none"
        smooth = bool(raw.get("roundness")) and not raw.get("elbowed") and element.type != "freedraw"
        _add(root, "path", d=strokes.path(element.points, smooth=smooth), **style)
        solid = {key: value for key, value in style.items() if key != "stroke-dasharray"}
        ends = (
            ("startArrowhead", element.points[::-1], element.start_head),
            ("endArrowhead", element.points, element.end_head),
        )
        for key, points, is_there in ends:
            form = raw.get(key) or "arrow"
            path = strokes.head(points, form) if is_there else ""
            if path:
                fill = style["stroke"] if path.endswith("Z") and not form.endswith("outline") else "none"
                _add(root, "path", d=path, **(solid | {"fill": fill}))

    def _text(self, root: ET.Element, element: Element) -> None:
        raw = self.raw[element.id]
        if element.container_id in self.arrows:
            _add(root, "rect", x=element.x, y=element.y, width=element.width, height=element.height, fill=_PAPER)
        anchor, share = _ANCHORS.get(str(raw.get("textAlign")), ("start", 0.0))
        font = raw.get("fontFamily")
        text = _add(
            root,
            "text",
            fill=_colour(element.stroke_color, _INK),
            **{
                "font-size": element.font_size,
                "font-family": _FONTS.get(font, _HAND) if isinstance(font, int) else _HAND,
                "text-anchor": anchor,
                "xml:space": "preserve",
            },
        )
        line_height = raw.get("lineHeight")
        step = element.font_size * (line_height if is_number(line_height) else 1.25)
        baseline = element.y + (step - 1.25 * element.font_size) / 2 + element.font_size * (_BASELINE + 0.125)
        typed = raw.get("text")
        lines = (typed if isinstance(typed, str) and typed else element.text).split("\n")
        for i, line in enumerate(lines):
            span = _add(text, "tspan", x=element.x + share * element.width, y=baseline + i * step)
            span.text = _NO_XML.sub("", clean(line))

    def _image(self, root: ET.Element, element: Element) -> None:
        """Show an embedded picture. Anything that would be fetched, or that could hold a script, is left out."""
        file = self.files.get(str(self.raw[element.id].get("fileId")))
        url = file.get("dataURL") if file else None
        box = {"x": element.x, "y": element.y, "width": element.width, "height": element.height}
        if isinstance(url, str) and _PICTURE.fullmatch(url):
            _add(root, "image", href=url, **box)
        else:
            _add(root, "rect", **box, fill="#f1f3f5", stroke="#adb5bd")

    def _frame(self, root: ET.Element, element: Element) -> None:
        box = {"x": element.x, "y": element.y, "width": element.width, "height": element.height}
        _add(root, "rect", **box, rx=8, fill="none", stroke="#868e96", **{"stroke-width": 1})
        font = {"font-size": _FRAME_NAME_SIZE, "font-family": "'DejaVu Sans', sans-serif"}
        name = _add(root, "text", x=element.x, y=element.y - 6, fill="#868e96", **font)
        name.text = _NO_XML.sub("", element.text)

    def _style(self, element: Element) -> dict[str, Any]:
        width = self.raw[element.id].get("strokeWidth")
        style = {
            "stroke": _colour(element.stroke_color, _INK),
            "fill": _colour(element.background_color, "none"),
            "stroke-width": width if is_number(width) and 0 < width <= 100 else 2,  # noqa: PLR2004
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        }
        dashes = _DASHES.get(element.stroke_style)
        return style | ({"stroke-dasharray": dashes} if dashes else {})


def _add(parent: ET.Element, tag: str, **attributes: Any) -> ET.Element:
    texts = {key: value if isinstance(value, str) else number(value) for key, value in attributes.items()}
    return ET.SubElement(parent, tag, texts)


def _colour(value: str, default: str) -> str:
    if not value or value == "transparent":
        return default if not value else "none"
    return value if _COLOUR.fullmatch(value) else default


def _bounds(elements: Sequence[Element]) -> tuple[float, float, float, float]:
    """The area that everything takes, turned or not, with a margin around it."""
    xs: list[float] = []
    ys: list[float] = []
    for element in elements:
        if element.points:
            xs += [point.x for point in element.points]
            ys += [point.y for point in element.points]
            continue
        grow = abs(element.width - element.height) / 2 if element.angle else 0.0
        xs += [element.x - grow, element.x + element.width + grow]
        ys += [
            element.y - grow - (_FRAME_NAME_SIZE * 2 if element.type == "frame" else 0),
            element.y + element.height + grow,
        ]
    if not xs:
        return (0.0, 0.0, 2 * MARGIN, 2 * MARGIN)
    left, top = min(xs) - MARGIN, min(ys) - MARGIN
    return left, top, max(xs) + MARGIN - left, max(ys) + MARGIN - top
