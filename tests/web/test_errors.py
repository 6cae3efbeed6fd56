from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from flask import abort
from werkzeug.exceptions import TooManyRequests

if TYPE_CHECKING:
    from flask import Flask

    from .visitor import Visitor

PROBLEM = {"message", "file", "line", "column", "where", "hint"}


def assert_shape(answer: Any, status: int) -> None:
    """Check the one shape of all errors under /api."""
    assert answer.status_code == status
    assert answer.content_type == "application/json"
    assert answer.json.keys() == {"error"}
    error = answer.json["error"]
    assert error.keys() == {"status", "message", "problems"}
    assert error["status"] == status
    assert error["message"]
    assert all(problem.keys() == PROBLEM for problem in error["problems"])


def test_every_error_under_api_has_one_shape(ada: Visitor) -> None:
    session_id = ada.begin()
    board = f"/api/sessions/{session_id}/board"
    assert_shape(ada.get("/api/nowhere"), 404)
    assert_shape(ada.get("/api/sessions/none/board"), 404)
    assert_shape(ada.post(board), 405)
    assert_shape(ada.client.post("/api/sessions"), 403)
    assert_shape(ada.save(session_id, 9), 412)
    assert_shape(ada.save(session_id, None), 428)
    assert_shape(ada.save(session_id, 0, {}), 422)
    assert_shape(ada.post(f"/api/sessions/{session_id}/assessments", data=b"{"), 415)
    assert_shape(ada.post(f"/api/sessions/{session_id}/assessments", data=b"{", content_type="application/json"), 400)
    assert_shape(ada.upload("/api/drawings", b" " * 22_000_000), 413)


def test_too_many_requests_say_when_to_come_back(app: Flask, ada: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise TooManyRequests(retry_after=7)

    monkeypatch.setitem(app.view_functions, "api_catalog.show", refuse)
    answer = ada.get("/api/catalog")
    assert_shape(answer, 429)
    assert answer.headers["Retry-After"] == "7"


def test_a_wrong_method_says_which_are_right(ada: Visitor) -> None:
    assert set(ada.post("/api/catalog").headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


def test_a_syntax_error_has_line_and_column(ada: Visitor) -> None:
    path = f"/api/sessions/{ada.begin()}/assessments"
    problem = ada.post(path, data=b'{\n  "revision" 1}', content_type="application/json").json["error"]["problems"][0]
    assert (problem["line"], problem["column"]) == (2, 14)


def test_our_own_failure_says_nothing_private(
    app: Flask, ada: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setitem(app.view_functions, "api_catalog.show", fail)
    answer = ada.get("/api/catalog")
    assert_shape(answer, 500)
    assert "secret" not in answer.text
    number = answer.json["error"]["message"].split()[-1]
    assert number in caplog.text
    assert "the secret of the house" in caplog.text


def test_elsewhere_an_error_is_a_page(ada: Visitor) -> None:
    answer = ada.get("/nowhere")
    assert answer.status_code == 404
    assert answer.content_type.startswith("text/html")
    assert "nothing here" in answer.text


def test_a_page_shows_no_markup_of_others(app: Flask, ada: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.view_functions, "health.show", lambda: abort(409, "<script>alert(1)</script>"))
    assert "<script>alert" not in ada.get("/health").text


def test_redirects_are_no_errors(app: Flask, ada: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.view_functions, "health.show", lambda: abort(app.redirect("/")))
    assert ada.get("/health").location == "/"
