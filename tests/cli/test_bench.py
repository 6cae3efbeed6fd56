from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from whiteboard.cli import main

if TYPE_CHECKING:
    from pathlib import Path

DRAWING = "graph LR\n  web[Web app] --> api[Order service] --> db[(Orders)]"
GOLD = {
    "components": [
        {"id": "web", "label": "Web app", "kind": "client"},
        {"id": "api", "label": "Order service", "kind": "worker"},
    ],
    "edges": [{"from": "web", "to": "api", "directed": True}],
}


def bench(folder: Path, *names: str, options: tuple[str, ...] = ()) -> Result:
    for name in ("gold", "scenes"):
        (folder / name).mkdir()
    (folder / "scenes" / "shop.mmd").write_text(DRAWING)
    for name in names:
        (folder / "gold" / f"{name}.json").write_text(json.dumps(GOLD))
    return CliRunner().invoke(main, ["bench", "reading", str(folder / "gold"), str(folder / "scenes"), *options])


def test_figures(tmp_path: Path) -> None:
    result = bench(tmp_path, "shop", options=("--format", "json"))
    figures = json.loads(result.output)
    assert result.exit_code == 0
    assert list(figures)[:3] == ["scenes", "read", "component_f1"]
    assert figures["scenes"] == figures["read"] == 1


def test_figures_as_a_list(tmp_path: Path) -> None:
    assert "direction_accuracy" in bench(tmp_path, "shop").output


def test_a_scene_that_is_not_there_is_missed(tmp_path: Path) -> None:
    result = bench(tmp_path, "shop", "other", options=("--format", "json"))
    assert result.exit_code == 2
    assert "has no drawing other" in result.stderr
    assert json.loads(result.stdout)["read"] == 1


def test_an_explanation(tmp_path: Path) -> None:
    result = bench(tmp_path, "shop", options=("--explain", "shop.mmd"))
    assert result.exit_code == 0


def test_an_explanation_of_nothing(tmp_path: Path) -> None:
    result = bench(tmp_path, options=("--explain", "shop"))
    assert result.exit_code == 2
    assert "shop.json" in result.stderr


def test_a_folder_without_gold_is_said(tmp_path: Path) -> None:
    result = bench(tmp_path)
    assert (result.exit_code, "no gold (*.json) in this folder" in result.stderr) == (2, True)
