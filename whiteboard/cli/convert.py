"""`whiteboard convert`: a drawing in another format."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from whiteboard.cli.drawings import PAGE, opened
from whiteboard.cli.terminal import safe
from whiteboard.model.errors import InputError, Problem

_FORMATS = ("excalidraw", "mermaid", "diagrams", "svg", "png")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", "format_", type=click.Choice(_FORMATS), required=True, help="The format to write.")
@PAGE
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write; standard output without it.")
def convert(file: Path, format_: str, page: str | None, out: Path | None) -> None:
    """Write a drawing in another format.

    Reads .excalidraw, Mermaid, draw.io, diagrams scripts, graph JSON, and pictures that hold their drawing. A FILE of
    "-" is standard input.
    """
    if format_ == "png" and out is None and sys.stdout.isatty():
        raise InputError(Problem(message="a terminal can't show png", hint="name a file to write with -o"))
    content = converted(file, format_, page)
    if out is None:
        click.echo(content, nl=False)
        return
    try:
        out.write_bytes(content)
    except OSError as error:
        raise InputError(Problem(message=f"cannot be written ({error.strerror})", file=str(out))) from error
    click.echo(f"{safe(str(out))}: {len(content):,} bytes", err=True)


def converted(file: Path, format_: str, page: str | None = None) -> bytes:
    """Read a file and write it in a format. Raises InputError, naming the file, when it cannot be used."""
    from whiteboard.catalog import load_catalog
    from whiteboard.formats.export import FORMATS, Drawn
    from whiteboard.formats.opening import open_board
    from whiteboard.reading import read

    source, name = opened(file)
    board = open_board(source, name, page)
    for what in board.left_out:
        click.echo(safe(f"{name}: {what}"), err=True)
    drawn = Drawn(elements=board.elements, files=board.files, reading=lambda: read(board.drawing, load_catalog()))
    return FORMATS[format_].write(drawn)
