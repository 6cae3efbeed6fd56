from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.service_tier import ServiceTier
from whiteboard.model.fix import AddComponent, Connect

from ..judging import context, judge, make

CHECK = make(ServiceTier)


def test_several_services() -> None:
    assert judge(CHECK, sketch("web(client) --> order", "web --> payment")).status == "pass"


@pytest.mark.parametrize(
    "label", ["Server (login, search, uploads)", "Backend: monolith", "App\n(orders / payments / reviews)"]
)
def test_one_box_for_everything(label: str) -> None:
    outcome = judge(CHECK, sketch("web(client) --> api --> db(datastore)", labels={"api": label}))
    assert outcome.status == "problem"
    assert outcome.evidence.component_ids == ("api",)


@pytest.mark.parametrize("label", ["Server (Java, Spring Boot, Tomcat)", "Server (stateless, 8 GB, 4 cores)"])
def test_a_list_of_products_and_sizes_is_none_of_duties(label: str) -> None:
    assert judge(CHECK, sketch("web(client) --> api --> db(datastore)", labels={"api": label})).status != "problem"


def test_paths_of_requests_are_duties() -> None:
    line = "web(client) -[POST /orders GET /reviews GET /search]-> server --> db(datastore)"
    assert judge(CHECK, sketch(line)).status == "problem"


@pytest.mark.parametrize("lines", [["lb(load_balancer) --> server"], ["server(service x3)"], ["photo"]])
def test_a_tier_of_one_thing(lines: list[str]) -> None:
    assert judge(CHECK, sketch(*lines)).status == "pass"


def test_no_service_between_clients_and_stores() -> None:
    outcome = judge(CHECK, sketch("web(client) --> db(datastore)"))
    assert (outcome.status, outcome.evidence.paths) == ("problem", (("web", "db"),))


def test_one_box_that_says_nothing() -> None:
    assert judge(CHECK, sketch("web(client) --> server --> db(datastore)")).status == "not_shown"


def test_no_service_and_no_way() -> None:
    assert judge(CHECK, sketch("jobs(queue) --> w(worker)")).status == "not_applicable"


def test_it_mends_with_a_service_that_has_a_store_of_its_own() -> None:
    labels = {"api": "Server (login, search, uploads)"}
    board = sketch("web(client) --> gw(api_gateway) --> api --> db(datastore)", labels=labels)
    edits = next(CHECK.mends(context(board, CHECK)))
    arrows = [(e.connection.source, e.connection.target) for e in edits if isinstance(e, Connect)]
    added = {e.component.id: e.component.label for e in edits if isinstance(e, AddComponent)}
    service, store = added
    assert list(added.values()) == ["Login service", "Login DB"]
    assert arrows == [("gw", service), (service, store)]
