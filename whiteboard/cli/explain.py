"""`whiteboard explain`: what a rule looks for, why it matters, how it decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from whiteboard.cli.library import FOLDER
from whiteboard.cli.terminal import is_coloured, terminal_width

if TYPE_CHECKING:
    from pathlib import Path

_PIPED_WIDTH = 100


@click.command()
@click.argument("name", metavar="[RULE]", required=False)
@FOLDER
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def explain(name: str | None, folder: Path | None, format_: str) -> None:
    """Explain a house rule or a check.

    RULE is a house rule, a check type, or a check of a scenario (SCENARIO/CHECK). Without one, names the house rules.
    """
    from whiteboard.manual import look_up
    from whiteboard.scenarios import load_library

    if name is None:
        click.echo(rule_names(), nl=False)
        return
    page = look_up(name, load_library(folder))
    if format_ == "json":
        from whiteboard.manual.render.json import render_json

        click.echo(render_json(page))
    elif format_ == "markdown":
        from whiteboard.manual.render.markdown import render_markdown

        click.echo(render_markdown(page), nl=False)
    else:
        from whiteboard.manual.render.text import render_text

        width = terminal_width() or _PIPED_WIDTH
        click.echo(render_text(page, width=width, colour=is_coloured()), nl=False)


def rule_names() -> str:
    """Each house rule on a line: what to ask for, and its title."""
    from whiteboard.scenarios import load_house_rules

    rules = load_house_rules()
    widest = max(len(rule.id) for rule in rules)
    return "".join(f"{rule.id:<{widest}}  {rule.title}\n" for rule in rules)
