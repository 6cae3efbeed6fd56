"""`whiteboard assess`: what an interviewer would say of a drawing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whiteboard.cli.drawings import DESIGN, FILES, PAGE, Drawings
from whiteboard.cli.failures import told_once
from whiteboard.cli.library import FOLDER, find_scenario
from whiteboard.cli.terminal import is_coloured, safe, terminal_width

if TYPE_CHECKING:
    from whiteboard.model.assessment import Assessment
    from whiteboard.model.dispute import Dispute


@click.command()
@FILES
@click.option("--scenario", "scenario_id", metavar="ID", help="Judge by this scenario and the house rules.")
@FOLDER
@DESIGN
@PAGE
@click.option(
    "--disputes",
    "disputes_file",
    type=click.Path(path_type=Path),
    help="Leave out of the score what this YAML file disputes.",
)
@click.option("--fixes/--no-fixes", default=True, show_default=True, help="Look for a fix of each problem.")
@click.option("-v", "--verbose", is_flag=True, help="Say what was found where a rule holds, too.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
def assess(  # noqa: PLR0913, PLR0917 - one parameter for each option
    files: tuple[Path, ...],
    scenario_id: str | None,
    folder: Path | None,
    design: int | None,
    page: str | None,
    disputes_file: Path | None,
    fixes: bool,
    verbose: bool,
    format_: str,
) -> None:
    """Say what an interviewer would say of drawings.

    Judges by a scenario ("whiteboard scenario list") and the house rules, or by the house rules alone. A FILE of "-"
    is standard input. For one object a file, in JSON, take the format jsonl.

    Ends with status 0 when no check finds a problem that is not disputed, 1 when one does, 2 on bad input.
    """
    from whiteboard.feedback import assess as assess_reading
    from whiteboard.feedback import with_fixes

    click.get_current_context().with_resource(told_once())
    disputes = find_disputes(disputes_file)
    scenario = find_scenario(scenario_id, folder) if scenario_id is not None else None
    drawings, problems = Drawings(files, design, page), False
    for path, reading in drawings:
        assessment = assess_reading(reading, scenario, disputes=disputes)
        assessment = with_fixes(assessment, scenario) if fixes else assessment
        problems |= any(finding.status == "problem" and not finding.dispute for finding in assessment.findings)
        click.echo(show(path, assessment, format_, verbose=verbose))
    raise SystemExit(2 if drawings.failed else int(problems))


def find_disputes(path: Path | None) -> tuple[Dispute, ...]:
    """Load a file of disputes, if there is one. Raises InputError with everything that is wrong in it."""
    from whiteboard.scenarios.disputes import load_disputes

    return () if path is None else load_disputes(path)


def show(path: Path, assessment: Assessment, format_: str, *, verbose: bool = False) -> str:
    """One assessment in the format asked for; text fits the terminal, if it goes to one."""
    from whiteboard.feedback import render

    if format_ == "text":
        report = render(assessment, "text", verbose=verbose, width=terminal_width(), colour=is_coloured())
        return f"{safe(str(path))}\n{report}"
    if format_ == "json":
        return render(assessment, "json")
    return json.dumps(jsonl(path, assessment), ensure_ascii=False)


def jsonl(path: Path, assessment: Assessment) -> dict[str, object]:
    """The assessment as one line of JSON: the file's name first, and each finding's components beside it."""
    from whiteboard.feedback.render.json import assessment_json

    data = assessment_json(assessment)
    findings = [{**f, "component_ids": f["evidence"]["component_ids"]} for f in data["findings"]]
    return {"file": path.name, **data, "findings": findings}
