from __future__ import annotations

from pathlib import Path

from whiteboard.cli.serve import serve
from whiteboard.web.settings import ENVIRONMENT, OWN

PAGE = (Path(__file__).parents[2] / "docs/serving.md").read_text("utf-8")


def test_every_option_is_described() -> None:
    for parameter in serve.params:
        assert f"| `{parameter.opts[0]}` |" in PAGE


def test_every_setting_is_described() -> None:
    for setting in OWN:
        assert f"| `{ENVIRONMENT}_{setting}` |" in PAGE
