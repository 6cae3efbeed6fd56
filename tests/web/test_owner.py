"""A session opens for its owner alone; to anybody else it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .visitor import Visitor, box

if TYPE_CHECKING:
    from flask import Flask


@pytest.mark.parametrize("path", ["/sessions/{}", "/api/sessions/{}/board", "/api/sessions/{}/reading"])
def test_another_persons_session_is_not_there(ada: Visitor, eve: Visitor, path: str) -> None:
    path = path.format(ada.begin())
    assert ada.get(path).status_code == 200
    assert eve.get(path).status_code == 404


def test_another_person_cannot_draw(ada: Visitor, eve: Visitor) -> None:
    session_id = ada.begin()
    assert eve.save(session_id, 0, box("a")).status_code == 404
    assert ada.board(session_id)["elements"] == []


def test_another_person_cannot_assess_or_see_what_was_assessed(ada: Visitor, eve: Visitor) -> None:
    path = f"/api/sessions/{ada.begin()}/assessments"
    made = ada.post(path, json={"revision": 0}).json
    assert eve.post(path, json={"revision": 0}).status_code == 404
    assert eve.get(f"{path}/{made['id']}").status_code == 404
    assert eve.get(f"{path}/latest").status_code == 404


def test_an_assessment_of_another_session_is_not_there(ada: Visitor, eve: Visitor) -> None:
    made = ada.post(f"/api/sessions/{ada.begin()}/assessments", json={"revision": 0}).json
    assert eve.get(f"/api/sessions/{eve.begin()}/assessments/{made['id']}").status_code == 404


def test_the_gallery_shows_ones_own_sessions(ada: Visitor, eve: Visitor) -> None:
    session_id = ada.begin()
    assert session_id in ada.get("/").text
    assert session_id not in eve.get("/").text


def test_a_forged_cookie_owns_nothing(app: Flask, ada: Visitor) -> None:
    session_id = ada.begin()
    cookie = ada.client.get_cookie("whiteboard")
    assert cookie is not None
    stranger = app.test_client()
    stranger.set_cookie("whiteboard", cookie.value[:-3] + "AAA")
    assert stranger.get(f"/api/sessions/{session_id}/board").status_code == 404
