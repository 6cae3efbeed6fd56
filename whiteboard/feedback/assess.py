"""From a reading to the assessment: every check of the scenario and of the house rules, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard import __version__
from whiteboard.feedback.requirements import requirement_outcomes
from whiteboard.feedback.risks import risk_outcomes
from whiteboard.feedback.scoring import score
from whiteboard.model.assessment import Assessment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.checks.board import Board
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import HouseRule, Scenario


def assess(reading: Reading, scenario: Scenario | None = None, catalog: Catalog | None = None) -> Assessment:
    """Judge a reading by a scenario and the house rules, or by the house rules alone.

    On a topic that a check of the scenario covers the scenario knows better: the house rule is silent.
    Findings come in the order of the scenario's checks, then by house rule. Raises TooLargeError when the
    connections between boundaries stand for too many pairs of components.
    """
    from whiteboard.catalog import load_catalog
    from whiteboard.checks.board import Board
    from whiteboard.checks.context import Context
    from whiteboard.checks.evaluate import evaluate
    from whiteboard.scenarios import load_house_rules

    board = Board(reading, catalog or load_catalog())
    covered = {check.topic for check in scenario.checks} if scenario else set()
    house = tuple(_judge_by_house_rules(board, load_house_rules(), covered))
    if scenario is None:
        return _assessment(board, None, {}, (), house)
    context = Context(board, scenario)
    own = evaluate(scenario.checks, context, scenario.id)
    return _assessment(board, scenario, context.roles, own, house)


def _judge_by_house_rules(
    board: Board, rules: Sequence[HouseRule], covered: Collection[str | None]
) -> Iterator[Finding]:
    """The findings of the house rules on topics not covered yet.

    Together they are one file: what one forbids no other walks along.
    """
    from whiteboard.checks.context import Context
    from whiteboard.checks.evaluate import evaluate

    rules = sorted(rules, key=lambda rule: rule.id)
    closed = frozenset[tuple[str, str]]().union(*(Context(board, rule).closed for rule in rules))
    for rule in rules:
        if rule.topic in covered:
            continue
        context = Context(board, rule, closed=closed, required=False)
        yield from evaluate(rule.checks, context, rule.id, topic=rule.topic)


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
