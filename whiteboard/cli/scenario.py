"""`whiteboard scenario`: tools for those who write scenarios."""

from __future__ import annotations

from pathlib import Path

import click

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))


@click.group()
def scenario() -> None:
    """Check and test scenario files."""


@scenario.command()
@PATHS
def lint(paths: tuple[Path, ...]) -> None:
    """Say everything that is wrong with scenario files or folders of them, with line and column."""
