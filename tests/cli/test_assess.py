from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from whiteboard.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

SOUND = "graph LR; web[Web app] --> lb[Load balancer x2] --> api[Item service x2] --> db[(Item DB)]"
UNSOUND = "graph LR; web[Web app] --> db[(Item DB)]"


def assess(folder: Path, board: str, *options: str) -> Result:
    path = folder / "board.mmd"
    path.write_text(board, encoding="utf-8")
    return CliRunner().invoke(main, ["assess", str(path), *options])


def test_no_problem_ends_with_status_0(tmp_path: Path) -> None:
    result = assess(tmp_path, SOUND)
    assert (result.exit_code, "Problems" in result.output) == (0, False)


def test_a_problem_ends_with_status_1_and_is_told(tmp_path: Path) -> None:
    result = assess(tmp_path, UNSOUND)
    assert result.exit_code == 1
    assert re.search(r"^  blocker  .*Web app", result.output, re.MULTILINE)


def test_bad_input_ends_with_status_2(tmp_path: Path) -> None:
    result = assess(tmp_path, "graph LR; web[Web app")
    assert result.exit_code == 2
    assert "board.mmd:1:" in result.stderr


def test_an_unknown_scenario_is_refused_with_the_nearest(tmp_path: Path) -> None:
    result = assess(tmp_path, SOUND, "--scenario", "product-recomendations")
    assert result.exit_code == 2
    assert "did you mean 'product-recommendations'?" in result.stderr


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_json_holds_the_whole_assessment(tmp_path: Path, format_: str) -> None:
    data = json.loads(assess(tmp_path, UNSOUND, "--format", format_).output)
    problems = {f["check_id"]: f["evidence"]["component_ids"] for f in data["findings"] if f["status"] == "problem"}
    assert set(problems["no-direct-store-access"]) == {"db", "web"}
    assert data["scenario_id"] is None


def test_jsonl_names_the_file_and_each_finding_s_components(tmp_path: Path) -> None:
    data = json.loads(assess(tmp_path, UNSOUND, "--format", "jsonl").output)
    assert data["file"] == "board.mmd"
    assert all(f["component_ids"] == f["evidence"]["component_ids"] for f in data["findings"])


def test_an_empty_scenario_id_is_no_free_board(tmp_path: Path) -> None:
    result = assess(tmp_path, SOUND, "--scenario", "")
    assert result.exit_code == 2
    assert "unknown scenario ''" in result.stderr


def test_a_scenario_whose_file_is_broken_is_told_with_what_broke_it(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("id: shop\nid: shop\n", encoding="utf-8")
    result = assess(tmp_path, SOUND, "--scenario", "shop", "--scenarios", str(tmp_path))
    assert result.exit_code == 2
    assert "shop.yaml:2:1: duplicate key 'id'" in result.stderr


def test_problems_that_are_all_disputed_are_no_reason_to_fail(tmp_path: Path) -> None:
    found = json.loads(assess(tmp_path, UNSOUND, "--format", "json").output)["findings"]
    disputes = [
        {"source": f["source"], "check_id": f["check_id"], "kind": "accepted", "because": "A demo."}
        for f in found
        if f["status"] == "problem"
    ]
    path = tmp_path / "disputes.yaml"
    path.write_text(json.dumps({"format": 1, "disputes": disputes}), encoding="utf-8")
    result = assess(tmp_path, UNSOUND, "--disputes", str(path))
    assert (result.exit_code, result.output.count("Disputed (accepted): A demo.")) == (0, len(disputes))


def test_a_wrong_file_of_disputes_is_refused_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "disputes.yaml"
    path.write_text("format: 1\ndisputes: nothing\n", encoding="utf-8")
    result = assess(tmp_path, SOUND, "--disputes", str(path))
    assert (result.exit_code, "disputes.yaml:2:11: disputes must be a list" in result.stderr) == (2, True)


def test_a_problem_is_told_with_its_fix_unless_none_is_wanted(tmp_path: Path) -> None:
    assert "Try: Put a load balancer and a service between Web app and Item DB." in assess(tmp_path, UNSOUND).output
    assert "Try: " not in assess(tmp_path, UNSOUND, "--no-fixes").output


def test_what_holds_is_told_in_full_when_asked(tmp_path: Path) -> None:
    assert "Nothing joins Web app directly to Item DB." not in assess(tmp_path, SOUND).output
    assert "Nothing joins Web app directly to Item DB." in assess(tmp_path, SOUND, "--verbose").output


def test_a_drawing_may_come_from_standard_input() -> None:
    result = CliRunner().invoke(main, ["assess", "-", "--format", "jsonl"], input=UNSOUND)
    assert (result.exit_code, json.loads(result.output)["file"]) == (1, "-")


def test_a_folder_is_refused_with_what_to_do(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["assess", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (2, f"{tmp_path}: is a folder: name the drawings in it\n")


def test_a_folder_without_scenarios_is_said(tmp_path: Path) -> None:
    result = assess(tmp_path, SOUND, "--scenario", "shop", "--scenarios", str(tmp_path))
    assert (result.exit_code, result.stderr) == (2, f"{tmp_path}: no scenario (*.yaml) in this folder\n")
