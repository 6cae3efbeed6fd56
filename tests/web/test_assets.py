from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from whiteboard.web import app as app_module
from whiteboard.web.assets import Assets, FrontEndMissingError

from .visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask

MANIFEST = {
    "src/board/main.tsx": {
        "file": "assets/main-B1.js",
        "css": ["assets/main-C1.css"],
        "imports": ["_shared.js", "_vendor.js"],
        "isEntry": True,
    },
    "_shared.js": {"file": "assets/shared-S1.js", "imports": ["_vendor.js"], "css": ["assets/shared-C2.css"]},
    "_vendor.js": {"file": "assets/vendor-V1.js", "imports": ["_shared.js"]},
    "src/page.css": {"file": "assets/page-P1.css", "isEntry": True},
}


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    (tmp_path / ".vite").mkdir()
    (tmp_path / ".vite/manifest.json").write_text(json.dumps(MANIFEST))
    return Assets(tmp_path)


def test_an_entry_brings_its_styles_and_imports_once(assets: Assets) -> None:
    assert assets.tags("src/board/main.tsx").split("\n") == [
        '<link rel="stylesheet" href="/static/assets/main-C1.css">',
        '<link rel="stylesheet" href="/static/assets/shared-C2.css">',
        '<link rel="modulepreload" href="/static/assets/shared-S1.js">',
        '<link rel="modulepreload" href="/static/assets/vendor-V1.js">',
        '<script type="module" src="/static/assets/main-B1.js"></script>',
    ]


def test_an_entry_of_styles_is_a_stylesheet(assets: Assets) -> None:
    assert assets.tags("src/page.css") == '<link rel="stylesheet" href="/static/assets/page-P1.css">'


def test_without_a_build_there_are_no_tags() -> None:
    with pytest.raises(FrontEndMissingError, match="run make run"):
        Assets(None).tags("src/board/main.tsx")


@pytest.mark.parametrize("path", ["/", "/nowhere"])
def test_without_a_build_pages_say_what_to_do(
    new_app: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(app_module, "find_assets", lambda: Assets(None))
    answer = Visitor(new_app()).get(path)
    assert answer.status_code == (503 if path == "/" else 404)
    assert ("make run" in answer.text) == (path == "/")


def test_hashed_files_may_be_kept_for_ever(ada: Visitor) -> None:
    assert "immutable" in ada.get("/static/assets/main-abcd1234.js").headers["Cache-Control"]
    assert "immutable" not in ada.get("/static/plain.txt").headers["Cache-Control"]


def test_no_other_site_may_read_the_files(ada: Visitor) -> None:
    assert "Access-Control-Allow-Origin" not in ada.get("/static/plain.txt").headers


@pytest.mark.parametrize("path", ["/static/../secret_key", "/static/%2e%2e/secret_key", "/static//etc/passwd"])
def test_nothing_outside_is_served(ada: Visitor, path: str) -> None:
    assert ada.get(path).status_code in (404, 308)
