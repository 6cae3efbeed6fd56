from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from whiteboard.cli.terminal import is_coloured, safe, terminal_width

if TYPE_CHECKING:
    import pytest


def on_terminal(patch: pytest.MonkeyPatch, *, columns: int = 80) -> None:
    patch.setattr(sys.stdout, "isatty", lambda: True)
    patch.setenv("COLUMNS", str(columns))
    patch.setenv("TERM", "xterm")
    patch.delenv("NO_COLOR", raising=False)


def test_a_terminal_gets_colours_and_lines_of_its_width(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    assert (is_coloured(), terminal_width()) == (True, 80)


def test_lines_are_never_too_wide_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch, columns=300)
    assert terminal_width() == 100


def test_a_pipe_gets_neither() -> None:
    assert (is_coloured(), terminal_width()) == (False, None)


def test_no_color_and_dumb_terminals_are_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    on_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert not is_coloured()
    on_terminal(monkeypatch)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not is_coloured()


def test_text_from_outside_cannot_command_the_terminal() -> None:
    assert safe("a\x1b[31m\u202eb\nc\t👩\u200d👧 سلام") == "a\\u001b[31m\\u202eb\nc\\u0009👩\u200d👧 سلام"
