"""`whiteboard bench`: how good Whiteboard is, on files that anyone can bring."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.group()
def bench() -> None:
    """Measure quality against what people say."""


@bench.command()
@click.argument("gold_dir", type=FOLDER)
@click.argument("scenes_dir", type=FOLDER)
@click.option("--explain", metavar="SCENE", help="Print every difference in this scene beside its reason.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def reading(gold_dir: Path, scenes_dir: Path, explain: str | None, format_: str) -> None:
    """Score readings of drawings against gold.

    GOLD_DIR holds NAME.json for each drawing NAME.* in SCENES_DIR.

    Ends with status 2 when a scene cannot be read, of which the figures then say that all was missed.
    """
    from whiteboard.model.architecture import Reading
    from whiteboard.reading.comparison import Comparison, figures
    from whiteboard.reading.gold import load_gold

    if explain is not None:
        name = Path(explain).stem
        comparison = Comparison(load_gold(gold_dir / f"{name}.json"), _read(scenes_dir, name))
        click.echo("\n".join(comparison.differences()) or "no difference")
        return
    paths = sorted(gold_dir.glob("*.json"))
    if not paths:
        raise InputError(Problem(message="no gold (*.json) in this folder", file=str(gold_dir)))
    readings = [_read_or_complain(scenes_dir, path.stem) for path in paths]
    counts = [Comparison(load_gold(p), r or Reading()).counts() for p, r in zip(paths, readings, strict=True)]
    read = sum(reading is not None for reading in readings)
    found = {name: round(value, 4) for name, value in figures(counts, read).items()}
    click.echo(json.dumps(found) if format_ == "json" else "\n".join(f"{name:<22}{found[name]}" for name in found))
    raise SystemExit(0 if read == len(paths) else 2)


def _read_or_complain(folder: Path, name: str) -> Reading | None:
    try:
        return _read(folder, name)
    except InputError as error:
        click.echo(str(error), err=True)
        return None


def _read(folder: Path, name: str) -> Reading:
    """The reading of the drawing with this name. Raises InputError when there is none, or it cannot be read."""
    from whiteboard.cli.drawings import read_file

    path = next((path for path in sorted(folder.iterdir()) if path.stem == name), None)
    if path is None:
        raise InputError(Problem(message=f"has no drawing {name}.*", file=str(folder)))
    return read_file(path)
