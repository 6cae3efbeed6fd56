"""Fixes for the problems of an assessment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.feedback.fixes.difference import difference
from whiteboard.feedback.fixes.search import Allowance, find_edits
from whiteboard.feedback.fixes.summary import summary
from whiteboard.feedback.fixes.trial import Trial
from whiteboard.model.finding import Status
from whiteboard.model.fix import Fix

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.assessment import Assessment
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Scenario

MOST_COPIES = 40
"""How many copies of a board are tried for one problem."""

MOST_WORK = 15_000
"""How many components and connections, over all copies, are judged for the problems of one board."""


def with_fixes(assessment: Assessment, scenario: Scenario | None = None, catalog: Catalog | None = None) -> Assessment:
    """The assessment with a fix at each problem (that is not disputed) for which one was found and proved.

    Takes the scenario that the assessment was made with. A fix is proved by making its edits on a copy of the board
    and running all checks again: the problem is a pass then, and nothing that was no problem has become one. The
    same assessment always gets the same fixes; on large boards fewer edits are tried.
    """
    from whiteboard.catalog import load_catalog
    from whiteboard.checks.board import Board

    told = {taken.journey_id: taken.walk for taken in assessment.journeys if taken.known_by == "person"}
    board = Trial(Board(assessment.reading, catalog or load_catalog(), told), scenario)
    problems = [number for number, finding in enumerate(assessment.findings) if _needs_fix(finding)]
    fixes = {number: fix for number in problems if (fix := _fix(board, number, _copies(board, len(problems))))}
    findings = tuple(replace(f, fix=fixes.get(number)) for number, f in enumerate(assessment.findings))
    return replace(assessment, findings=findings)


def _needs_fix(finding: Finding) -> bool:
    return finding.status is Status.PROBLEM and finding.dispute is None


def _fix(board: Trial, problem: int, copies: int) -> Fix | None:
    found = find_edits(board, problem, Allowance(copies)) if copies else None
    if found is None or (after := board.with_edits(found)) is None:
        return None
    edits = difference(board.architecture, after.architecture, found)
    told = summary(edits, board.architecture, after.architecture, board.board.catalog)
    return Fix(summary=told, edits=edits)


def _copies(board: Trial, problems: int) -> int:
    """How many copies may be tried for each of several problems of a board."""
    size = len(board.architecture.components) + len(board.architecture.connections)
    return min(MOST_COPIES, MOST_WORK // (problems * (size + 1)))
