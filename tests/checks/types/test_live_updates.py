from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.live_updates import LiveUpdates

from ..judging import context, judge, make

LIVE = make(LiveUpdates, **{"from": "client"}, through="queue")


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> ws(realtime_gateway x3) --> bus(pubsub)", "bus --> ws"],
        ["web(client) --> ws(realtime_gateway x3) <-> bus(pubsub)"],
        ["web(client) --> ws(realtime_gateway x3) --> chat --> kafka(stream) --> ws"],
        ["web(client) --> ws(realtime_gateway x3)", "chat --> ws", "chat --> session_registry"],
        ["web(client) --> ws(realtime_gateway)", "chat --> ws"],
        ["a(client) --> ws_1(realtime_gateway) --> bus(queue) --> ws_2(realtime_gateway)", "b(client) --> ws_2"],
        ["a(client) --> ws_1(realtime_gateway) --> ws_2(realtime_gateway)", "ws_2 --> ws_1"],
    ],
)
def test_updates_reach_every_server(lines: list[str]) -> None:
    outcome = judge(LIVE, sketch(*lines))
    assert outcome.status == "pass"
    assert outcome.evidence.component_ids


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> ws(realtime_gateway x3) --> chat --> db(datastore)"],
        ["web(client) --> lb(load_balancer) --> ws(realtime_gateway) --> chat"],
        ["a(client) --> ws_1(realtime_gateway) --> chat", "b(client) --> ws_2(realtime_gateway) --> chat"],
        ["web(client) --> ws(realtime_gateway x3)", "bus(pubsub) --> ws"],
        ["web(client) --> ws(realtime_gateway x3) --> bus(pubsub)"],
    ],
)
def test_nothing_joins_the_servers(lines: list[str]) -> None:
    assert judge(LIVE, sketch(*lines)).status == "problem"


def test_a_cache_that_is_named_for_it_is_a_bus() -> None:
    lines = ["web(client) --> ws(realtime_gateway x3) <-> redis(cache)"]
    assert judge(LIVE, sketch(*lines, labels={"redis": "Redis (pub/sub)"})).status == "pass"


def test_a_service_behind_an_open_connection_holds_it() -> None:
    outcome = judge(LIVE, sketch("web(client) -[WebSocket]-> docs(service x2) --> db(datastore)"))
    assert (outcome.status, outcome.evidence.component_ids) == ("problem", ("docs",))


def test_a_line_with_two_heads_may_bring_updates_back() -> None:
    assert judge(LIVE, sketch("web(client) --> ws(realtime_gateway x3) <-> chat")).status == "not_shown"


def test_one_server_of_which_nothing_is_known() -> None:
    assert judge(LIVE, sketch("web(client) --> ws(realtime_gateway) --> chat")).status == "not_shown"


@pytest.mark.parametrize("label", ["GET state every 5 s", "refresh every minute", "fetch each 200 ms"])
def test_clients_ask_by_interval(label: str) -> None:
    outcome = judge(LIVE, sketch(f"web(client) -[{label}]-> api --> db(datastore)"))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Again and again Web must ask")


def test_polling_for_what_need_not_be_live() -> None:
    assert judge(LIVE, sketch("web(client) -[poll export status]-> api")).status == "not_applicable"
    assert judge(LIVE, sketch("web(client) -[poll]-> auction")).status == "problem"


@pytest.mark.parametrize(
    "lines",
    [
        ["sensors(client) --> ws(realtime_gateway x3) --> kafka(stream)"],
        ["web(client) --> sfu(realtime_gateway x3)"],
        ["web(client) --> presence_servers(realtime_gateway)"],
        ["web(client) --> api"],
    ],
)
def test_nobody_waits_for_updates(lines: list[str]) -> None:
    assert judge(LIVE, sketch(*lines)).status == "not_applicable"


def test_it_proposes_a_bus() -> None:
    reading = sketch("a(client) --> ws_1(realtime_gateway) --> chat", "b(client) --> ws_2(realtime_gateway) --> chat")
    assert [len(mend) for mend in LIVE.mends(context(reading, LIVE))] == [5]


def test_it_proposes_an_open_connection() -> None:
    reading = sketch("web(client) -[GET every 5 s]-> lb(load_balancer) --> api")
    assert [len(mend) for mend in LIVE.mends(context(reading, LIVE))] == [5, 5]
