from __future__ import annotations

import pytest
from drawing import arrow, box, read, text

from whiteboard.catalog import load_catalog
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.reading import read as read_any
from whiteboard.reading.traffic import access_of, step_of


@pytest.mark.parametrize(
    ("label", "step"),
    [
        ("3", 3),
        ("2. store it", 2),
        ("(4) reply", 4),
        ("5) reply", 5),
        ("Step 6: reply", 6),
        ("⑦ reply", 7),
        ("2a. on failure", 2),
        ("", None),
        ("10 requests a second", None),
        ("1.5 s", None),
        ("store it", None),
    ],
)
def test_steps(label: str, step: int | None) -> None:
    assert step_of(label) == step


@pytest.mark.parametrize(
    ("label", "access"),
    [
        ("GET /items", "read"),
        ("read", "read"),
        ("writes orders", "write"),
        ("POST /orders", "write"),
        ("read & write", "both"),
        ("R/W", "both"),
        ("HTTPS", None),
        ("settings", None),
        ("", None),
    ],
)
def test_access(label: str, access: str | None) -> None:
    assert access_of(label) == access


def test_a_scene_and_a_diagram_say_the_same() -> None:
    boxes = box("a", "API", 0, 0), box("b", "Orders DB", 400, 0)
    drawn = read(boxes, arrow("x", (120, 30), (400, 30), start="a", end="b"), text("2. save", 220, 5, containerId="x"))
    typed = read_any(load_mermaid("graph LR\n a[API] -->|2. save| b[(Orders DB)]"), load_catalog())
    for reading in (drawn, typed):
        (connection,) = reading.architecture.connections
        assert (connection.step, connection.access) == (2, "write")
