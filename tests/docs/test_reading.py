"""The pictures of docs/reading.md are read as the page says."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

from whiteboard.catalog import load_catalog
from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.model.architecture import Reading
from whiteboard.reading import read

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reading.md").read_text("utf-8")


def scenes() -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: dict[str, Any] = module.scenes()
    return found


SCENES = scenes()


def reading(name: str) -> Reading:
    return read(scene_from_elements(SCENES[name]), load_catalog())


def kinds(name: str) -> dict[str, str]:
    return {component.label: component.kind for component in reading(name).architecture.components}


def test_each_scene_is_a_picture_of_the_page() -> None:
    assert set(re.findall(r"images/reading-(\w+)\.svg", PAGE)) == set(SCENES)


def test_arrows_that_stop_short() -> None:
    architecture = reading("loose").architecture
    names = {component.id: component.label for component in architecture.components}
    ways = [(names[c.source], names[c.target]) for c in architecture.connections]
    assert ways == [("Web app", "API server"), ("API server", "Orders")]


def test_captions_and_bare_texts() -> None:
    assert kinds("caption") == {"Users": "client", "API server": "service", "Redis": "cache"}


def test_copies() -> None:
    components = {component.label.split()[0]: component for component in reading("copies").architecture.components}
    assert (components["API"].replicas, components["Postgres"].replicas) == (3, 3)
    assert components["Orders"].properties.shard_key == "user id"


def test_groups() -> None:
    assert kinds("groups") == {
        "API server": "service",
        "Orders": "datastore",
        "Users": "datastore",
        "Redis": "cache",
    }
    assert [group.label for group in reading("groups").architecture.groups] == ["Databases"]


def test_notes() -> None:
    assert [note.heading for note in reading("notes").notes] == ["functional", "functional", "estimates"]


def test_places() -> None:
    assert kinds("place")["Redis"] == "queue"


def test_designs() -> None:
    assert [len(design) for design in reading("designs").designs] == [4, 3]
