from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.balanced import Balanced
from whiteboard.model.scenario import Role

from .. import judging
from ..judging import context, judge, make

CHECK = make(Balanced, **{"from": "client"}, tier="server", via="gateway", placed_by="directory")


@pytest.fixture(autouse=True)
def _roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(judging.ROLES, "server", Role(kind=("service", "realtime_gateway")))
    monkeypatch.setitem(judging.ROLES, "directory", Role(kind=("coordination",)))


def test_through_a_balancer() -> None:
    outcome = judge(CHECK, sketch("web(client) --> lb(load_balancer) --> api"))
    assert outcome.status == "pass"
    assert outcome.evidence.paths == (("web", "lb", "api"),)


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> api"],
        ["api --> web(client)"],
        ["web(client) --> dns(dns) --> api"],
        ["web(client) --> wall(waf) --> api"],
        ["web(client) --> lb(load_balancer) --> other", "web --> api"],
    ],
)
def test_a_bare_way_in(lines: list[str]) -> None:
    outcome = judge(CHECK, sketch(*lines))
    assert outcome.status == "problem"
    assert outcome.evidence.component_ids[0] == "api"


def test_a_directory_places_connections() -> None:
    lines = ["web(client) --> sockets(realtime_gateway)", "sockets --> zookeeper(coordination)"]
    assert judge(CHECK, sketch(*lines)).status == "not_applicable"
    assert judge(CHECK, sketch(lines[0])).status == "problem"


def test_several_servers_that_no_way_leads_to() -> None:
    assert judge(CHECK, sketch("web(client)", "api(service x3)")).status == "problem"
    assert judge(CHECK, sketch("web(client)", "api")).status == "not_applicable"


@pytest.mark.parametrize("lines", [["web(client)"], ["api --> db(datastore)"]])
def test_without_clients_or_servers(lines: list[str]) -> None:
    assert judge(CHECK, sketch(*lines)).status == "not_applicable"


def test_its_mends_put_a_balancer_on_each_bare_way() -> None:
    board = context(sketch("web(client) --> api"), CHECK)
    kinds = [edit.component.kind for mend in CHECK.mends(board) for edit in mend if hasattr(edit, "component")]
    assert kinds == ["api_gateway"]


def test_a_sender_of_ones_own_may_be_balanced() -> None:
    board = sketch("web(client) --> lb(load_balancer) --> mail(notification) --> db(datastore)")
    assert judge(CHECK, board).status == "pass"
    pushing = sketch("web(client) --> lb(load_balancer) --> api", "push(notification) <-> web")
    assert judge(CHECK, pushing).status == "pass"
