"""From a reading to the assessment: every check of the scenario and of the house rules, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard import __version__
from whiteboard.feedback.axes import axes_by_topic, with_axes
from whiteboard.feedback.cases import house_cases, own_cases
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
    from whiteboard.feedback.cases import Case
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
    own = own_cases(board, scenario) if scenario else ()
    house = house_cases(board, scenario)
    findings, stale = _judge((*own, *house), disputes, board)
    journeys = journeys_taken((*own, *house))
    if scenario is None:
        return Assessment(
            engine=__version__,
            scenario_id=None,
            scenario_title=None,
            reading=reading,
            roles={},
            requirements=(),
            findings=findings,
            risks=(),
            score=score(findings),
            extras=extras_alone(board),
            stale_disputes=stale,
            journeys=journeys,
        )
    context, found = own[0].context, findings[: len(own)]
    return Assessment(
        engine=__version__,
        scenario_id=scenario.id,
        scenario_title=scenario.title,
        reading=reading,
        roles=context.roles,
        requirements=requirement_outcomes(scenario.requirements, found),
        findings=findings,
        risks=risk_outcomes(scenario.risks, found, board.texts),
        score=score(findings),
        extras=extras_for(board, scenario, context, found),
        stale_disputes=stale,
        journeys=journeys,
    )


def _judge(
    cases: Sequence[Case], disputes: Iterable[Dispute], board: Board
) -> tuple[tuple[Finding, ...], tuple[StaleDispute, ...]]:
    """The findings of all checks, with their axes and disputes, and the disputes that meet none of them."""
    from whiteboard.checks.wording import name
    from whiteboard.scenarios import load_house_rules

    found = [case.finding() for case in cases]
    scored = with_axes(found, [case.check for case in cases], axes_by_topic(load_house_rules()))
    return with_disputes(scored, disputes, lambda component: name(board.graph.component(component)))
