"""The references of a scenario or a house rule, run: whether its boards get the verdicts that it says they get."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.authoring.files import stated_in
from whiteboard.model.errors import InputError
from whiteboard.model.finding import Status
from whiteboard.model.scenario import Scenario
from whiteboard.scenarios.load import read, validate
from whiteboard.scenarios.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Reference, Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceResult:
    """How one reference came out. Each difference says which check got which status, and which it should have got."""

    source: str
    name: str
    findings: tuple[Finding, ...] = ()
    differences: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every check came out as expected."""
        return not self.differences

    def __str__(self) -> str:
        if self.passed:
            return f"{self.source}: {self.name}: as expected"
        return "\n  ".join([f"{self.source}: {self.name}: not as expected", *self.differences])


def run_file(path: Path) -> tuple[ReferenceResult, ...]:
    """Run the references of a file. Raises InputError when the file cannot be loaded."""
    tree, problems = parse_yaml(read(path), str(path))
    return run_references(validate(tree, stated_in(tree), str(path), problems=problems))


def run_references(rules: Rules, catalog: Catalog | None = None) -> tuple[ReferenceResult, ...]:
    """Run all references, in their order. Only the checks of the file itself count."""
    from whiteboard.catalog import load_catalog

    return tuple(_run(reference, rules, catalog or load_catalog()) for reference in rules.references)


def read_board(reference: Reference, catalog: Catalog) -> Reading:
    """Read the board of a reference, with its notes beside it. Raises InputError with the lines of the board."""
    from whiteboard.formats.mermaid import load_mermaid
    from whiteboard.reading import read as read_drawing

    diagram = load_mermaid(reference.board)
    return read_drawing(replace(diagram, notes=(reference.notes,) if reference.notes else ()), catalog)


def _run(reference: Reference, rules: Rules, catalog: Catalog) -> ReferenceResult:
    try:
        findings = _findings(read_board(reference, catalog), rules, catalog)
    except InputError as error:
        differences = tuple(f"the board cannot be read: {problem}" for problem in error.problems)
        return ReferenceResult(source=rules.id, name=reference.name, differences=differences)
    differences = tuple(_differences(reference, findings))
    return ReferenceResult(source=rules.id, name=reference.name, findings=findings, differences=differences)


def _findings(reading: Reading, rules: Rules, catalog: Catalog) -> tuple[Finding, ...]:
    from whiteboard.checks.board import Board
    from whiteboard.checks.context import Context
    from whiteboard.checks.evaluate import evaluate

    context = Context(Board(reading, catalog), rules, required=isinstance(rules, Scenario))
    return evaluate(rules.checks, context, rules.id)


def _differences(reference: Reference, findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        allowed = _allowed(reference, finding.check_id)
        if finding.status not in allowed:
            yield f"{finding.check_id} is {finding.status}, expected {' or '.join(allowed)}: {finding.message}"


def _allowed(reference: Reference, check_id: str) -> tuple[Status, ...]:
    """Return the statuses that a check may get: the one that names it, or any that the reference does not list."""
    if reference.expect == "all_pass":
        return (Status.PASS,)
    for status, check_ids in reference.expect.items():
        if check_id in check_ids:
            return (Status(status),)
    listed = {*reference.expect, Status.PROBLEM, Status.ERROR}
    return tuple(status for status in Status if status not in listed)
