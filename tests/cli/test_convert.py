from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from whiteboard.cli import main
from whiteboard.cli.convert import _FORMATS
from whiteboard.formats.export import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def board(tmp_path: Path) -> str:
    path = tmp_path / "board.mmd"
    path.write_text("graph LR\n  web[Web app] -->|reads| db[(Orders DB)]\n", encoding="utf-8")
    return str(path)


def test_the_formats_are_those_that_can_be_written() -> None:
    assert set(_FORMATS) == set(FORMATS)


@pytest.mark.parametrize("format_", _FORMATS)
def test_a_drawing_is_written_to_a_file(board: str, tmp_path: Path, format_: str) -> None:
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["convert", board, "--to", format_, "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert out.stat().st_size > 100


def test_without_a_file_it_goes_to_standard_output(board: str) -> None:
    result = CliRunner().invoke(main, ["convert", board, "--to", "excalidraw"])
    assert json.loads(result.stdout)["type"] == "excalidraw"


def test_a_converted_drawing_can_be_converted_back(board: str, tmp_path: Path) -> None:
    out = tmp_path / "board.excalidraw"
    CliRunner().invoke(main, ["convert", board, "--to", "excalidraw", "-o", str(out)])
    result = CliRunner().invoke(main, ["convert", str(out), "--to", "mermaid"])
    assert 'web -->|"reads"| db' in result.stdout


def test_bad_input_ends_with_2(tmp_path: Path) -> None:
    path = tmp_path / "board.excalidraw"
    path.write_text("{", encoding="utf-8")
    result = CliRunner().invoke(main, ["convert", str(path), "--to", "svg"])
    assert (result.exit_code, "board.excalidraw" in result.stderr) == (2, True)


def test_a_file_that_cannot_be_written_is_said(board: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["convert", board, "--to", "svg", "-o", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (2, f"{tmp_path}: cannot be written (Is a directory)\n")


def test_a_drawing_may_come_from_standard_input() -> None:
    result = CliRunner().invoke(main, ["convert", "-", "--to", "mermaid"], input="graph LR; a[Web app] --> b[(Orders)]")
    assert "a --> b" in result.stdout
