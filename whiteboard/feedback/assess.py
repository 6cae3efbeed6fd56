"""From a reading to the assessment: every check of the scenario and of the house rules, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard import __version__
from whiteboard.feedback.cases import house_cases, own_cases
from whiteboard.feedback.requirements import requirement_outcomes
from whiteboard.feedback.risks import risk_outcomes
from whiteboard.feedback.scoring import score
from whiteboard.model.assessment import Assessment

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog
    from whiteboard.checks.board import Board
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Scenario


def assess(reading: Reading, scenario: Scenario | None = None, catalog: Catalog | None = None) -> Assessment:
    """Judge a reading by a scenario and the house rules, or by the house rules alone.

    On a topic that a check of the scenario covers the scenario knows better: the house rule is silent.
    Findings come in the order of the scenario's checks, then by house rule. Raises TooLargeError when the
    connections between boundaries stand for too many pairs of components.
    """
    from whiteboard.catalog import load_catalog
    from whiteboard.checks.board import Board

    board = Board(reading, catalog or load_catalog())
    house = tuple(case.finding() for case in house_cases(board, scenario))
    if scenario is None:
        return _assessment(board, None, {}, (), house)
    cases = own_cases(board, scenario)
    own = tuple(case.finding() for case in cases)
    return _assessment(board, scenario, cases[0].context.roles, own, house)


def _assessment(
    board: Board,
    scenario: Scenario | None,
    roles: dict[str, tuple[str, ...]],
    own: tuple[Finding, ...],
    house: tuple[Finding, ...],
) -> Assessment:
    return Assessment(
        engine=__version__,
        scenario_id=scenario.id if scenario else None,
        scenario_title=scenario.title if scenario else None,
        reading=board.reading,
        roles=roles,
        requirements=requirement_outcomes(scenario.requirements, own) if scenario else (),
        findings=own + house,
        risks=risk_outcomes(scenario.risks, own, board.texts) if scenario else (),
        score=score(own + house),
    )
