"""The scenario of docs/scenarios.md is one that lints and passes its own references."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from whiteboard.authoring import lint, run_file
from whiteboard.model.scenario import Scenario

PAGE = (Path(__file__).parents[2] / "docs/scenarios.md").read_text("utf-8")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "guestbook.yaml"
    path.write_text(re.findall(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)[0], encoding="utf-8")
    return path


def test_the_guide_s_scenario_is_clean(guide: Path) -> None:
    assert lint(guide) == ()


def test_its_boards_get_the_verdicts_it_names(guide: Path) -> None:
    assert [str(result) for result in run_file(guide) if not result.passed] == []


@pytest.mark.parametrize("key", Scenario.model_fields)
def test_each_key_is_described(key: str) -> None:
    assert f"`{key}`" in PAGE


def test_the_error_shown_is_the_error_told(guide: Path) -> None:
    guide.write_text(guide.read_text("utf-8").replace("    via: cache", "    vai: cache"), encoding="utf-8")
    shown = re.findall(r"^guestbook.yaml:(.*)$", PAGE, flags=re.MULTILINE)[0]
    assert shown in {str(problem).removeprefix(f"{guide}:") for problem in lint(guide)}
