"""A page of the manual for the terminal."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from whiteboard.manual.render.markdown import render_markdown

if TYPE_CHECKING:
    from whiteboard.manual.pages import Page


def render_text(page: Page, *, width: int = 100, colour: bool = False) -> str:
    """The page, laid out for a width in characters; `colour` adds the codes that a terminal understands."""
    from rich.console import Console
    from rich.markdown import Markdown

    out = StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="auto" if colour else None)
    console.print(Markdown(render_markdown(page), hyperlinks=False, code_theme="ansi_dark"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
