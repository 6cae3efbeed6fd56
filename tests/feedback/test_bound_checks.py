from __future__ import annotations

from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.feedback.bound_checks import bound_checks

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario

BOARD = Board(sketch("web(client) --> api --> db(datastore)", "web --> db"), load_catalog())


def test_the_checks_of_a_scenario_share_its_roles_and_journeys(shop: Scenario) -> None:
    own = [bound for bound in bound_checks(BOARD, shop) if bound.source == "shop"]
    assert [bound.check.id for bound in own] == [check.id for check in shop.checks]
    assert len({id(bound.context) for bound in own}) == 1


def test_the_journeys_of_a_scenario_are_required_and_those_of_house_rules_are_not(shop: Scenario) -> None:
    required = {bound.source for bound in bound_checks(BOARD, shop) if bound.context.required}
    assert required == {"shop"}


def test_a_finding_of_a_house_rule_is_on_its_topic() -> None:
    assert all(bound.finding().topic == bound.topic is not None for bound in bound_checks(BOARD))


def test_what_one_house_rule_forbids_no_other_walks_along() -> None:
    assert all(("web", "db") in bound.context.closed for bound in bound_checks(BOARD))
