"""Lines of a report: plain for pipes and files, or wrapped to the width of a terminal and coloured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

_LEAST_WIDTH = 30
"""Characters beside the lead; a terminal narrower than that breaks the lines itself."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report: `lead` stands at its left, in a `style` of rich, and wrapped text goes on to its right."""

    text: str = ""
    lead: str = ""
    style: str = ""

    def __str__(self) -> str:
        return f"{self.lead}{self.text}".rstrip()


def plain(lines: Iterable[Line]) -> str:
    """Each line on one line, whatever its length."""
    return "".join(f"{line}\n" for line in lines)


def laid_out(lines: Iterable[Line], width: int, *, colour: bool) -> str:
    """The lines wrapped to a width in characters; `colour` adds the codes that a terminal understands."""
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None, highlight=False
    )
    for line in lines:
        for text in _wrapped(line, console):
            console.print(text, soft_wrap=True)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _wrapped(line: Line, console: Console) -> Iterator[object]:
    from rich.cells import cell_len
    from rich.text import Text

    indent = cell_len(line.lead)
    room = max(console.width - indent, _LEAST_WIDTH)
    lead, style = line.lead, line.style
    for part in Text(line.text).wrap(console, room) or [Text()]:
        part.rstrip()
        yield Text.assemble((lead, style), part)
        lead, style = " " * indent, ""
