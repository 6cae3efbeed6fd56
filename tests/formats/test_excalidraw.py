from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.formats.diagram import MAX_BYTES, MAX_ELEMENTS
from whiteboard.formats.excalidraw import Point, Scene, load_scene, scene_from_elements
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from pathlib import Path


def box(**fields: Any) -> dict[str, Any]:
    return {"id": "box", "type": "rectangle", "x": 1, "y": 2, "width": 30, "height": 40} | fields


def arrow(**fields: Any) -> dict[str, Any]:
    return {"id": "arrow", "type": "arrow", "x": 10, "y": 20, "points": [[0, 0], [5, 6]]} | fields


def board(*elements: Any, **fields: Any) -> bytes:
    return json.dumps({"type": "excalidraw", "elements": elements} | fields).encode()


def problems(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        load_scene(data, "a.excalidraw")
    return caught.value.problems


def places(*elements: Any) -> list[str | None]:
    return [problem.where for problem in problems(board(*elements))]


def test_a_box_is_typed() -> None:
    element = load_scene(board(box(groupIds=["in", "out"], strokeStyle="dashed"))).elements[0]
    assert (element.x, element.width, element.group_ids, element.stroke_style) == (1, 30, ("in", "out"), "dashed")


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.excalidraw"
    path.write_bytes(board(box()))
    assert load_scene(path).name == str(path)


def test_the_clipboard_is_a_scene_too() -> None:
    assert load_scene(board(box(), type="excalidraw/clipboard")).elements


def test_a_byte_order_mark_is_no_error() -> None:
    assert load_scene(b"\xef\xbb\xbf" + board(box())).elements


def test_deleted_elements_are_gone_and_not_checked() -> None:
    assert load_scene(board(box(isDeleted=True, x="?"))) == Scene()


def test_points_lie_where_the_arrow_lies() -> None:
    assert load_scene(board(arrow())).elements[0].points == (Point(10, 20), Point(15, 26))


def test_a_turned_line_has_turned_points() -> None:
    (element,) = load_scene(board(arrow(angle=3.141592653589793, points=[[0, 0], [4, 0]]))).elements
    assert element.points[0].x == pytest.approx(14)


def test_an_arrow_has_a_head_unless_it_says_otherwise() -> None:
    heads = [e.end_head for e in load_scene(board(arrow(), arrow(id="2", endArrowhead=None))).elements]
    assert heads == [True, False]


def test_bindings_give_ids() -> None:
    element = load_scene(board(arrow(startBinding={"elementId": "box", "focus": 0}))).elements[0]
    assert (element.start, element.end) == ("box", None)


def test_text_is_what_was_typed_not_how_it_was_wrapped() -> None:
    text = {"id": "t", "type": "text", "x": 0, "y": 0, "text": "Authenti\ncation", "originalText": "Authentication"}
    assert load_scene(board(text)).elements[0].text == "Authentication"


def test_control_characters_are_taken_out_of_text() -> None:
    text = {"id": "t", "type": "text", "x": 0, "y": 0, "text": "a\x00\x1b\ud800b\r\nc\td"}
    assert load_scene(board(text)).elements[0].text == "ab\nc\td"


def test_our_custom_data_is_kept_and_other_programs_is_not() -> None:
    custom = load_scene(board(box(customData={"kind": "cache", "replicas": "many", "theirs": {}}))).elements[0].custom
    assert (custom.kind, custom.replicas) == ("cache", None)


def test_unknown_types_are_left_out_and_named() -> None:
    scene = load_scene(board(box(type="hologram"), arrow()))
    assert ([e.id for e in scene.elements], scene.unknown) == (["arrow"], (("hologram", "box"),))


@pytest.mark.parametrize(
    ("element", "place"),
    [
        (box(x=None), "x"),
        (box(x="12"), "x"),
        (box(y=float("nan")), "y"),
        (box(width=float("inf")), "width"),
        (box(height=10**400), "height"),
        (box(x=True), "x"),
        (box(id=""), "id"),
        (box(id=7), "id"),
        (box(type=None), "type"),
        (box(groupIds="g"), "groupIds"),
        (arrow(points=None), "points"),
        (arrow(points=[[0, 0], [1]]), "points[1]"),
        (arrow(startBinding="box"), "startBinding"),
        (arrow(endArrowhead=1), "endArrowhead"),
    ],
)
def test_a_wrong_field_is_named(element: dict[str, Any], place: str) -> None:
    assert f"elements[0].{place}" in places(element)


def test_all_problems_are_named_at_once() -> None:
    assert places(box(x="?", y="?"), 3) == ["elements[1]", "elements[0].x", "elements[0].y"]


def test_an_id_may_be_there_once() -> None:
    assert places(box(), box()) == ["elements[0].id", "elements[1].id"]


def test_groups_may_not_contain_each_other() -> None:
    assert places(box(groupIds=["a", "b"]), arrow(groupIds=["b", "c", "a"])) == ["groupIds"]


def test_the_place_of_a_syntax_error_is_named() -> None:
    (problem,) = problems(b'{"type": "excalidraw",\n "elements": [,]}')
    assert (problem.file, problem.line, problem.column) == ("a.excalidraw", 2, 15)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (board(box())[:-9], "cut off"),
        (b"<svg/>", "not JSON"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"[" * 100_000, "deep"),
        (b"1" * 10_000, "digits"),
        (b"[]", "no JSON object"),
        (b"{}", "no list of elements"),
        (board(type="excalidrawlib"), "library"),
        (board(type="mural"), "'mural'"),
    ],
)
def test_what_is_no_scene_is_said(data: bytes, words: str) -> None:
    assert words in problems(data)[0].message


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_scene(tmp_path / "none.excalidraw")


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeError, match="20 MB"):
        load_scene(b" " * (MAX_BYTES + 1))


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(TooLargeError, match="50,000"):
        scene_from_elements([{}] * (MAX_ELEMENTS + 1))


