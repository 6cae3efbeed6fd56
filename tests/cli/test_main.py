from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from whiteboard.cli import COMMANDS, main

HEAVY = ("flask", "sqlalchemy", "pydantic", "networkx", "shapely", "rich", "yaml")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_an_unknown_command_is_refused() -> None:
    result = CliRunner().invoke(main, ["asses"])
    assert result.exit_code == 2
    assert "No such command 'asses'" in result.output


def test_a_wrong_name_gets_the_nearest_command() -> None:
    assert "Did you mean 'assess'?" in CliRunner().invoke(main, ["asess"]).output


def test_a_file_in_place_of_a_command_is_probably_to_be_assessed(tmp_path: Path) -> None:
    path = tmp_path / "board.mmd"
    path.touch()
    assert f"Did you mean 'assess {path}'?" in CliRunner().invoke(main, [str(path)]).output


def test_help_fits_on_one_line_for_each_command() -> None:
    shown = CliRunner().invoke(main, ["--help"], terminal_width=80).output
    assert "..." not in shown.split("Commands:")[1]


def test_a_full_disk_is_said_without_a_traceback() -> None:
    run = [sys.executable, "-c", "from whiteboard.cli import main; main(prog_name='whiteboard')", "explain", "spof"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(run, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (2, "the output cannot be written (No space left on device)\n")


def test_a_name_from_outside_cannot_command_the_terminal() -> None:
    result = CliRunner().invoke(main, ["read", "a\x1b[31m\u202e.mmd"], color=True)
    assert result.stderr.startswith("a\\u001b[31m\\u202e.mmd: ")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from whiteboard.cli import main; main(['--help'], standalone_mode=False); "
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "[]"
