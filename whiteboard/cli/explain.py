"""`whiteboard explain`: what a rule looks for, why it matters, how it decides."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

_WIDEST = 100


@click.command()
@click.argument("name", metavar="RULE")
@click.option(
    "--scenarios",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Take scenarios from this folder instead of the shipped ones.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def explain(name: str, folder: Path | None, format_: str) -> None:
    """Explain a house rule, a check type, or a check of a scenario (SCENARIO-ID/CHECK-ID)."""
    from whiteboard.manual import look_up
    from whiteboard.scenarios import load_library

    page = look_up(name, load_library(folder))
    if format_ == "json":
        from whiteboard.manual.render.json import render_json

        click.echo(render_json(page))
    elif format_ == "markdown":
        from whiteboard.manual.render.markdown import render_markdown

        click.echo(render_markdown(page), nl=False)
    else:
        from whiteboard.manual.render.text import render_text

        width = min(shutil.get_terminal_size().columns, _WIDEST)
        click.echo(render_text(page, width=width, colour=sys.stdout.isatty()), nl=False)
