from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.fan_out import FanOut
from whiteboard.model.scenario import Role

from ..judging import ROLES, context, judge, make


@pytest.fixture(autouse=True)
def _feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROLES, "kept", Role(kind=("datastore", "cache")))


FEEDS = make(FanOut, feed="kept", through="queue")


@pytest.mark.parametrize(
    "lines",
    [
        [
            "web(client) --> posts --> kafka(stream) --> filler(worker) --> feed_cache(cache)",
            "web --> feed_service --> feed_cache",
        ],
        ["posts --> kafka(stream) --> filler(worker) --> redis(cache)", "web(client) --> feed_service --> redis"],
        ["posts --> fanout_service --> jobs(queue) --> filler(worker) --> timeline_cache(cache)"],
        ["posts --> jobs(queue) --> fanout(worker) --> db(datastore)"],
    ],
)
def test_feeds_are_filled_beside_the_request(lines: list[str]) -> None:
    outcome = judge(FEEDS, sketch(*lines))
    assert outcome.status == "pass"
    assert outcome.evidence.paths


def test_a_way_for_large_accounts_is_written() -> None:
    reading = sketch(
        "web(client) --> feed_service --> feed_cache(cache)", notes=["Celebrity posts are pulled at reading"]
    )
    assert judge(FEEDS, reading).evidence.note_ids == ("n1",)


def test_only_the_reader_fills_them() -> None:
    outcome = judge(FEEDS, sketch("web(client) --> feed_service --> feed_cache(cache)", "feed_service --> posts"))
    assert outcome.message == "Nothing fills Feed cache when somebody posts: draw a queue and a worker that does."


def test_the_author_waits() -> None:
    lines = ["web(client) --> posts --> fanout_service --> feed_cache(cache)"]
    assert judge(FEEDS, sketch(*lines)).message.startswith("Fanout service writes all feeds while")


def test_where_feeds_are_kept_is_not_drawn() -> None:
    assert judge(FEEDS, sketch("web(client) --> feed_service --> db(datastore)")).status == "not_shown"


def test_no_feed() -> None:
    assert judge(FEEDS, sketch("web(client) --> data_feed_parser --> db(datastore)")).status == "not_applicable"


def test_it_proposes_a_worker() -> None:
    reading = sketch("web(client) --> feed_service --> feed_cache(cache)", "web --> posts --> db(datastore)")
    first = next(FEEDS.mends(context(reading, FEEDS)))
    assert [type(edit).__name__ for edit in first] == ["AddComponent", "AddComponent", "Connect", "Connect", "Connect"]
