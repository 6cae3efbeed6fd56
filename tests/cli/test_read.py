from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner
from formats.drawio.pages import file, page, vertex

from whiteboard.cli import main

if TYPE_CHECKING:
    from pathlib import Path

BOARD = """graph LR
  web[Web app] -->|GET /items| api[Item service]
  api -.->|publish| bus[Kafka]
  subgraph Region
    api
  end
"""


def board(folder: Path) -> Path:
    path = folder / "board.mmd"
    path.write_text(BOARD, encoding="utf-8")
    return path


def test_a_person_sees_what_was_read_and_why(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(board(tmp_path))])
    assert result.exit_code == 0
    assert "Kafka: stream (" in result.output
    assert "Web app → Item service “GET /items”" in result.output
    assert "Item service → Kafka “publish” (async)" in result.output
    assert "Region: Item service" in result.output


def test_jsonl_is_one_object_a_file(tmp_path: Path) -> None:
    path = board(tmp_path)
    result = CliRunner().invoke(main, ["read", str(path), str(path), "--format", "jsonl"])
    first, second = map(json.loads, result.output.splitlines())
    assert first == second
    assert first["file"] == "board.mmd"
    assert {c["label"]: c["kind"] for c in first["components"]}["Kafka"] == "stream"
    assert [c["directed"] for c in first["connections"]] == [True, True]


def test_a_page_of_a_file_is_chosen_by_number_or_name(tmp_path: Path) -> None:
    path = tmp_path / "pages.drawio"
    path.write_bytes(file(page(vertex("a", "API"), name="Notes"), page(vertex("b", "Redis"), name="Checkout")))
    for wanted in ("2", "Checkout"):
        result = CliRunner().invoke(main, ["read", str(path), "--page", wanted])
        assert "Redis: cache" in result.output
    result = CliRunner().invoke(main, ["read", str(path), "--page", "3"])
    assert result.exit_code == 2
    assert result.stderr == f"{path}: there is no page '3': its pages are “Notes”, “Checkout”\n"


def test_a_bad_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    bad = tmp_path / "bad.excalidraw"
    bad.write_text('{"type": "excalidraw", "elements": [', encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(bad), str(board(tmp_path))])
    assert result.exit_code == 2
    assert "bad.excalidraw" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Kafka: stream" in result.stdout


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(tmp_path / "none.excalidraw")])
    assert result.exit_code == 2
    assert "none.excalidraw" in result.stderr


def test_a_long_list_of_problems_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "board.excalidraw"
    path.write_text(json.dumps({"elements": [1] * 1234}), encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(path)])
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == "… and 1,134 more problems"
    assert len(result.stderr.splitlines()) == 101


def test_what_the_terminal_has_no_character_for_is_escaped(tmp_path: Path) -> None:
    result = CliRunner(charset="latin-1").invoke(main, ["read", str(board(tmp_path))])
    assert result.exit_code == 0
    assert "Web app \\u2192 Item service" in result.output


TWO = """graph LR
  web[Web app] --> api[Order service] --> db[(Order DB)]
  phone[Mobile app] --> gate[API gateway] --> api2[Order service] --> db2[(Order DB)]
"""


def test_one_design_of_several_can_be_taken(tmp_path: Path) -> None:
    path = tmp_path / "two.mmd"
    path.write_text(TWO, encoding="utf-8")
    result = CliRunner().invoke(main, ["read", str(path), "--design", "2", "--format", "jsonl"])
    assert {c["label"] for c in json.loads(result.output)["components"]} == {"Web app", "Order service", "Order DB"}


def test_a_design_that_is_not_there_is_refused_with_how_many_there_are(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["read", str(board(tmp_path)), "--design", "3"])
    assert result.exit_code == 2
    assert "board.mmd: the drawing has no design 3: it has one" in result.stderr


def test_a_very_long_label_is_cut_and_marks_that_turn_text_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    labels = ["Order " * 1000, "Web \u202eapp"]
    nodes = [{"id": str(number), "label": label} for number, label in enumerate(labels)]
    path.write_text(json.dumps({"nodes": nodes, "edges": [{"from": "1", "to": "0"}]}), encoding="utf-8")
    shown = CliRunner().invoke(main, ["read", str(path)]).output
    assert max(map(len, shown.splitlines())) < 500
    assert "Web \\u202eapp" in shown
