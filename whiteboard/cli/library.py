"""The scenarios that a command works with: those that ship, or those of a folder it was given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario

FOLDER = click.option(
    "--scenarios",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Take scenarios from this folder instead of the shipped ones.",
)


def find_scenario(scenario_id: str, folder: Path | None) -> Scenario:
    """Find a scenario by its id.

    Raises InputError with the nearest ids when there is none, and with what is wrong with the files that failed:
    it may be in one of them.
    """
    from whiteboard.scenarios import load_library

    library = load_library(folder)
    if folder is not None and not library.scenarios and not library.broken:
        raise InputError(Problem(message="no scenario (*.yaml) in this folder", file=str(folder)))
    try:
        return library.find(scenario_id)
    except InputError as error:
        raise InputError([*error.problems, *library.broken]) from None
