from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.forbidden_connection import ForbiddenConnection

from ..judging import context, judge, make

DIRECT = make(ForbiddenConnection, **{"from": "client", "to": "store"})


def test_something_between() -> None:
    outcome = judge(DIRECT, sketch("web(client) --> api --> db(datastore)"))
    assert (outcome.status, outcome.message) == ("pass", "Nothing joins Web directly to Db.")


@pytest.mark.parametrize("arrow", ["-->", "<->", "---", "..>"])
def test_nothing_between(arrow: str) -> None:
    outcome = judge(DIRECT, sketch(f"web(client) {arrow} db(datastore)"))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Web → Db: nothing stands between them.")
    assert outcome.evidence.paths == (("web", "db"),)
    assert outcome.evidence.element_ids == ("el-web", "el-db", "el-c1")


def test_a_store_that_answers_a_client() -> None:
    assert judge(DIRECT, sketch("db(datastore) --> web(client)")).status == "problem"


def test_an_end_that_is_not_drawn() -> None:
    outcome = judge(DIRECT, sketch("web(client) --> api"))
    assert (outcome.status, outcome.message) == ("not_applicable", "No store is drawn.")


def test_what_is_forbidden_is_closed_to_journeys() -> None:
    drawn = context(sketch("web(client) --> db(datastore)", "web --> api --> db"), DIRECT)
    assert drawn.closed == {("web", "db")}
    assert drawn.route("browse").shortest == ("web", "api", "db")


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["web(client) --> lb(load_balancer) --> db(datastore)"], "problem"),
        (["web(client) --> gw(api_gateway) --> lb(load_balancer) --> db(datastore)"], "problem"),
        (["web(client) --> api --> lb(load_balancer) --> db(datastore)", "web --> lb"], "pass"),
        (["web(client) --> api --> db(datastore)"], "pass"),
    ],
)
def test_what_only_passes_requests_on_stands_between_nothing(lines: list[str], status: str) -> None:
    check = make(ForbiddenConnection, **{"from": "client"}, to="store", past="gateway")
    assert judge(check, sketch(*lines)).status == status


def test_only_what_others_ask_as_well() -> None:
    check = make(ForbiddenConnection, **{"from": "client"}, to="store", asked_by="service")
    assert judge(check, sketch("web(client) --> own(datastore)", "api --> db(datastore)")).status == "pass"
    assert judge(check, sketch("web(client) --> db(datastore)", "api --> db")).status == "problem"
