from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.tracked import Tracked

from ..judging import context, judge, make

ONLINE = make(
    Tracked,
    **{"from": "client"},
    what="presence",
    held_in=["connection_registry"],
    needed_by=["conversation", "collaboration"],
)


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> ws(realtime_gateway) --> chat", "ws --> presence_service"],
        ["web(client) --> ws(realtime_gateway) --> chat --> session_store(cache)"],
        ["web(client) --> ws(realtime_gateway) --> chat", "ws -[heartbeat]-> redis(cache)"],
        ["web(client) --> presence_service"],
    ],
)
def test_tracked(lines: list[str]) -> None:
    assert judge(ONLINE, sketch(*lines)).status == "pass"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> ws(realtime_gateway) --> chat"],
        ["user_1(client) --> ws(realtime_gateway) --> api", "user_2(client) --> ws"],
        ["user_1(client) -[GET every 5 s]-> api", "user_2(client) --> api"],
    ],
)
def test_people_meet_and_nothing_tracks_them(lines: list[str]) -> None:
    assert judge(ONLINE, sketch(*lines)).status == "problem"


def test_a_record_that_nothing_is_connected_to() -> None:
    assert judge(ONLINE, sketch("web(client) --> ws(realtime_gateway) --> chat", "presence")).status == "not_shown"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> ws(realtime_gateway) --> scores"],
        ["web(client) --> chat"],
        ["web(client) --> payments --> session_service"],
    ],
)
def test_nobody_meets_live(lines: list[str]) -> None:
    assert judge(ONLINE, sketch(*lines)).status == "not_applicable"


def test_it_proposes_a_record() -> None:
    reading = sketch("web(client) --> ws(realtime_gateway) --> chat")
    assert [len(mend) for mend in ONLINE.mends(context(reading, ONLINE))] == [2]
