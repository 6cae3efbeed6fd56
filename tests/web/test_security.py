from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from .visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

CSP = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


def every_address(app: Flask, session_id: str) -> list[tuple[str, str]]:
    """Return method and path of every route, filled in."""
    filled = [(rule, str(rule).replace("<token:session_id>", session_id)) for rule in app.url_map.iter_rules()]
    return [
        (m, re.sub(r"<.*?>", "latest", path))
        for rule, path in filled
        for m in sorted((rule.methods or set()) - {"HEAD"})
    ]


def assert_protected(answer: Any, path: str) -> None:
    assert answer.headers["Content-Security-Policy"] == CSP, path
    assert answer.headers["X-Content-Type-Options"] == "nosniff", path
    assert answer.headers["Referrer-Policy"] == "same-origin", path


def test_every_route_sends_the_headers(app: Flask, ada: Visitor) -> None:
    addresses = every_address(app, ada.begin())
    assert len(addresses) > 12
    for method, path in addresses:
        assert_protected(ada.client.open(path, method=method, headers={"X-CSRFToken": ada.token}), path)


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/api/nowhere", "/health/", "/static/assets/main-abcd1234.js", "/static/gone.js", "/sessions/x"],
)
def test_errors_and_static_files_send_the_headers(ada: Visitor, path: str) -> None:
    assert_protected(ada.get(path), path)


def test_our_own_failure_sends_the_headers(app: Flask, ada: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.view_functions, "health.show", lambda: 1 / 0)
    assert_protected(ada.get("/health"), "/health")


def test_every_change_needs_the_token(app: Flask, ada: Visitor) -> None:
    session_id = ada.begin()
    changes = [(method, path) for method, path in every_address(app, session_id) if method not in ("GET", "OPTIONS")]
    assert changes
    for method, path in changes:
        assert ada.client.open(path, method=method).status_code == 403, path


@pytest.mark.parametrize("token", ["", "made up"])
def test_a_missing_or_wrong_token_is_told_in_json(ada: Visitor, token: str) -> None:
    answer: Any = ada.client.post("/api/sessions", headers={"X-CSRFToken": token})
    assert (answer.status_code, answer.json["error"]["status"]) == (403, 403)
    assert "X-CSRFToken" in answer.json["error"]["message"]


def test_another_persons_token_is_refused(ada: Visitor, eve: Visitor) -> None:
    assert ada.client.post("/api/sessions", headers={"X-CSRFToken": eve.token}).status_code == 403


def test_a_form_may_carry_the_token_itself(ada: Visitor) -> None:
    assert ada.client.post("/sessions", data={"csrf_token": ada.token, "scenario_id": ""}).status_code == 303


def cookie_of(answer: Any) -> set[str]:
    header = next(h for h in answer.headers.getlist("Set-Cookie") if h.startswith("whiteboard="))
    return {re.sub(r"^(Expires|whiteboard)=.*", r"\1", part.strip()) for part in header.split(";")}


def test_the_cookie_is_out_of_reach_and_stays(ada: Visitor) -> None:
    parts = cookie_of(ada.get("/"))
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Expires"} <= parts
    assert "Secure" not in parts


def test_over_https_the_cookie_never_travels_in_the_clear(ada: Visitor) -> None:
    answer = ada.get("/", base_url="https://localhost")
    assert "Secure" in cookie_of(answer)
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_nobody_is_believed_to_be_a_proxy_unasked(ada: Visitor) -> None:
    assert "Secure" not in cookie_of(ada.get("/", headers={"X-Forwarded-Proto": "https"}))


def test_a_stated_proxy_is_believed(new_app: Callable[..., Flask]) -> None:
    visitor = Visitor(new_app(PROXIES=1))
    assert "Secure" in cookie_of(visitor.get("/", headers={"X-Forwarded-Proto": "https"}))


def test_what_is_private_stays_out_of_shared_caches(ada: Visitor) -> None:
    assert ada.get("/").headers["Cache-Control"] == "private, no-cache"
    assert ada.get(f"/api/sessions/{ada.begin()}/board").headers["Cache-Control"] == "private, no-cache"
