"""The checks that judge a board: those of the scenario, then those of the house rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.base import Check
    from whiteboard.checks.board import Board
    from whiteboard.checks.context import Context
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import HouseRule, Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One check before one board: with the roles and journeys of the scenario or house rule that states it."""

    check: Check
    context: Context
    source: str
    topic: str | None = None

    def finding(self) -> Finding:
        """Judge it."""
        from whiteboard.checks.evaluate import evaluate

        return evaluate((self.check,), self.context, self.source, topic=self.topic)[0]


def own_cases(board: Board, scenario: Scenario) -> tuple[Case, ...]:
    """The checks of a scenario, in its order."""
    from whiteboard.checks.context import Context

    context = Context(board, scenario)
    return tuple(Case(check=cast("Check", c), context=context, source=scenario.id) for c in scenario.checks)


def house_cases(board: Board, scenario: Scenario | None = None) -> tuple[Case, ...]:
    """The checks of the house rules, by rule. On a topic that a check of the scenario covers the scenario knows
    better: the house rule is silent.
    """
    return tuple(_house_cases(board, {check.topic for check in scenario.checks} if scenario else set()))


def _house_cases(board: Board, covered: set[str | None]) -> Iterator[Case]:
    """Together the house rules are one file: what one forbids no other walks along."""
    from whiteboard.checks.context import Context
    from whiteboard.scenarios import load_house_rules

    rules = sorted(load_house_rules(), key=lambda rule: rule.id)
    closing = [rule for rule in rules if any(cast("Check", check).may_forbid for check in rule.checks)]
    closed = frozenset[tuple[str, str]]().union(*(Context(board, rule).closed for rule in closing))
    for rule in rules:
        if rule.topic in covered:
            continue
        context = Context(board, rule, closed=closed, required=False)
        yield from _cases_of(rule, context)


def _cases_of(rule: HouseRule, context: Context) -> Iterator[Case]:
    for check in rule.checks:
        yield Case(check=cast("Check", check), context=context, source=rule.id, topic=rule.topic)
