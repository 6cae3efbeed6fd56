from __future__ import annotations

import subprocess
import sys

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


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from whiteboard.cli import main; main(['--help'], standalone_mode=False); "
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "[]"
