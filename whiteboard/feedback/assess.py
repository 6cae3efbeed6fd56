"""From a reading to the assessment: every check of the scenario and of the house rules, and what follows from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard import __version__
from whiteboard.feedback.axes import axes_by_topic, with_axes
from whiteboard.feedback.bound_checks import bound_checks
from whiteboard.feedback.disputes import with_disputes
from whiteboard.feedback.journeys import journeys_taken
from whiteboard.feedback.parsimony import extras_alone, extras_for
from whiteboard.feedback.requirements import requirement_outcomes
from whiteboard.feedback.risks import risk_outcomes
from whiteboard.feedback.scoring import score
from whiteboard.model.assessment import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.checks.board import Board
    from whiteboard.checks.context import Context
    from whiteboard.feedback.bound_checks import BoundCheck
    from whiteboard.model.architecture import Reading
    from whiteboard.model.dispute import Dispute, StaleDispute
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Scenario


def assess(
    reading: Reading,
    scenario: Scenario | None = None,
    catalog: Catalog | None = None,
    *,
    disputes: Iterable[Dispute] = (),
    told: Mapping[str, Sequence[str]] | None = None,
) -> Assessment:
    """Judge a reading by a scenario and the house rules, or by the house rules alone.

    On a topic that a check of the scenario covers the scenario knows better: the house rule is silent.
    Findings come in the order of the scenario's checks, then by house rule. A disputed problem stays one, and is
    out of the score. `told` corrects journeys: for the id of one, the components that it passes, in order. Raises
    TooLargeError when the connections between boundaries stand for too many pairs of components.
    """
    from whiteboard.catalog import load_catalog
    from whiteboard.checks.board import Board

    board = Board(reading, catalog or load_catalog(), told)
    checks = bound_checks(board, scenario)
    findings, stale = _judge(checks, disputes, board)
    assessment = Assessment(
        engine=__version__,
        scenario_id=None,
        scenario_title=None,
        reading=reading,
        roles={},
        requirements=(),
        findings=findings,
        risks=(),
        score=score(findings),
        stale_disputes=stale,
        journeys=journeys_taken(checks),
    )
    if scenario is None:
        return replace(assessment, extras=extras_alone(board))
    return _against(scenario, assessment, checks[0].context)


def _against(scenario: Scenario, assessment: Assessment, context: Context) -> Assessment:
    """The assessment with what follows from the scenario's own checks, which come first; `context` is theirs."""
    own, board = assessment.findings[: len(scenario.checks)], context.board
    return replace(
        assessment,
        scenario_id=scenario.id,
        scenario_title=scenario.title,
        roles=context.roles,
        requirements=requirement_outcomes(scenario.requirements, own),
        risks=risk_outcomes(scenario.risks, own, board.texts),
        extras=extras_for(board, scenario, context, own),
    )


def _judge(
    checks: Sequence[BoundCheck], disputes: Iterable[Dispute], board: Board
) -> tuple[tuple[Finding, ...], tuple[StaleDispute, ...]]:
    """The findings of all checks, with their axes and disputes, and the disputes that meet none of them."""
    from whiteboard.checks.wording import name
    from whiteboard.scenarios import load_house_rules

    found = [bound.finding() for bound in checks]
    scored = with_axes(found, [bound.check for bound in checks], axes_by_topic(load_house_rules()))
    return with_disputes(scored, disputes, lambda component: name(board.graph.component(component)))
