from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from drawing import arrow, box, edges, flat, grouped, labels, line, notes, questions, read, shape, text
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.catalog import load_catalog
from whiteboard.formats.excalidraw import Scene, scene_from_elements
from whiteboard.model.architecture import Reading
from whiteboard.model.errors import InputError, TooLargeError
from whiteboard.reading import read as read_any
from whiteboard.reading.scene import read_scene

BOARD = flat(
    [
        text("Functional requirements", 0, -300),
        text("- users can order", 0, -260),
        box("web", "Web client", 0, 0),
        box("api", "API gateway", 300, 0),
        [shape("copy2", 620, 20), shape("copy1", 610, 10), *box("orders", "Order service", 600, 0)],
        grouped(
            "disk",
            shape("db", 900, 0, 100, 120),
            shape("lid", 900, -10, 100, 20, type="ellipse"),
            text("Orders", 920, 40),
        ),
        shape("vpc", 560, -100, 500, 300),
        text("VPC", 570, -95),
        shape("row1", 0, 300, 50, 50),
        shape("row2", 70, 300, 50, 50),
        text("Workers", 0, 360),
        arrow("a", (120, 30), (300, 30), start="web", end="api"),
        arrow("b", (420, 30), (590, 30)),
        arrow("c", (720, 30), (900, 50), end="db", strokeStyle="dashed"),
        line("d", (60, 60), (25, 300)),
        text("orders", 480, 5),
        arrow("stub", (1500, 0), (1500, 60)),
    ]
)


def test_a_whole_board() -> None:
    reading = read(BOARD)
    assert labels(reading) == ["API gateway", "Order service", "Orders", "Web client", "Workers", "Workers"]
    assert edges(reading) == [
        "API gateway -> Order service",
        "Order service -> Orders",
        "Web client -- Workers",
        "Web client -> API gateway",
    ]
    assert [group.label for group in reading.architecture.groups] == ["VPC"]
    assert notes(reading) == {"Functional requirements": "functional", "- users can order": "functional"}
    assert "This arrow starts and ends at nothing" in questions(reading)


@given(st.permutations(BOARD))
@settings(max_examples=25, deadline=None)
def test_the_order_of_elements_does_not_matter(elements: list[Any]) -> None:
    assert read(elements) == read(BOARD)


@given(st.integers(-(2**20), 2**20), st.integers(-(2**20), 2**20))
@settings(max_examples=25, deadline=None)
def test_the_place_of_a_board_does_not_matter(dx: int, dy: int) -> None:
    assert read([element | {"x": element["x"] + dx, "y": element["y"] + dy} for element in BOARD]) == read(BOARD)


numbers = st.integers(-100, 100) | st.sampled_from([0.0, 1e-9, 1e9, -1e9])
fields = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["rectangle", "ellipse", "diamond", "text", "arrow", "line", "freedraw", "frame", "image"]
        ),
        "x": numbers,
        "y": numbers,
        "width": numbers,
        "height": numbers,
        "points": st.lists(st.tuples(numbers, numbers).map(list), max_size=5),
        "text": st.sampled_from(["", "Redis", "- a\n- b", "GET /", "3", "\n", "Design"]),
        "angle": st.sampled_from([0, 1.5, -7]),
        "groupIds": st.sampled_from([[], ["g"], ["f", "g"], ["h"]]),
        "containerId": st.sampled_from([None, "0", "1", "2", "gone"]),
        "startBinding": st.sampled_from([None, {"elementId": "0"}, {"elementId": "3"}, {"elementId": "gone"}]),
        "endBinding": st.sampled_from([None, {"elementId": "1"}, {"elementId": "4"}]),
        "customData": st.sampled_from([None, {"kind": "cache"}, {"kind": "no kind"}, {"direction": "both"}]),
        "fontSize": st.sampled_from([20, 0, -5]),
    }
)


@given(st.lists(fields, max_size=9))
@settings(max_examples=100, deadline=None)
def test_any_scene_is_read(elements: list[dict[str, Any]]) -> None:
    reading = read([element | {"id": str(i)} for i, element in enumerate(elements)])
    known = {component.id for component in reading.architecture.components} | {
        g.id for g in reading.architecture.groups
    }
    assert all({c.source, c.target} <= known for c in reading.architecture.connections)
    assert all(c.source != c.target for c in reading.architecture.connections)
    assert all(member in known for group in reading.architecture.groups for member in group.members)


def test_an_empty_scene_is_an_empty_reading() -> None:
    assert read_any(Scene(), load_catalog()) == Reading()


def test_a_scene_in_which_all_lies_on_all_is_refused() -> None:
    elements = flat([box(str(i), f"Service {i}", i * 1e-3, 0, 1000 + i, 1000 + i) for i in range(3000)])
    with pytest.raises(TooLargeError, match=r"^all\.excalidraw: too many elements lie on top of each other"):
        read_scene(scene_from_elements(elements, "all.excalidraw"), load_catalog())


def test_elements_of_unknown_types_are_named() -> None:
    assert "“hologram”: 1 element left out" in questions(read(shape("a", 0, 0, type="hologram")))


def test_a_kind_that_the_catalog_lacks_is_asked_about() -> None:
    assert "“flux”" in questions(read(box("a", "Redis", 0, 0, customData={"kind": "flux"})))


def test_reading_is_repeatable() -> None:
    scene = scene_from_elements(BOARD)
    assert read_scene(replace(scene), load_catalog()) == read_scene(scene, load_catalog())


def test_bad_elements_are_an_input_error() -> None:
    with pytest.raises(InputError, match=r"elements\[0\]\.x"):
        read({"id": "a", "type": "rectangle", "y": 0})
