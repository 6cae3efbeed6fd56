from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whiteboard.web.errors import MESSAGES

if TYPE_CHECKING:
    from flask import Flask

PAGE = (Path(__file__).parents[2] / "docs/api.md").read_text("utf-8")


def test_every_route_is_described(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            assert f"| `{method} {str(rule).replace('token:', '')}` |" in PAGE


def test_no_route_is_described_that_is_not_there(app: Flask) -> None:
    described = PAGE.count("\n| `")
    assert described == sum(len((rule.methods or set()) - {"HEAD", "OPTIONS"}) for rule in app.url_map.iter_rules())


def test_every_status_is_described() -> None:
    for status in (*MESSAGES, 409, 412, 422, 428, 500):
        assert f"\n| {status} |" in PAGE
