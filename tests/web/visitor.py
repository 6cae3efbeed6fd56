"""A person with a browser of their own, as far as the server can tell."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import flask
from flask_wtf.csrf import generate_csrf

if TYPE_CHECKING:
    from flask import Flask


class Visitor:
    """A test client that carries its cookies and the token of the page it is on. Answers are TestResponses."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()
        with app.test_request_context():
            self.token = generate_csrf()
            raw = flask.session["csrf_token"]
        with self.client.session_transaction() as cookie:
            cookie["csrf_token"] = raw

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, buffered=True, **more)

    def post(self, path: str, **more: Any) -> Any:
        return self.client.post(path, headers={"X-CSRFToken": self.token}, **more)

    def put(self, path: str, body: object) -> Any:
        return self.client.put(path, json=body, headers={"X-CSRFToken": self.token})

    def delete(self, path: str) -> Any:
        return self.client.delete(path, headers={"X-CSRFToken": self.token})

    def upload(self, path: str, data: bytes, name: str = "board.excalidraw", **fields: str) -> Any:
        answer = self.post(path, data={"file": (BytesIO(data), name), **fields})
        answer.request.environ["wsgi.input"].close()  # a temporary file when it is long, which the client leaves open
        return answer

    def begin(self, scenario_id: str = "") -> str:
        """Begin a session and return its id."""
        answer = self.post("/api/sessions", data={"scenario_id": scenario_id})
        assert answer.status_code == 201, answer.text
        return str(answer.json["id"])

    def board(self, session_id: str) -> Any:
        return self.get(f"/api/sessions/{session_id}/board").json

    def save(self, session_id: str, base: int | None, *elements: object, **more: Any) -> Any:
        """Save elements drawn on revision `base`; None sends no If-Match."""
        headers = {"X-CSRFToken": self.token} | ({} if base is None else {"If-Match": f'"{base}"'})
        body = {"elements": list(elements), **more}
        return self.client.patch(f"/api/sessions/{session_id}/board", json=body, headers=headers)


def box(name: str, version: object = 1, **more: Any) -> dict[str, Any]:
    """Draw a rectangle as Excalidraw would."""
    shape = {"type": "rectangle", "x": 10, "y": 20.5, "width": 100, "height": 50, "groupIds": []}
    return {"id": name, **shape, "index": f"a{name}", "version": version, "versionNonce": 1, "isDeleted": False, **more}


def row(prefix: str, y: float, *kinds: str) -> list[dict[str, Any]]:
    """A design of its own: components in a row, an arrow from each to the next."""
    boxes = [
        box(f"{prefix}{n}", x=300 * n, y=y, customData={"kind": kind}, boundElements=[]) for n, kind in enumerate(kinds)
    ]
    arrows = [
        box(
            f"{prefix}{n}to",
            type="arrow",
            x=300 * n + 100,
            y=y + 25,
            points=[[0, 0], [200, 0]],
            endArrowhead="arrow",
            startBinding={"elementId": f"{prefix}{n}", "focus": 0, "gap": 1},
            endBinding={"elementId": f"{prefix}{n + 1}", "focus": 0, "gap": 1},
        )
        for n in range(len(kinds) - 1)
    ]
    return boxes + arrows


def scene(*elements: object, **more: Any) -> bytes:
    """Write an Excalidraw file."""
    return flask.json.dumps({"type": "excalidraw", "version": 2, "elements": elements, **more}).encode()
