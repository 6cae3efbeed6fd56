"""`whiteboard read`: what the service understands of drawings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whiteboard.cli.drawings import DESIGN, FILES, PAGE, Drawings
from whiteboard.cli.terminal import safe

if TYPE_CHECKING:
    from whiteboard.model.architecture import Connection, Reading

_LONGEST = 200
"""Characters of a label, note or reason."""

ARROWS = {"forward": "→", "both": "↔", "none": "—"}


@click.command()
@FILES
@DESIGN
@PAGE
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def read(files: tuple[Path, ...], design: int | None, page: str | None, format_: str) -> None:
    """Say how drawings were read, and why.

    Prints components, connections, groups and notes, what is unclear first. A FILE of "-" is standard input.
    """
    show = as_jsonl if format_ == "jsonl" else as_text
    drawings = Drawings(files, design, page)
    for path, reading in drawings:
        click.echo(show(path, reading))
    if drawings.failed:
        raise SystemExit(2)


def as_jsonl(path: Path, reading: Reading) -> str:
    """One JSON object on one line: the file's name and the reading."""
    from whiteboard.reading.render import reading_json

    return json.dumps({"file": path.name, **reading_json(reading)}, ensure_ascii=False)


def as_text(path: Path, reading: Reading) -> str:
    """The reading for a person: what each box was taken for, and why; what is unclear first."""
    architecture = reading.architecture
    names = {c.id: c.label or c.kind for c in architecture.components} | {g.id: g.label for g in architecture.groups}
    parts = {
        "Unclear": [f"? {flat(u.question)}" for u in reading.unclear],
        "Components": [
            f"{flat(c.label) or '(no label)'}: {c.kind}{f' ×{c.replicas}' if c.replicas else ''}"
            f" ({c.confidence:.0%}, {flat(c.reason)})"
            for c in architecture.components
        ],
        "Connections": [connection_text(c, names) for c in architecture.connections],
        "Groups": [f"{flat(g.label)}: {', '.join(flat(names[m]) for m in g.members)}" for g in architecture.groups],
        "Notes": [f"[{n.heading}] {flat(n.text)}" for n in reading.notes],
    }
    sections = (f"{title}\n" + "\n".join(f"  {line}" for line in lines) for title, lines in parts.items() if lines)
    return "\n".join([safe(str(path)), *sections, ""])


def connection_text(connection: Connection, names: dict[str, str]) -> str:
    """One connection in words: `Web app → API gateway “REST” (async)`."""
    ends = [flat(names.get(end, end)) for end in (connection.source, connection.target)]
    label = f" “{flat(connection.label)}”" if connection.label else ""
    style = f" ({connection.style})" if connection.style else ""
    return f"{ends[0]} {ARROWS[connection.direction]} {ends[1]}{label}{style}"


def flat(text: str) -> str:
    """Put a text of several lines on one, and cut it where nobody reads on; JSON has it in full."""
    line = safe(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