NASTY: list[Any] = [None, True, 0, -1, 1e308, float("nan"), float("inf"), 10**400, "", "a", "\0", "\ud800"]
NASTY_INSIDE: list[Any] = [[], [[]], [None], ["a", "a"], [[1, 2]], [[1, "2"]], {}, {"elementId": None}, {"kind": 1}]
FIELDS = [*arrow(), "width", "height", "angle", "text", "originalText", "containerId", "frameId", "groupIds"]
MORE_FIELDS = ["startBinding", "startArrowhead", "strokeStyle", "strokeColor", "opacity", "customData", "isDeleted"]


def loads_or_is_refused(data: bytes) -> bool:
    try:
        return isinstance(load_scene(data), Scene)
    except InputError as error:
        return bool(error.problems)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_load_or_are_an_input_error(data: bytes) -> None:
    assert loads_or_is_refused(data)


changes = st.dictionaries(st.sampled_from(FIELDS + MORE_FIELDS), st.sampled_from(NASTY + NASTY_INSIDE))


@settings(deadline=None)
@given(st.integers(min_value=0), st.integers(0, 255))
def test_any_damaged_file_loads_or_is_an_input_error(place: int, value: int) -> None:
    data = bytearray(board(box(), arrow()))
    data[place % len(data)] = value
    assert loads_or_is_refused(bytes(data))


@settings(deadline=None)
@given(st.sampled_from([box(), arrow(), box(type="text"), box(type="frame")]), changes)
def test_any_mutation_loads_or_is_an_input_error(element: dict[str, Any], changes: dict[str, Any]) -> None:
    assert loads_or_is_refused(board(element | changes, box(id="other")))


def test_a_number_that_is_too_large_is_told_the_limit() -> None:
    assert (
        problems(board(box(x=1e10)))[0].message == "elements[0].x must be a number from -1e9 to 1e9, not 10000000000.0"
    )


def test_the_escape_of_eight_bit_terminals_is_a_control_character() -> None:
    assert load_scene(board(box(type="text", text="\x9b31mCache"))).elements[0].text == "31mCache"
