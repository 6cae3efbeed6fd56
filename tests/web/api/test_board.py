from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from whiteboard.storage import boards
from whiteboard.storage.tables import FileRow

from ..visitor import box

if TYPE_CHECKING:
    from flask import Flask

    from ..visitor import Visitor

PICTURE = {
    "id": "p",
    "mimeType": "image/png",
    "dataURL": "data:image/png;base64,iVBORw0=",
    "created": 1_700_000_000_000,
}
IMAGE = box("i", type="image", fileId="p")


@pytest.fixture
def session_id(ada: Visitor) -> str:
    return ada.begin()


def test_a_new_board_is_empty(ada: Visitor, session_id: str) -> None:
    answer = ada.get(f"/api/sessions/{session_id}/board")
    assert answer.json == {"revision": 0, "elements": [], "files": {}}
    assert answer.headers["ETag"] == '"0"'


def test_a_caller_who_has_the_revision_gets_304(ada: Visitor, session_id: str) -> None:
    answer = ada.get(f"/api/sessions/{session_id}/board", headers={"If-None-Match": '"0"'})
    assert (answer.status_code, answer.data) == (304, b"")


def test_what_was_saved_is_read_back_as_it_was(ada: Visitor, session_id: str) -> None:
    drawn = box("a", customData={"kind": "cache"}, text='<script>alert("ü\u0000\ud800")</script>', link=None)
    answer = ada.save(session_id, 0, drawn)
    assert answer.status_code == 200
    assert answer.json == {"revision": 1, "merged": False, "elements": [], "files": {}}
    assert answer.headers["ETag"] == '"1"'
    assert ada.board(session_id)["elements"] == [drawn]


def test_a_stale_save_merges_and_returns_what_the_caller_lacks(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 0, box("a"))
    answer = ada.save(session_id, 0, box("b"))
    assert answer.json == {"revision": 2, "merged": True, "elements": [box("a")], "files": {}}
    assert [e["id"] for e in ada.board(session_id)["elements"]] == ["a", "b"]


def test_an_element_that_lost_is_returned(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 0, box("a", 3))
    assert ada.save(session_id, 1, box("a", 2)).json["elements"] == [box("a", 3)]


def test_a_save_may_be_repeated(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 0, box("a"))
    assert ada.save(session_id, 0, box("a")).json == {"revision": 1, "merged": False, "elements": [], "files": {}}


def test_a_weak_tag_is_taken(ada: Visitor, session_id: str) -> None:
    headers = {"X-CSRFToken": ada.token, "If-Match": 'W/"0"'}
    answer = ada.client.patch(f"/api/sessions/{session_id}/board", json={"elements": []}, headers=headers)
    assert answer.status_code == 200


def test_pictures_come_back_with_the_elements_that_show_them(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 0, IMAGE, files={"p": PICTURE})
    assert ada.board(session_id)["files"] == {"p": PICTURE}


def test_a_picture_that_nothing_shows_stays_behind(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 0, IMAGE, files={"p": PICTURE})
    ada.save(session_id, 1, {**IMAGE, "version": 2, "isDeleted": True})
    assert ada.board(session_id)["files"] == {}


def test_a_merge_returns_the_pictures_too(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 0, IMAGE, files={"p": PICTURE})
    assert ada.save(session_id, 0, box("b")).json["files"] == {"p": PICTURE}


def test_a_picture_in_two_sessions_is_stored_once(app: Flask, ada: Visitor, eve: Visitor) -> None:
    for visitor in (ada, ada, eve):
        visitor.save(visitor.begin(), 0, IMAGE, files={"p": PICTURE})
    with app.extensions["whiteboard"].database.reading() as transaction:
        assert transaction.scalar(select(func.count()).select_from(FileRow)) == 1


def test_without_if_match_nothing_is_saved(ada: Visitor, session_id: str) -> None:
    assert ada.save(session_id, None, box("a")).status_code == 428


@pytest.mark.parametrize("tag", ["*", "0", '"x"', '"0", "1"', '"-1"', '"٣"', ""])
def test_a_strange_if_match_is_refused(ada: Visitor, session_id: str, tag: str) -> None:
    headers = {"X-CSRFToken": ada.token, "If-Match": tag}
    answer = ada.client.patch(f"/api/sessions/{session_id}/board", json={"elements": []}, headers=headers)
    assert answer.status_code == 400


def test_a_revision_that_never_was_is_refused(ada: Visitor, session_id: str) -> None:
    assert ada.save(session_id, 1, box("a")).status_code == 412


