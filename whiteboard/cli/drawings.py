"""Read the files a command was given, one by one, reporting the bad ones and going on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whiteboard.cli import complain
from whiteboard.model.errors import InputError

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))


@dataclass
class Drawings:
    """The readings of files, and whether a file could not be read."""

    files: tuple[Path, ...]
    failed: bool = field(default=False, init=False)

    def __iter__(self) -> Iterator[tuple[Path, Reading]]:
        """Yield each file with its reading; print what is wrong with the others to standard error."""
        for path in self.files:
            try:
                yield path, read_file(path)
            except InputError as error:
                self.failed = True
                complain(error)


def read_file(path: Path) -> Reading:
    """Read one file. Raises InputError, naming the file, when it cannot be used."""
    from whiteboard.catalog import load_catalog
    from whiteboard.formats import load
    from whiteboard.reading import read

    return read(load(path), load_catalog())
