"""Draws the pictures of docs/reading.md: `python docs/pictures.py` writes docs/images/reading-*.svg.

Each scene is small and says one thing; the tests read every one and hold the page to what comes out.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

Elements = list[dict[str, Any]]

_INK = "#1e1e1e"
_numbers = count(1)


def shape(x: float, y: float, width: float = 130, height: float = 60, **fields: Any) -> dict[str, Any]:
    """A rectangle, or another shape by `type`."""
    look = {"strokeColor": _INK, "backgroundColor": "transparent", "strokeWidth": 2, "roughness": 0, "opacity": 100}
    name = f"e{next(_numbers)}"
    box = {"id": name, "type": "rectangle", "x": x, "y": y, "width": width, "height": height, "strokeStyle": "solid"}
    return box | look | fields


def text(words: str, x: float, y: float, size: float = 16, **fields: Any) -> dict[str, Any]:
    """A text whose upper left corner is at x and y."""
    lines = words.split("\n")
    written = {"text": words, "originalText": words, "fontSize": size, "fontFamily": 2, "lineHeight": 1.25}
    return shape(x, y, max(map(len, lines)) * size * 0.5, len(lines) * size * 1.25, type="text", **written) | fields


def box(label: str, x: float, y: float, width: float = 130, height: float = 60, **fields: Any) -> Elements:
    """A shape with its label bound to it."""
    holder = shape(x, y, width, height, **fields)
    words = text(label, 0, 0, textAlign="center", containerId=holder["id"])
    words["x"] = x + (width - words["width"]) / 2
    words["y"] = y + (height - words["height"]) / 2
    return [holder, words]


def arrow(*points: tuple[float, float], **fields: Any) -> dict[str, Any]:
    """An arrow, bound to nothing."""
    (x, y), (x_end, y_end) = points[0], points[-1]
    course = [[px - x, py - y] for px, py in points]
    ends = {"points": course, "startArrowhead": None, "endArrowhead": "arrow"}
    return shape(x, y, abs(x_end - x), abs(y_end - y), type="arrow", **ends) | fields


def scenes() -> dict[str, Elements]:
    """The scenes by name."""
    return {
        "loose": [
            *box("Web app", 0, 0),
            *box("API server", 260, 0),
            arrow((142, 30), (246, 34)),
            *box("Orders", 520, -10, 110, 80),
            arrow((390, 30), (495, 30)),
        ],
        "caption": [
            shape(0, 0, 90, 70, type="ellipse"),
            text("Users", 22, 78),
            *box("API server", 240, 5),
            arrow((95, 35), (236, 35)),
            text("Redis", 480, 24),
            arrow((372, 35), (472, 35)),
        ],
        "copies": [
            shape(14, -14),
            shape(7, -7),
            *box("API server", 0, 0, backgroundColor="#ffffff"),
            *box("Postgres\nprimary + 2 replicas", 300, -10, 200, 80),
            *box("Orders DB\nsharded by user id", 600, -10, 200, 80),
        ],
        "groups": [
            shape(0, 0, 480, 180, strokeStyle="dashed"),
            text("Databases", 10, 8),
            *box("Orders", 30, 70, 110),
            *box("Users", 180, 70, 110),
            *box("Redis", 330, 70, 110),
            *box("API server", -220, 70),
            arrow((-90, 100), (30, 100)),
        ],
        "notes": [
            text("Functional requirements", 0, 0, 20),
            text("- users can order\n- orders can be tracked", 0, 34),
            *box("Web app", 330, 0),
            *box("API server", 560, 0),
            arrow((460, 30), (560, 30)),
            text("p99 under 100 ms", 330, 120),
        ],
        "place": [
            *box("API server", 0, 0),
            *box("Redis", 230, 0),
            *box("Email worker", 460, 0),
            arrow((130, 30), (230, 30)),
            arrow((360, 30), (460, 30)),
        ],
        "designs": [
            *box("Web app", 0, 0),
            *box("API", 230, 0),
            *box("DB", 460, 0),
            arrow((130, 30), (230, 30)),
            arrow((360, 30), (460, 30)),
            *box("Web app", 0, 180),
            *box("API", 230, 180),
            *box("Cache", 460, 180),
            *box("DB", 690, 180),
            arrow((130, 210), (230, 210)),
            arrow((360, 210), (460, 210)),
            arrow((590, 210), (690, 210)),
        ],
    }


def main() -> None:
    """Write the pictures."""
    from whiteboard.formats.export.svg import svg_of

    for name, elements in scenes().items():
        path = Path(__file__).parent / "images" / f"reading-{name}.svg"
        path.write_text(svg_of(elements), encoding="utf-8")


if __name__ == "__main__":
    main()