BAD_BODIES: list[tuple[Any, int, str]] = [
    ({}, 422, "elements"),
    ([], 422, ""),
    ({"elements": {}}, 422, "elements"),
    ({"elements": [], "more": 1}, 422, "more"),
    ({"elements": [1]}, 422, "elements[0]"),
    ({"elements": [{"type": "rectangle"}]}, 422, "elements[0].id"),
    ({"elements": [box("a\x00b")]}, 422, "elements[0].id"),
    ({"elements": [box("a", isDeleted="true")]}, 422, "elements[0].isDeleted"),
    ({"elements": [box("a", version="new")]}, 422, "elements[0].version"),
    ({"elements": [box("a", version=2**53)]}, 422, "elements[0].version"),
    ({"elements": [box("a", x="left")]}, 422, "elements[0].x"),
    ({"elements": [box("a"), box("a")]}, 422, "elements[0].id"),
    ({"elements": [box("a", groupIds=["g", "h"]), box("b", groupIds=["h", "g"])]}, 422, "groupIds"),
    ({"elements": [], "files": {"p": {}}}, 422, "files.p.mimeType"),
    ({"elements": [], "files": {"p": {**PICTURE, "mimeType": "text/html"}}}, 422, "files.p.mimeType"),
    ({"elements": [], "files": {"p": {**PICTURE, "dataURL": "https://x"}}}, 422, "files.p.dataURL"),
    ({"elements": [], "files": {"p": {**PICTURE, "dataURL": "data:text/html,<p>"}}}, 422, "files.p.dataURL"),
    ({"elements": [], "files": {"p\n": PICTURE}}, 422, "files"),
    ({"elements": [], "files": {"p": {**PICTURE, "dataURL": "data:image/png;base64,§"}}}, 422, "files.p.dataURL"),
    ({"elements": [box("a")] * 50_001}, 413, ""),
    ({"elements": [], "pad": "x" * 22_000_000}, 413, ""),
]


@pytest.mark.parametrize(("body", "status", "where"), BAD_BODIES, ids=range(len(BAD_BODIES)))
def test_a_body_that_does_not_fit_is_refused_and_the_board_stays(
    ada: Visitor, session_id: str, body: object, status: int, where: str
) -> None:
    ada.save(session_id, 0, box("kept"))
    before = ada.board(session_id)
    headers = {"X-CSRFToken": ada.token, "If-Match": '"1"'}
    answer: Any = ada.client.patch(f"/api/sessions/{session_id}/board", json=body, headers=headers)
    error = answer.json["error"]
    assert (answer.status_code, error["status"]) == (status, status)
    assert where in [problem["where"] or "" for problem in error["problems"] or [{"where": ""}]]
    assert ada.board(session_id) == before


BAD_TEXTS: list[tuple[bytes, int]] = [
    (b"", 400),
    (b"{", 400),
    (b"\xff\xfe", 400),
    (b'{"elements": [{"id": "a", "x": NaN}]}', 400),
    (b'{"elements": [{"id": "a", "x": -Infinity}]}', 400),
    (b'{"elements": [{"id": "a", "seed": 1e999}]}', 400),
    (b'{"elements": [{"id": "a", "x": ' + b"9" * 5000 + b"}]}", 400),
    (b'{"elements": [{"id": "a", "customData": ' + b"[" * 100 + b"]" * 100 + b"}]}", 400),
    (b"[" * 100_000, 400),
]


@pytest.mark.parametrize(("text", "status"), BAD_TEXTS, ids=range(len(BAD_TEXTS)))
def test_what_is_no_json_is_refused_and_the_board_stays(
    ada: Visitor, session_id: str, text: bytes, status: int
) -> None:
    before = ada.board(session_id)
    headers = {"X-CSRFToken": ada.token, "If-Match": '"0"', "Content-Type": "application/json"}
    answer: Any = ada.client.patch(f"/api/sessions/{session_id}/board", data=text, headers=headers)
    assert answer.status_code == status
    assert answer.json["error"]["problems"]
    assert ada.board(session_id) == before


def test_another_content_type_is_refused(ada: Visitor, session_id: str) -> None:
    headers = {"X-CSRFToken": ada.token, "If-Match": '"0"', "Content-Type": "text/plain"}
    answer = ada.client.patch(f"/api/sessions/{session_id}/board", data=b"{}", headers=headers)
    assert answer.status_code == 415


def test_a_board_grows_to_its_limit_and_not_over_it(
    ada: Visitor, session_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boards, "MAX_ELEMENTS", 2)
    assert ada.save(session_id, 0, box("a"), box("b")).status_code == 200
    answer = ada.save(session_id, 1, box("one more"))
    assert answer.status_code == 413
    assert "at most 2 elements" in answer.json["error"]["message"]
    assert ada.board(session_id)["revision"] == 1


def test_a_number_that_is_not_finite_has_a_place(ada: Visitor, session_id: str) -> None:
    headers = {"X-CSRFToken": ada.token, "If-Match": '"0"', "Content-Type": "application/json"}
    text = b'{"elements": [{"id": "a"}, {"seed": [1, 1e999]}]}'
    answer: Any = ada.client.patch(f"/api/sessions/{session_id}/board", data=text, headers=headers)
    assert answer.json["error"]["problems"][0]["where"] == "elements[1].seed[1]"
