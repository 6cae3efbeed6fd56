"""From a name to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from whiteboard.manual.pages import Page
    from whiteboard.scenarios import Library


def look_up(name: str, library: Library) -> Page:
    """The page of a house rule, of a check type, or of a check of a scenario (`scenario-id/check-id`).

    A name that is both is the rule. Raises InputError with the nearest name when there is none.
    """
    from whiteboard.manual.check_types import check_type_page
    from whiteboard.manual.rules import rule_page
    from whiteboard.scenarios import load_house_rules
    from whiteboard.scenarios.check_types import check_type_names

    if "/" in name:
        return _scenario_check(name, library)
    rules = {rule.id: rule for rule in load_house_rules()}
    if name in rules:
        return rule_page(rules[name])
    if name in check_type_names():
        return check_type_page(name)
    raise _unknown(f"no rule or check type '{name}'", name, (*rules, *check_type_names(), *_scenario_checks(library)))


def _scenario_check(name: str, library: Library) -> Page:
    from whiteboard.manual.rules import scenario_check

    scenario_id, _, check_id = name.partition("/")
    scenario = library.scenarios.get(scenario_id)
    check = next((check for check in scenario.checks if check.id == check_id), None) if scenario else None
    if scenario is None or check is None:
        raise _unknown(f"no check '{name}' in a scenario", name, _scenario_checks(library))
    return scenario_check(scenario, check)


def _scenario_checks(library: Library) -> tuple[str, ...]:
    return tuple(f"{id_}/{check.id}" for id_, scenario in library.scenarios.items() for check in scenario.checks)


def _unknown(message: str, name: str, known: tuple[str, ...]) -> InputError:
    from whiteboard.scenarios.problems import suggestion

    return InputError(Problem(message=message, hint=suggestion(name, known)))
