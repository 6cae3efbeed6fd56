from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ..visitor import box, scene
from .test_drawings import TWO_PAGES

if TYPE_CHECKING:
    from ..visitor import Visitor


def test_a_free_board_begins_empty(ada: Visitor) -> None:
    answer = ada.post("/api/sessions", data={"scenario_id": ""})
    assert answer.status_code == 201
    assert answer.json["url"] == f"/sessions/{answer.json['id']}" == answer.headers["Location"]
    assert ada.board(answer.json["id"])["elements"] == []


def test_a_file_becomes_the_first_revision(ada: Visitor) -> None:
    drawn = [{**box("b"), "index": None}, {**box("a"), "index": None}]
    answer = ada.upload("/api/sessions", scene(*drawn), "My design.excalidraw")
    board = ada.board(answer.json["id"])
    assert [(e["id"], e["index"]) for e in board["elements"]] == [("b", "a0"), ("a", "a1")]


def test_a_file_gives_a_free_board_its_title(ada: Visitor) -> None:
    ada.upload("/api/sessions", scene(), "C:\\work\\My <b>design.excalidraw")
    page = ada.get("/").text
    assert "&lt;b&gt;design" in page


def test_a_scenario_that_is_not_there_is_refused(ada: Visitor) -> None:
    answer = ada.post("/api/sessions", data={"scenario_id": "shup"})
    assert answer.status_code == 422
    assert "shop" in answer.json["error"]["problems"][0]["hint"]


def test_a_bad_file_begins_nothing(ada: Visitor) -> None:
    answer = ada.upload("/api/sessions", b"{", "My design.excalidraw")
    assert answer.status_code == 422
    assert "My design" not in ada.get("/").text


UNSEEN: list[tuple[dict[str, Any], int]] = [
    ({"json": {"scenario_id": "shop"}}, 415),
    ({"data": "scenario_id=shop", "content_type": "text/plain"}, 415),
    ({"data": "scenario_id", "content_type": "multipart/form-data; boundary=x"}, 400),
    ({"data": {"scenario": "shop"}}, 422),
    ({"data": {"file": "{}"}}, 422),
]


@pytest.mark.parametrize(("request_", "status"), UNSEEN, ids=range(len(UNSEEN)))
def test_nothing_that_was_sent_goes_unseen(ada: Visitor, request_: dict[str, Any], status: int) -> None:
    answer = ada.post("/api/sessions", **request_)
    assert answer.status_code == status
    assert answer.json["error"]["message"]
    assert "/sessions/" not in ada.get("/").text


def test_a_file_without_a_name_of_its_own_gives_no_empty_title(ada: Visitor) -> None:
    ada.upload("/api/sessions", scene(), ".")
    assert "Free board" in ada.get("/").text


def test_a_session_begins_with_a_page_of_a_file_and_says_what_is_left_out(ada: Visitor) -> None:
    whole = ada.upload("/api/sessions", TWO_PAGES, "board.drawio").json
    assert (whole["page"], whole["pages"], len(whole["left_out"])) == (1, ["now", "later"], 1)
    one = ada.upload("/api/sessions", TWO_PAGES, "board.drawio", page="later").json
    assert (one["page"], one["left_out"]) == (2, [])
    assert any(e.get("text") == "Web later" for e in ada.board(one["id"])["elements"])
