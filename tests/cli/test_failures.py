from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from click.testing import CliRunner

from whiteboard.checks.types.acyclic import Acyclic
from whiteboard.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_failing_check_is_told_once_and_in_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> NoReturn:
        raise ValueError("oh dear")

    monkeypatch.setattr(Acyclic, "evaluate", fail)
    board = tmp_path / "board.mmd"
    board.write_text("graph LR; web[Web app] --> db[(Item DB)]", encoding="utf-8")
    result = CliRunner().invoke(main, ["assess", str(board)])
    assert result.stderr.count("oh dear") == 1
    assert "Traceback" not in result.stderr
    assert "mistake is ours" in result.stdout
