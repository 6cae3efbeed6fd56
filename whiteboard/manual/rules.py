"""The pages of house rules and of the checks that files state."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from whiteboard.checks import wording
from whiteboard.feedback.axes import DEFAULT_AXIS, axes_by_topic
from whiteboard.manual.examples import bad_examples, good_example
from whiteboard.manual.pages import RulePage, StatedCheck
from whiteboard.manual.statement import statement
from whiteboard.model.scenario import HouseRule, Scenario
from whiteboard.scenarios import load_house_rules

if TYPE_CHECKING:
    from whiteboard.model.scenario import CheckSpec


@cache
def rule_pages() -> dict[str, RulePage]:
    """The pages of all house rules by their ids, in the order of their files."""
    return {rule.id: rule_page(rule) for rule in load_house_rules()}


def rule_page(rule: HouseRule) -> RulePage:
    """Make the page of a house rule."""
    return RulePage(
        id=rule.id,
        title=rule.title,
        axis=rule.axis or DEFAULT_AXIS,
        explanation=rule.explanation,
        checks=tuple(_stated(check, rule) for check in rule.checks),
        good=good_example(rule),
        bad=bad_examples(rule, [check.id for check in rule.checks]),
    )


def scenario_check(scenario: Scenario, check: CheckSpec) -> StatedCheck:
    """Make the page of one check of a scenario."""
    return _stated(check, scenario, bad=True)


def _stated(check: CheckSpec, source: HouseRule | Scenario, *, bad: bool = False) -> StatedCheck:
    topic = check.topic or (source.topic if isinstance(source, HouseRule) else "")
    rules = load_house_rules()
    serves = source.requirements if isinstance(source, Scenario) else ()
    return StatedCheck(
        id=check.id,
        source=source.id,
        source_title=source.title,
        title=check.title or wording.title(check.id),
        type=check.check,
        severity=check.severity,
        axis=check.axis or axes_by_topic(rules).get(topic, DEFAULT_AXIS),
        because=check.because,
        statement=statement(check),
        rule=next((rule.id for rule in rules if rule.topic == topic and rule.id != source.id), None),
        serves=tuple(requirement.text for requirement in serves if requirement.id in check.serves),
        bad=bad_examples(source, [check.id]) if bad else (),
    )
