from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import whiteboard.web
from whiteboard.web import app as app_module
from whiteboard.web.app import create_app
from whiteboard.web.assets import Assets

from .visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask

SCENARIOS = Path(__file__).parent / "scenarios"
TEMPLATES = Path(whiteboard.web.__file__).parent / "templates"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A front end as Vite would build it, of empty files, with every entry the templates ask for."""
    folder = tmp_path / "dist"
    entries = {
        entry for page in TEMPLATES.glob("**/*.html") for entry in re.findall(r'vite_tags\("(.+?)"', page.read_text())
    }
    files = {entry: {"file": f"assets/{Path(entry).stem}-abcd1234.js", "isEntry": True} for entry in sorted(entries)}
    (folder / ".vite").mkdir(parents=True)
    (folder / ".vite/manifest.json").write_text(json.dumps(files))
    (folder / "assets").mkdir()
    (folder / "assets/main-abcd1234.js").write_text("")
    (folder / "plain.txt").write_text("")
    return folder


@pytest.fixture
def new_app(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Flask]]:
    """Make apps on a data folder of their own, with the empty front end."""
    monkeypatch.setattr(app_module, "find_assets", lambda: Assets(built))
    made: list[Flask] = []

    def make(**settings: object) -> Flask:
        app = create_app({"DATA": tmp_path / "data", "SCENARIOS": SCENARIOS, **settings})
        made.append(app)
        return app

    yield make
    for app in made:
        app.extensions["whiteboard"].database.close()


@pytest.fixture
def app(new_app: Callable[..., Flask]) -> Flask:
    return new_app()


@pytest.fixture
def ada(app: Flask) -> Visitor:
    return Visitor(app)


@pytest.fixture
def eve(app: Flask) -> Visitor:
    """Somebody else."""
    return Visitor(app)
