from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from drawing import edges, labels, read
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.catalog import load_catalog
from whiteboard.formats.elements import Area, Arrow, Box, Frame, Line, Text, elements_of
from whiteboard.formats.elements.draw import nth_index
from whiteboard.formats.excalidraw import Point, scene_from_elements

if TYPE_CHECKING:
    from whiteboard.formats.elements import Shape, Thing
    from whiteboard.model.architecture import Direction

SHAPES: tuple[Shape, ...] = ("rectangle", "ellipse", "diamond", "cylinder", "queue", "person", "cloud")


def box(id_: str, label: str, x: float = 0, y: float = 0, **fields: Any) -> Box:
    return Box(id=id_, label=label, area=Area(x, y, 168, 72), **fields)


def drawn(*things: Thing) -> dict[str, dict[str, Any]]:
    return {element["id"]: element for element in elements_of(things)}


def pair(**fields: Any) -> dict[str, dict[str, Any]]:
    return drawn(box("a", "API"), box("b", "Orders DB", 400), Arrow(id="ab", source="a", target="b", **fields))


def test_a_board_reads_back_as_drawn() -> None:
    reading = read(
        *elements_of(
            [
                Frame(id="vpc", label="VPC", area=Area(-40, -40, 700, 160)),
                box("web", "Web app", -400),
                box("api", "Order service", replicas=3, frame="vpc"),
                box("db", "Things", 400, kind="cache", frame="vpc"),
                Arrow(id="1", source="web", target="api", label="REST"),
                Arrow(id="2", source="api", target="db", dashed=True, direction="both"),
                Text(id="note", text="Risks: the cache may fail at peak", x=0, y=400),
            ]
        )
    )
    found = {c.id: (c.label, c.kind, c.replicas) for c in reading.architecture.components}
    assert found == {
        "web": ("Web app", "client", None),
        "api": ("Order service", "service", 3),
        "db": ("Things", "cache", None),
    }
    assert edges(reading) == ["Order service <-> Things", "Web app -> Order service"]
    assert [c.label for c in reading.architecture.connections] == ["REST", ""]
    assert [(g.id, g.label, g.members) for g in reading.architecture.groups] == [("vpc", "VPC", ("api", "db"))]
    assert [note.text for note in reading.notes] == ["Risks: the cache may fail at peak"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("caption", [False, True])
@pytest.mark.parametrize("size", [(60, 90), (168, 72), (300, 300)])
def test_a_shape_is_one_component(shape: Shape, caption: bool, size: tuple[float, float]) -> None:
    thing = Box(id="x", label="Ledger", area=Area(0, 0, *size), shape=shape, caption=caption)
    arrow = Arrow(id="call", source="api", target="x")
    reading = read(*elements_of([thing, box("api", "API", 500), arrow]))
    assert labels(reading) == ["API", "Ledger"]
    assert edges(reading) == ["API -> Ledger"]


@pytest.mark.parametrize(("shape", "kind"), [("cylinder", "datastore"), ("queue", "queue"), ("person", "client")])
@pytest.mark.parametrize("caption", [False, True])
def test_a_shape_that_tells_the_kind_still_does(shape: Shape, kind: str, caption: bool) -> None:
    thing = Box(id="x", label="Xyz", area=Area(0, 0, 90, 100), shape=shape, caption=caption)
    (component,) = read(*elements_of([thing])).architecture.components
    assert component.kind == kind


@pytest.mark.parametrize(
    ("direction", "heads"), [("forward", (None, "arrow")), ("both", ("arrow", "arrow")), ("none", (None, None))]
)
def test_heads(direction: Direction, heads: tuple[str | None, str | None]) -> None:
    arrow = pair(direction=direction)["ab"]
    assert (arrow["startArrowhead"], arrow["endArrowhead"]) == heads


def test_what_is_bound_says_so_on_both_sides() -> None:
    elements = pair(label="SQL")
    assert elements["a"]["boundElements"] == [{"type": "text", "id": "a-label"}, {"type": "arrow", "id": "ab"}]
    assert elements["ab"]["startBinding"]["elementId"] == "a"
    assert elements["ab"]["boundElements"] == [{"type": "text", "id": "ab-label"}]
    assert elements["ab-label"]["containerId"] == "ab"


def test_an_arrow_runs_from_border_to_border() -> None:
    arrow = pair()["ab"]
    assert (arrow["x"], arrow["y"]) == (174, 36)
    assert arrow["points"] == [[0, 0], [220, 0]]


def test_a_second_arrow_between_two_bends_aside() -> None:
    arrows = [Arrow(id="1", source="a", target="b"), Arrow(id="2", source="b", target="a")]
    elements = drawn(box("a", "A"), box("b", "B", 400), *arrows)
    assert [len(elements[id_]["points"]) for id_ in "12"] == [2, 3]


def test_an_arrow_to_itself_is_a_loop() -> None:
    points = drawn(box("a", "A"), Arrow(id="1", source="a", target="a"))["1"]["points"]
    assert math.dist(points[0], points[-1]) < sum(math.dist(p, q) for p, q in pairwise(points)) / 2


def test_a_label_under_an_id_that_is_taken_gets_another() -> None:
    elements = drawn(box("a", "A"), box("a-label", "B"))
    assert [e["text"] for e in elements.values() if e["type"] == "text"] == ["A", "B"]
    assert elements["a-label"]["type"] == "rectangle"


def test_the_colours_say_the_kind() -> None:
    elements = drawn(box("a", "Redis"), box("b", "Thing", 400, kind="cache"), box("c", "Xyz", 800))
    assert elements["a"]["strokeColor"] == elements["b"]["strokeColor"] == "#c92a2a"
    assert elements["c"]["strokeColor"] == "#1e1e1e"


def test_every_kind_has_a_look() -> None:
    kinds = sorted(load_catalog().kinds)
    boxes = [box(kind, "x", kind=kind) for kind in kinds]
    assert {e["customData"]["kind"] for e in elements_of(boxes) if "customData" in e} == set(kinds)


def test_a_long_label_stays_inside_its_shape() -> None:
    label = drawn(box("a", "Recommendation ranking and filtering service"))["a-label"]
    assert label["width"] <= 168
    assert label["height"] <= 72
    assert label["originalText"] == "Recommendation ranking and filtering service"


def test_a_line_connects_nothing() -> None:
    line = drawn(Line(id="l", points=(Point(0, 0), Point(5, 5)), dashed=True))["l"]
    assert (line["type"], line["startBinding"], line["strokeStyle"]) == ("line", None, "dashed")


@pytest.mark.parametrize(
    "arrow", [Arrow(id="1", source="a", target="z"), Arrow(id="1", source=None, target="a"), box("a", "again")]
)
def test_a_mistake_of_the_caller_is_told(arrow: Thing) -> None:
    with pytest.raises(ValueError, match=r"place|twice"):
        elements_of([box("a", "A"), arrow])


def test_indices_ascend() -> None:
    indices = [nth_index(i) for i in range(5000)]
    assert indices == sorted(set(indices))
    assert [nth_index(i) for i in (0, 61, 62, 3905, 3906)] == ["a0", "az", "b00", "bzz", "c000"]


@given(
    st.lists(
        st.builds(
            Box,
            id=st.uuids().map(str),
            label=st.text(max_size=60),
            area=st.builds(Area, *[st.floats(-1e6, 1e6)] * 2, *[st.floats(0, 1e5)] * 2),
            shape=st.sampled_from(SHAPES),
            caption=st.booleans(),
        ),
        max_size=6,
        unique_by=lambda thing: thing.id,
    )
)
def test_whatever_is_drawn_is_a_valid_scene(boxes: list[Box]) -> None:
    arrows = [Arrow(id=f"{a.id}>{b.id}", source=a.id, target=b.id, label=a.label) for a, b in pairwise(boxes)]
    elements = elements_of([*boxes, *arrows])
    assert len(scene_from_elements(elements).elements) == len(elements)
    assert [e["index"] for e in elements] == sorted(e["index"] for e in elements)
