from __future__ import annotations

from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.feedback.bound_checks import bound_checks
from whiteboard.feedback.journeys import journeys_taken

if TYPE_CHECKING:
    from whiteboard.model.assessment import JourneyTaken
    from whiteboard.model.scenario import Scenario

SHOP = "web(client) --> api --> db(datastore)"


def taken(
    *lines: str, scenario: Scenario | None = None, told: dict[str, list[str]] | None = None
) -> list[JourneyTaken]:
    return list(journeys_taken(bound_checks(Board(sketch(*lines), load_catalog(), told), scenario)))


def test_journeys_of_the_scenario_come_first(shop: Scenario) -> None:
    first, *others = taken(SHOP, scenario=shop)
    assert (first.journey_id, first.source, first.walk) == ("browse", "shop", ("web", "api", "db"))
    assert {journey.source for journey in others}.isdisjoint({"shop"})


def test_each_is_named_once_whatever_rules_state_it() -> None:
    ids = [journey.journey_id for journey in taken(SHOP)]
    assert ids == list(dict.fromkeys(ids))


def test_a_journey_of_the_scenario_is_named_also_when_no_way_is_drawn(shop: Scenario) -> None:
    first, *others = taken("web(client)", "api --> db(datastore)", scenario=shop)
    assert (first.journey_id, first.walk) == ("browse", ())
    assert all(journey.walk for journey in others)


def test_a_correction_that_is_no_longer_drawn_is_named_also_where_no_way_is(shop: Scenario) -> None:
    (stale,) = (
        journey for journey in taken("web(client)", scenario=shop, told={"browse": ["web", "db"]}) if journey.stale
    )
    assert stale.journey_id == "browse"
