from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

from sketch import sketch

from whiteboard.checks.base import Check, Context
from whiteboard.checks.evaluate import evaluate
from whiteboard.checks.types.component import Component
from whiteboard.checks.types.not_ import Not

from .judging import context, make

if TYPE_CHECKING:
    import pytest

    from whiteboard.model.finding import Outcome

BOARD = sketch("web(client) --> redis(cache)")
CACHE = make(Component, role="cache", id="has-a-cache", serves=["speed"], severity="minor")


class Breaks(Check):
    """Fails."""

    check: Literal["breaks"] = "breaks"

    def evaluate(self, context: Context) -> Outcome:
        raise RuntimeError("broken")


def test_a_finding_says_what_the_check_says_and_found() -> None:
    (finding,) = evaluate([CACHE], context(BOARD), "scenario", topic="caching")
    assert (finding.check_id, finding.check, finding.source) == ("has-a-cache", "component", "scenario")
    assert (finding.status, finding.severity, finding.topic) == ("pass", "minor", "caching")
    assert (finding.title, finding.because, finding.serves) == ("Has a cache", "It matters.", ("speed",))
    assert finding.evidence.component_ids == ("redis",)


def test_a_check_keeps_its_own_title_and_topic() -> None:
    check = make(Component, role="cache", title="Cached", topic="own")
    (finding,) = evaluate([check], context(BOARD), "scenario", topic="other")
    assert (finding.title, finding.topic) == ("Cached", "own")


def test_a_check_that_fails_is_our_error_and_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        findings = evaluate([make(Breaks), CACHE], context(BOARD), "scenario")
    assert [finding.status for finding in findings] == ["error", "pass"]
    assert "broken" not in findings[0].message
    assert "broken" in caplog.text


def test_an_empty_board_earns_nothing() -> None:
    no_cache = make(Not, of=make(Component, role="cache"))
    (finding,) = evaluate([no_cache], context(sketch()), "scenario")
    assert (finding.status, finding.message) == ("not_applicable", "The board is empty.")
    (finding,) = evaluate([no_cache], context(sketch("api")), "scenario")
    assert finding.status == "pass"
