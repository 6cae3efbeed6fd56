from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sketch import sketch

from whiteboard.feedback import assess

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading
    from whiteboard.model.scenario import Scenario

SHOP = "web(client) --> api --> db(datastore)"


def extras(reading: Reading, scenario: Scenario | None = None) -> list[set[str]]:
    return [set(extra.component_ids) for extra in assess(reading, scenario).extras]


def test_a_branch_that_leads_off_all_journeys_is_named(shop: Scenario) -> None:
    board = sketch(SHOP, "api --> events(stream) --> spark(stream_processor) --> lake(data_lake)")
    (extra,) = assess(board, shop).extras
    assert set(extra.component_ids) == {"events", "lake", "spark"}
    assert extra.message.startswith("Nothing that was asked for seems to need")


def test_each_branch_is_named_by_itself(shop: Scenario) -> None:
    board = sketch(SHOP, "api --> pay --> stripe(payment_provider)", "api --> mails(queue) --> mailer(worker)")
    assert extras(board, shop) == [{"mails", "mailer"}, {"pay", "stripe"}]


def test_what_stands_on_a_journey_is_needed(shop: Scenario) -> None:
    assert extras(sketch("web(client) --> lb(load_balancer) --> api --> stock --> db(datastore)"), shop) == []


def test_a_single_helper_of_something_needed_is_not_named(shop: Scenario) -> None:
    assert extras(sketch(SHOP, "api --> ids"), shop) == []


def test_what_a_check_takes_as_evidence_is_needed(shop: Scenario) -> None:
    assert extras(sketch(SHOP, "warmer(worker) --> redis(cache)", "api --> redis"), shop) == []


@pytest.mark.parametrize("kind", ["monitoring", "logging", "identity", "cdn", "config", "other"])
def test_what_serves_everything_is_needed(shop: Scenario, kind: str) -> None:
    assert extras(sketch(SHOP, f"api --> tool({kind}) --> second({kind})"), shop) == []


def test_what_the_scenario_speaks_of_is_needed(shop: Scenario) -> None:
    asked = shop.model_copy(update={"prompt": "Design a shop that sends newsletters."})
    board = sketch(SHOP, "api --> mails(queue) --> mailer(worker)", labels={"mailer": "Newsletter worker"})
    assert extras(board, asked) == []


def test_what_a_note_speaks_of_is_needed(shop: Scenario) -> None:
    lines = [SHOP, "api --> pay --> stripe(payment_provider)"]
    labels = {"pay": "Checkout service"}
    assert extras(sketch(*lines, labels=labels, notes=["Users can check out, so checkout is async."]), shop) == []
    assert extras(sketch(*lines, labels=labels, notes=["One service is enough."]), shop) == [{"pay", "stripe"}]


def test_a_box_without_a_connection_is_left_to_the_rule_on_it(shop: Scenario) -> None:
    assert extras(sketch(SHOP, "lonely"), shop) == []


def test_without_a_scenario_only_an_island_without_a_client_stands_out() -> None:
    assert extras(sketch(SHOP, "api --> pay --> stripe(payment_provider)")) == []
    assert extras(sketch(SHOP, "jenkins --> nexus(object_store)")) == [{"jenkins", "nexus"}]


def test_without_a_client_nobody_can_say() -> None:
    assert extras(sketch("api --> db(datastore)", "jenkins --> nexus(object_store)")) == []


def test_a_job_that_touches_what_clients_use_is_needed() -> None:
    assert extras(sketch(SHOP, "nightly(batch_processor) --> db", "nightly --> lake(data_lake)")) == []
