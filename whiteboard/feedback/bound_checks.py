"""The checks that judge a board, each bound to it: those of the scenario, then those of the house rules."""

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
class BoundCheck:
    """One check before one board: with the roles and journeys of the scenario or house rule that states it."""

    check: Check
    context: Context
    source: str
    topic: str | None = None

    def finding(self) -> Finding:
        """Run it."""
        from whiteboard.checks.evaluate import evaluate

        return evaluate((self.check,), self.context, self.source, topic=self.topic)[0]


def bound_checks(board: Board, scenario: Scenario | None = None) -> tuple[BoundCheck, ...]:
    """The checks of a scenario, in its order, then those of the house rules, by rule.

    On a topic that a check of the scenario covers the scenario knows better: the house rule is silent.
    """
    if scenario is None:
        return tuple(_of_house(board, frozenset()))
    covered = frozenset(check.topic for check in scenario.checks)
    return (*_of_scenario(board, scenario), *_of_house(board, covered))


def _of_scenario(board: Board, scenario: Scenario) -> Iterator[BoundCheck]:
    from whiteboard.checks.context import Context

    context = Context(board, scenario)
    for check in scenario.checks:
        yield BoundCheck(check=cast("Check", check), context=context, source=scenario.id)


def _of_house(board: Board, covered: frozenset[str | None]) -> Iterator[BoundCheck]:
    """Together the house rules are one file: what one forbids no other walks along."""
    from whiteboard.checks.context import Context
    from whiteboard.scenarios import load_house_rules

    rules = sorted(load_house_rules(), key=lambda rule: rule.id)
    closing = [rule for rule in rules if any(cast("Check", check).may_forbid for check in rule.checks)]
    closed = frozenset[tuple[str, str]]().union(*(Context(board, rule).closed for rule in closing))
    for rule in rules:
        if rule.topic not in covered:
            yield from _of_rule(rule, Context(board, rule, closed=closed, required=False))


def _of_rule(rule: HouseRule, context: Context) -> Iterator[BoundCheck]:
    for check in rule.checks:
        yield BoundCheck(check=cast("Check", check), context=context, source=rule.id, topic=rule.topic)
