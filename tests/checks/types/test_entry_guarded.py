from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.entry_guarded import EntryGuarded
from whiteboard.model.scenario import Role

from ..judging import ROLES, context, judge, make


@pytest.fixture(autouse=True)
def _guards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROLES, "identity", Role(kind=("identity",)))
    monkeypatch.setitem(ROLES, "limiter", Role(kind=("rate_limiter",)))


KNOWN = make(EntryGuarded, **{"from": "client"}, by="identity", says="identity_check")
LIMITED = make(EntryGuarded, **{"from": "client"}, by="limiter", says="caller_limit")


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> gw(api_gateway) --> api", "gw --> auth(identity)"],
        ["web(client) --> auth(identity) --> api"],
        ["web(client) --> auth(identity)", "web --> lb(load_balancer) --> api"],
        ["web(client) --> bff --> api --> auth(identity)"],
        ["web(client) --> lb(load_balancer) --> api", "auth(identity) --> lb"],
        ["web(client) -[JWT]-> gw(api_gateway) --> api"],
        ["web(client) --> lb(load_balancer) -[with login token]-> api", "web -[OAuth]-> lb"],
    ],
)
def test_every_way_in_is_guarded(lines: list[str]) -> None:
    assert judge(KNOWN, sketch(*lines)).status == "pass"


def test_a_note_of_the_component_counts_for_its_way() -> None:
    labels = {"gw": "Gateway (authentication, routing)"}
    assert judge(KNOWN, sketch("web(client) --> gw(api_gateway) --> api", labels=labels)).status == "pass"


def test_a_note_on_the_board_counts_for_all_ways() -> None:
    reading = sketch("web(client) --> api", notes=["Callers send an access token."])
    assert judge(KNOWN, reading).evidence.note_ids == ("n1",)


def test_a_boundary_named_for_the_guard() -> None:
    reading = sketch("web(client) --> api", groups={"Authenticated zone": ["api"]})
    assert judge(KNOWN, reading).status == "pass"


def test_a_way_past_the_guard() -> None:
    outcome = judge(KNOWN, sketch("web(client) --> auth(identity) --> api", "partner(client) --> export"))
    assert outcome.status == "problem"
    assert outcome.evidence.paths == (("partner", "export"),)


def test_a_client_past_the_entry_where_the_guard_is_said() -> None:
    labels = {"lb": "LB with authentication"}
    lines = ["web(client) --> lb(load_balancer) --> api", "app(client) --> history"]
    assert judge(KNOWN, sketch(*lines, labels=labels)).evidence.paths == (("app", "history"),)


def test_what_a_cdn_serves_is_for_everybody() -> None:
    lines = ["web(client) --> auth(identity) --> api", "web --> cdn(cdn) --> media"]
    assert judge(KNOWN, sketch(*lines)).status == "pass"
    assert judge(KNOWN, sketch("web(client) --> cdn(cdn) --> api")).status == "not_shown"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> gw(api_gateway) --> api"],
        ["web(client) --> gw(api_gateway) --> api", "auth(identity)"],
    ],
)
def test_silence_is_not_shown(lines: list[str]) -> None:
    assert judge(KNOWN, sketch(*lines)).status == "not_shown"


def test_what_is_left_out_is_not_shown() -> None:
    assert judge(KNOWN, sketch("web(client) --> api", notes=["Out of scope: login"])).status == "not_shown"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> api --> notifier(notification) --> limiter(rate_limiter) --> sms(external_service)"],
        ["web(client) --> api --> mail_service", "mail_service --> limiter(rate_limiter)"],
    ],
)
def test_a_limit_for_what_goes_out_is_none(lines: list[str]) -> None:
    assert judge(LIMITED, sketch(*lines, notes=["rate limit per provider"])).status == "not_shown"


def test_nobody_comes_in() -> None:
    assert judge(KNOWN, sketch("db(datastore) --> copy(datastore)")).status == "not_applicable"
    assert judge(KNOWN, sketch("api --> db(datastore)")).status == "not_shown"
    assert judge(KNOWN, sketch("web(client) --> kafka(stream) --> taker(worker)")).status == "not_shown"


def test_an_entry_that_serves_from_a_store() -> None:
    assert judge(KNOWN, sketch("web(client) --> ws(realtime_gateway) --> db(datastore)")).status == "not_shown"
    assert judge(KNOWN, sketch("web(client) --> cdn(cdn) --> files(object_store)")).status == "not_applicable"


def test_clients_that_reach_nothing_but_a_store() -> None:
    assert judge(KNOWN, sketch("web(client) --> db(datastore)")).status == "not_shown"


def test_the_login_of_a_mail_service_is_no_limit_for_what_goes_out() -> None:
    lines = ["web(client) --> lb(load_balancer) --> mail(notification) --> auth(identity)", "mail --> db(datastore)"]
    assert judge(KNOWN, sketch(*lines)).status == "pass"


def test_one_limited_way_is_enough() -> None:
    some = make(EntryGuarded, **{"from": "client"}, by="limiter", says="caller_limit", one_is_enough=True)
    limited = sketch("web(client) --> limit(rate_limiter) --> api", "partner(client) --> export")
    assert judge(LIMITED, limited).status == "problem"
    assert judge(some, limited).status == "pass"


def test_it_proposes_to_ask_the_drawn_guard() -> None:
    reading = sketch("web(client) --> gw(api_gateway) --> api", "gw --> auth(identity)", "partner(client) --> export")
    assert len(next(KNOWN.mends(context(reading, KNOWN)))) == 1


def test_it_proposes_to_lead_through_the_drawn_guard() -> None:
    reading = sketch("web(client) --> rl(rate_limiter) --> api", "app(client) --> api")
    assert next(LIMITED.mends(context(reading, LIMITED)))
