from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from whiteboard.cli import main

SHIPPED = Path(__file__).parents[2] / "scenarios"
RULE = """format: 1
id: no-direct-store
topic: direct-db-access
title: No direct store
roles:
  client: {kind: client}
  store: {kind: datastore}
checks:
  - {id: no-direct, check: forbidden_connection, from: client, to: store, because: It would hold the credentials.}
references:
  - {name: direct, expect: {problem: [no-direct]}, board: "graph LR; web[Web app] --> db[(Shop DB)]"}
"""


def rule(folder: Path, text: str = RULE) -> str:
    path = folder / "no-direct-store.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["lint", "test"])
def test_the_shipped_scenarios_are_clean(command: str) -> None:
    result = CliRunner().invoke(main, ["scenario", command, str(SHIPPED)])
    assert result.exit_code == 0, result.output


def test_lint_tells_each_error_with_its_place_and_a_suggestion(tmp_path: Path) -> None:
    path = rule(tmp_path, RULE.replace("from: client", "form: client"))
    result = CliRunner().invoke(main, ["scenario", "lint", path])
    assert result.exit_code == 1
    assert f"{path}:9:" in result.output
    assert "unknown key 'form' in checks[0] (line 9): did you mean 'from'?" in result.output


def test_a_reference_that_holds_is_counted(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["scenario", "test", rule(tmp_path)])
    assert (result.exit_code, result.output) == (0, "1 reference: 1 as expected, 0 not\n")


def test_a_reference_that_does_not_hold_is_told(tmp_path: Path) -> None:
    path = rule(tmp_path, RULE.replace("{problem: [no-direct]}", "all_pass"))
    result = CliRunner().invoke(main, ["scenario", "test", path])
    assert result.exit_code == 1
    assert "no-direct is problem, expected pass" in result.output


@pytest.mark.parametrize("command", ["lint", "test"])
def test_a_path_that_is_not_there_is_bad_input(tmp_path: Path, command: str) -> None:
    result = CliRunner().invoke(main, ["scenario", command, str(tmp_path / "none.yaml")])
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_a_file_that_cannot_be_loaded_is_bad_input_for_test(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["scenario", "test", rule(tmp_path, "format: [1")])
    assert result.exit_code == 2
    assert "no-direct-store.yaml:2:1: not YAML" in result.stderr


def test_scenarios_are_listed_and_shown() -> None:
    listed = CliRunner().invoke(main, ["scenario", "list"]).output
    assert listed.startswith("product-recommendations  ")
    shown = CliRunner().invoke(main, ["scenario", "show", "product-recommendations"]).output
    assert shown.startswith(listed.split("\n")[0].split("  ", 1)[1])
    assert "\n- " in shown


def test_a_broken_file_is_told_beside_the_list(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("format: [1", encoding="utf-8")
    result = CliRunner().invoke(main, ["scenario", "list", "--scenarios", str(tmp_path)])
    assert (result.exit_code, "shop.yaml:" in result.stderr) == (2, True)
