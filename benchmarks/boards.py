"""Boards of any size, drawn the way a person draws: boxes with text, bound arrows, a frame, notes."""

from __future__ import annotations

import json
from typing import Any

ROW = ("Web app", "API gateway", "Catalog service", "Redis cache", "Product DB")
WIDTH, HEIGHT, GAP = 180, 80, 120


def board(components: int) -> bytes:
    """A scene with this many components in rows of five, each row a chain, and a note every second row."""
    elements: list[dict[str, Any]] = []
    for number in range(components):
        row, column = divmod(number, len(ROW))
        elements += box(f"c{number}", f"{ROW[column]} {row}", column * (WIDTH + GAP), row * (HEIGHT + GAP))
        if column:
            elements.append(arrow(f"c{number - 1}", f"c{number}", column, row))
        if not column and row:
            elements.append(down(f"c{number - len(ROW)}", f"c{number}", row))
        if not column and row % 2:
            elements.append(text(f"n{row}", f"p99 under {row} ms", -600, row * (HEIGHT + GAP), None))
    return json.dumps({"type": "excalidraw", "version": 2, "elements": elements, "files": {}}).encode()


def box(id_: str, label: str, x: float, y: float) -> list[dict[str, Any]]:
    """A rectangle with bound text."""
    shape = {"id": id_, "type": "rectangle", "x": x, "y": y, "width": WIDTH, "height": HEIGHT}
    return [shape, text(f"{id_}-text", label, x + 20, y + 30, id_)]


def text(id_: str, words: str, x: float, y: float, container: str | None) -> dict[str, Any]:
    """A text element."""
    size = {"width": 8 * len(words), "height": 25, "fontSize": 16}
    return {
        "id": id_,
        "type": "text",
        "x": x,
        "y": y,
        "text": words,
        "originalText": words,
        "containerId": container,
    } | size


def arrow(source: str, target: str, column: int, row: int) -> dict[str, Any]:
    """An arrow to the next box of the row."""
    x, y = column * (WIDTH + GAP) - GAP, row * (HEIGHT + GAP) + HEIGHT / 2
    return bound(source, target, x, y, [[0, 0], [GAP, 0]])


def down(source: str, target: str, row: int) -> dict[str, Any]:
    """An arrow to the row below."""
    return bound(source, target, WIDTH / 2, row * (HEIGHT + GAP) - GAP, [[0, 0], [0, GAP]])


def bound(source: str, target: str, x: float, y: float, points: list[list[float]]) -> dict[str, Any]:
    """An arrow bound at both ends."""
    return {
        "id": f"{source}-{target}",
        "type": "arrow",
        "x": x,
        "y": y,
        "width": points[1][0],
        "height": points[1][1],
        "points": points,
        "startBinding": {"elementId": source, "focus": 0, "gap": 1},
        "endBinding": {"elementId": target, "focus": 0, "gap": 1},
        "startArrowhead": None,
        "endArrowhead": "arrow",
    }


def drawio_page(cells: int) -> bytes:
    """A draw.io page with this many cells: boxes in rows of five, and an edge from each to the next."""
    count = cells // 2
    drawn = ['<mxCell id="0"/><mxCell id="1" parent="0"/>']
    for number in range(count):
        row, column = divmod(number, len(ROW))
        x, y = column * (WIDTH + GAP), row * (HEIGHT + GAP)
        drawn.append(
            f'<mxCell id="v{number}" value="{ROW[column]} {row}" style="rounded=1;html=1;" vertex="1" parent="1">'
            f'<mxGeometry x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" as="geometry"/></mxCell>'
            f'<mxCell id="e{number}" edge="1" parent="1" source="v{number}" target="v{(number + 1) % count}">'
            '<mxGeometry relative="1" as="geometry"/></mxCell>'
        )
    return f"<mxGraphModel><root>{''.join(drawn)}</root></mxGraphModel>".encode()
