"""What the README names exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from whiteboard.cli import COMMANDS, main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_linked_from_the_readme() -> None:
    readme = PAGES[0].read_text("utf-8")
    assert [page.name for page in PAGES[1:] if f"docs/{page.name}" not in readme] == []


def test_every_command_is_shown() -> None:
    readme = PAGES[0].read_text("utf-8")
    assert [command for command in COMMANDS if f"whiteboard {command}" not in readme and command not in readme] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_line_names_commands_and_options_that_exist(page: Path) -> None:
    lines = re.findall(r"(?:^\$ |&& |\| |`)(whiteboard [^`\n&|>#]+)", page.read_text("utf-8"), re.MULTILINE)
    assert [line for line in lines if unknown(shlex.split(line))] == []


def unknown(words: list[str]) -> list[str]:
    """What a command line names that there is not: a command, or options of it."""
    command: click.Command | None = main
    rest = words[1:]
    while isinstance(command, click.Group):
        if not rest or rest[0].startswith("-") or rest[0].isupper():
            return []
        command = command.get_command(click.Context(command), rest[0])
        rest = rest[1:]
    if command is None:
        return words
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    return [word for word in rest if word.startswith("--") and word.partition("=")[0] not in options]


@pytest.mark.parametrize("line", ["whiteboard asess board.json", "whiteboard read board.json --fixes"])
def test_a_command_line_that_is_wrong_is_seen(line: str) -> None:
    assert unknown(shlex.split(line))
