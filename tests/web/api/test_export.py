from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..visitor import box, scene

if TYPE_CHECKING:
    from ..visitor import Visitor


@pytest.fixture
def session(ada: Visitor) -> str:
    label = box("t", type="text", text="Orders / cache", containerId="a", index="b")
    answer = ada.upload("/api/sessions", scene(box("a"), label), "My board.excalidraw")
    return str(answer.json["id"])


@pytest.mark.parametrize(
    ("format_", "suffix", "begins"),
    [
        ("excalidraw", ".excalidraw", b"{"),
        ("mermaid", ".mmd", b"flowchart LR\n"),
        ("diagrams", ".py", b"from diagrams import"),
        ("svg", ".svg", b"<svg "),
        ("png", ".png", b"\x89PNG"),
    ],
)
def test_a_board_is_exported_as_a_file(ada: Visitor, session: str, format_: str, suffix: str, begins: bytes) -> None:
    answer = ada.get(f"/api/sessions/{session}/export?format={format_}")
    assert answer.status_code == 200
    assert answer.data.startswith(begins)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="My board{suffix}"'


@pytest.mark.parametrize("query", ["", "?format=", "?format=exe"])
def test_an_unknown_format_is_refused_with_those_there_are(ada: Visitor, session: str, query: str) -> None:
    answer = ada.get(f"/api/sessions/{session}/export{query}")
    assert answer.status_code == 422
    assert "mermaid" in answer.json["error"]["message"]


def test_the_board_of_another_person_is_not_there(eve: Visitor, session: str) -> None:
    assert eve.get(f"/api/sessions/{session}/export?format=svg").status_code == 404
