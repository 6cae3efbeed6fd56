"""The score and the extras on the boards of the scenarios that ship."""

from __future__ import annotations

import pytest

from whiteboard.authoring.references import read_board
from whiteboard.catalog import load_catalog
from whiteboard.feedback import assess
from whiteboard.model.scenario import Reference, Scenario
from whiteboard.scenarios import load_library

BOARDS = [(scenario, ref) for scenario in load_library().scenarios.values() for ref in scenario.references]
STRONG = [(scenario, ref) for scenario, ref in BOARDS if ref.expect == "all_pass"]
WEAK = [(scenario, ref) for scenario, ref in BOARDS if ref.expect != "all_pass" and "problem" in ref.expect]


def name(value: Scenario | Reference) -> str:
    return value.id if isinstance(value, Scenario) else value.name


@pytest.mark.parametrize(("scenario", "reference"), STRONG, ids=name)
def test_a_strong_board_is_called_so_and_needs_all_it_has(scenario: Scenario, reference: Reference) -> None:
    assessment = assess(read_board(reference, load_catalog()), scenario)
    assert assessment.score.band in {"strong", "solid"}
    assert assessment.extras == ()


@pytest.mark.parametrize(("scenario", "reference"), WEAK, ids=name)
def test_a_board_with_a_problem_is_never_called_strong(scenario: Scenario, reference: Reference) -> None:
    assert assess(read_board(reference, load_catalog()), scenario).score.band != "strong"
