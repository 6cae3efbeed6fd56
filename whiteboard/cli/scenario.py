"""`whiteboard scenario`: tools for those who write scenarios and house rules."""

from __future__ import annotations

from pathlib import Path

import click

from whiteboard.checks.wording import counted
from whiteboard.cli import complain
from whiteboard.cli.failures import told_once
from whiteboard.cli.library import FOLDER, find_scenario
from whiteboard.model.errors import InputError

PATHS = click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))


@click.group()
def scenario() -> None:
    """List, check and test scenarios."""


@scenario.command("list")
@FOLDER
def list_(folder: Path | None) -> None:
    """Name the scenarios that there are, each with its title."""
    from whiteboard.scenarios import load_library

    library = load_library(folder)
    for id_, found in library.scenarios.items():
        click.echo(f"{id_}  {found.title} ({found.level}, {counted(found.minutes, 'minute')})")
    if library.broken:
        raise InputError(library.broken)


@scenario.command()
@click.argument("id_", metavar="ID")
@FOLDER
def show(id_: str, folder: Path | None) -> None:
    """Show the task of a scenario: its prompt and requirements."""
    found = find_scenario(id_, folder)
    click.echo(f"{found.title} ({found.level}, {counted(found.minutes, 'minute')})\n\n{found.prompt.strip()}")
    if found.requirements:
        click.echo("\n" + "\n".join(f"- {requirement.text}" for requirement in found.requirements))


@scenario.command()
@PATHS
def lint(paths: tuple[Path, ...]) -> None:
    """Say all that is wrong with scenario files.

    Takes files, or folders of them; each error has its line and column.

    Ends with status 0 when nothing is wrong, 1 when something is, 2 when a path does not exist.
    """
    from whiteboard.authoring import find_files
    from whiteboard.authoring import lint as lint_file

    files = find_files(paths)
    problems = [problem for path in files for problem in lint_file(path)]
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{counted(len(files), 'file')}, {counted(len(problems), 'problem')}")
    raise SystemExit(1 if problems else 0)


@scenario.command()
@PATHS
@click.option("-v", "--verbose", is_flag=True, help="Name the references that came out as expected, too.")
def test(paths: tuple[Path, ...], verbose: bool) -> None:
    """Run the references of scenario files.

    References are boards with the verdicts they must get. Takes files, or folders of them.

    Ends with status 0 when all come out as expected, 1 when one does not, 2 when a file cannot be loaded.
    """
    from whiteboard.authoring import find_files, run_file

    click.get_current_context().with_resource(told_once())
    passed = failed = 0
    broken = False
    for path in find_files(paths):
        try:
            results = run_file(path)
        except InputError as error:
            broken = True
            complain(error)
            continue
        for result in results:
            passed, failed = passed + result.passed, failed + (not result.passed)
            if verbose or not result.passed:
                click.echo(str(result))
    click.echo(f"{counted(passed + failed, 'reference')}: {passed} as expected, {failed} not")
    raise SystemExit(2 if broken else int(failed > 0))
