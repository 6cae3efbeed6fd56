"""Read the files a command was given, one by one, reporting the bad ones and going on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whiteboard.cli import complain
from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
DESIGN = click.option(
    "--design",
    type=click.IntRange(1),
    metavar="N",
    help="Take only design N of a board with several; 1 is the largest.",
)

PAGE = click.option("--page", metavar="N|NAME", help="Take page N, or the page of this name, of a draw.io file.")


@dataclass
class Drawings:
    """The readings of files, of one design or of the whole board, and whether a file could not be read."""

    files: tuple[Path, ...]
    design: int | None = None
    page: str | None = None
    failed: bool = field(default=False, init=False)

    def __iter__(self) -> Iterator[tuple[Path, Reading]]:
        """Yield each file with its reading; print what is wrong with the others to standard error."""
        for path in self.files:
            try:
                yield path, read_file(path, self.design, self.page)
            except InputError as error:
                self.failed = True
                complain(error)


def read_file(path: Path, design: int | None = None, page: str | None = None) -> Reading:
    """Read one file. Raises InputError, naming the file, when it cannot be used or has no such design or page."""
    from whiteboard.catalog import load_catalog
    from whiteboard.formats import load
    from whiteboard.reading import read
    from whiteboard.reading.designs import select_design

    source, name = opened(path)
    reading = read(load(source, name, page), load_catalog())
    if design is None:
        return reading
    try:
        return select_design(reading, design)
    except InputError as error:
        raise InputError(replace(problem, file=name) for problem in error.problems) from None


def opened(path: Path) -> tuple[Path | bytes, str]:
    """What to load for a path that a command was given, and what to call it: "-" is standard input.

    Raises InputError for a folder.
    """
    from whiteboard.formats.diagram import MAX_BYTES

    if str(path) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1), "standard input"
    if path.is_dir():
        raise InputError(Problem(message="is a folder", file=str(path), hint="name the drawings in it"))
    return path, str(path)
