from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from ..visitor import box, scene

if TYPE_CHECKING:
    from ..visitor import Visitor

DRAWIO = (
    b'<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
    b'<mxCell id="web" value="Web" vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell>'
    b'<mxCell id="api" value="API" vertex="1" parent="1"><mxGeometry x="300" width="120" height="60" as="geometry"/>'
    b"</mxCell>"
    b'<mxCell id="call" edge="1" source="web" target="api" parent="1"><mxGeometry as="geometry"/></mxCell>'
    b"</root></mxGraphModel>"
)
PICTURE = {"id": "p", "mimeType": "image/png", "dataURL": "data:image/png;base64,iVBORw0=", "created": 1}


def test_a_sound_file_comes_back(ada: Visitor) -> None:
    answer = ada.upload("/api/drawings", scene(box("a"), files={"p": PICTURE}))
    assert answer.json == {"elements": [box("a")], "files": {"p": PICTURE}, "page": 1, "pages": [""], "left_out": []}


def test_tombstones_of_a_file_are_left_out(ada: Visitor) -> None:
    answer = ada.upload("/api/drawings", scene(box("a"), {"id": 7, "isDeleted": True}))
    assert answer.json["elements"] == [box("a")]


def test_a_picture_that_is_not_base64_is_taken(ada: Visitor) -> None:
    picture = {"id": "p", "mimeType": "image/svg+xml", "dataURL": "data:image/svg+xml;utf8,%3Csvg/%3E"}
    answer = ada.upload("/api/drawings", scene(files={"p": picture}))
    assert answer.json["files"]["p"]["dataURL"] == "data:image/svg+xml;base64,PHN2Zy8+"


def test_arrows_bound_to_nothing_are_no_error(ada: Visitor) -> None:
    arrow = box("a", type="arrow", points=[[0, 0], [9, 9]], startBinding={"elementId": "gone", "focus": 0, "gap": 1})
    assert ada.upload("/api/drawings", scene(arrow)).status_code == 200


def test_twenty_thousand_elements_are_taken(ada: Visitor) -> None:
    answer = ada.upload("/api/drawings", scene(*(box(f"e{n}") for n in range(20_000))))
    assert (answer.status_code, len(answer.json["elements"])) == (200, 20_000)


BAD_FILES: list[tuple[bytes, int]] = [
    (b"", 422),
    (b"not json", 422),
    (scene(box("a"))[:-9], 422),
    (b"[]", 422),
    (b'{"type": "something else", "elements": []}', 422),
    (b'{"type": "excalidraw"}', 422),
    (scene(box("a", x=None)), 422),
    (scene(box("a", version="x")), 422),
    (scene(box("a")).replace(b"20.5", b"NaN"), 422),
    (scene(box("a", groupIds=["g", "h"]), box("b", groupIds=["h", "g"])), 422),
    (scene(files={"p": {}}), 422),
    (scene(files=[]), 200),
    (scene(files=[1]), 422),
    (scene(*[box("a")] * 50_001), 413),
    (b" " * (20 * 1024 * 1024 + 1), 413),
    (b" " * 50_000_000, 413),
]


@pytest.mark.parametrize(("data", "status"), BAD_FILES, ids=range(len(BAD_FILES)))
def test_bad_files_are_refused_with_their_place(ada: Visitor, data: bytes, status: int) -> None:
    answer = ada.upload("/api/drawings", data, "mine.excalidraw")
    assert answer.status_code == status
    problems = answer.json.get("error", {}).get("problems", ())
    assert {problem["file"] for problem in problems} <= {"mine.excalidraw"}


def test_all_problems_of_a_file_are_told(ada: Visitor) -> None:
    answer = ada.upload("/api/drawings", scene(box("a", x=None), box("b", y="low")))
    assert [p["where"] for p in answer.json["error"]["problems"]] == ["elements[0].x", "elements[1].y"]


def test_a_long_list_of_problems_is_cut(ada: Visitor) -> None:
    error = ada.upload("/api/drawings", scene(*(box(f"e{n}", x=None) for n in range(300)))).json["error"]
    assert len(error["problems"]) == 100
    assert error["message"].endswith("(and 299 more)")


def test_no_file_is_bad_input(ada: Visitor) -> None:
    assert ada.post("/api/drawings").status_code == 422


def test_a_problem_is_where_the_file_has_it(ada: Visitor) -> None:
    answer = ada.upload("/api/drawings", scene(box("a", isDeleted=True), box("b", version=-1)))
    assert [p["where"] for p in answer.json["error"]["problems"]] == ["elements[1].version"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("board.mmd", b"graph LR\n web[Web app] --> api[API]\n"),
        ("board.json", b'{"nodes": [{"id": "web"}, {"id": "api"}], "edges": [{"from": "web", "to": "api"}]}'),
        ("board.drawio", DRAWIO),
        (
            "board.svg",
            b"<svg><!-- payload-type:application/vnd.excalidraw+json --><!-- payload-version:1 -->"
            b"<!-- payload-start -->%s<!-- payload-end --></svg>",
        ),
    ],
)
def test_any_format_becomes_a_board(ada: Visitor, name: str, data: bytes) -> None:
    connected = scene(
        box("web"), box("api", x=400), box("call", type="arrow", points=[[0, 0], [9, 9]], endArrowhead="arrow")
    )
    answer = ada.upload("/api/drawings", data.replace(b"%s", b64encode(connected)), name)
    assert answer.status_code == 200
    assert [e["type"] for e in answer.json["elements"] if e["type"] != "text"] == ["rectangle", "rectangle", "arrow"]
    assert answer.json["left_out"] == []


TWO_PAGES = b"<mxfile>%s</mxfile>" % b"".join(
    b'<diagram name="%s">%s</diagram>' % (name, DRAWIO.replace(b'"Web"', b'"Web %s"' % name))
    for name in (b"now", b"later")
)


@pytest.mark.parametrize(("page", "number"), [("", 1), ("1", 1), ("2", 2), ("later", 2)])
def test_a_page_is_taken_by_name_or_number_and_all_are_named(ada: Visitor, page: str, number: int) -> None:
    answer = ada.upload("/api/drawings", TWO_PAGES, "board.drawio", page=page)
    assert (answer.json["page"], answer.json["pages"]) == (number, ["now", "later"])
    assert any(e.get("text") == f"Web {answer.json['pages'][number - 1]}" for e in answer.json["elements"])


def test_other_pages_are_left_out_unless_one_was_asked_for(ada: Visitor) -> None:
    assert "later" in ada.upload("/api/drawings", TWO_PAGES, "board.drawio").json["left_out"][0]
    assert ada.upload("/api/drawings", TWO_PAGES, "board.drawio", page="1").json["left_out"] == []


def test_a_page_that_is_not_there_is_refused(ada: Visitor) -> None:
    answer = ada.upload("/api/drawings", TWO_PAGES, "board.drawio", page="3")
    assert answer.status_code == 422
    assert "later" in answer.json["error"]["problems"][0]["hint"]
