from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from whiteboard.model.errors import InputError
from whiteboard.reading.gold import load_gold

if TYPE_CHECKING:
    from pathlib import Path


def written(folder: Path, content: Any) -> Path:
    path = folder / "gold.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_gold_is_loaded(tmp_path: Path) -> None:
    components = [{"id": "a", "label": "Redis", "kind": "cache", "alt_kinds": ["queue"], "also_ids": ["a-label"]}]
    edges = [{"from": "a", "to": "g", "directed": True, "element": "x"}]
    gold = load_gold(written(tmp_path, {"components": components, "edges": edges, "groups": [{"id": "g"}]}))
    assert gold.components[0].kinds == {"cache", "queue"}
    assert gold.edges[0].directed
    assert gold.groups == {"g"}


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        ([], "must be an object"),
        ({"components": 1}, "components must be a list"),
        ({"components": [1]}, r"components\[0\] must be an object"),
        ({"components": [{"id": "a"}]}, r"components\[0\].kind must be a text"),
        ({"edges": [{"from": "a", "to": 2}]}, r"edges\[0\].to must be a text"),
    ],
)
def test_bad_gold(tmp_path: Path, content: Any, wrong: str) -> None:
    with pytest.raises(InputError, match=wrong):
        load_gold(written(tmp_path, content))
