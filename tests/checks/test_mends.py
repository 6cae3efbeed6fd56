"""The check types that mend what they find: one of their proposals makes the problem a pass."""

from __future__ import annotations

from typing import Any, cast

import pytest
from sketch import sketch

from whiteboard.checks.base import Check
from whiteboard.checks.types.all_of import AllOf
from whiteboard.checks.types.any_of import AnyOf
from whiteboard.checks.types.component import Component
from whiteboard.checks.types.connected import Connected
from whiteboard.checks.types.consumed import Consumed
from whiteboard.checks.types.forbidden_connection import ForbiddenConnection
from whiteboard.checks.types.mentions import Mentions
from whiteboard.checks.types.no_single_point import NoSinglePoint
from whiteboard.checks.types.not_ import Not
from whiteboard.checks.types.redundant import Redundant
from whiteboard.checks.types.waypoint import Waypoint
from whiteboard.feedback.fixes import edited
from whiteboard.model.architecture import Reading

from .judging import context, judge, make

SHOP = "web(client) --> api --> db(datastore)"

FLAWED = [
    (make(Component, role="cache"), [SHOP]),
    (make(Waypoint, journey="browse", via="cache", between=["service", "store"], accept=["inline", "aside"]), [SHOP]),
    (make(Waypoint, journey="browse", via="gateway"), [SHOP]),
    (make(Waypoint, journey="browse", via="service"), ["web(client) --> api", "db(datastore)"]),
    (make(ForbiddenConnection, **{"from": "client", "to": "store"}), [SHOP, "web --> db"]),
    (make(NoSinglePoint, journey="browse"), ["web(client) --> api(service x1) --> db(datastore x1)"]),
    (make(NoSinglePoint, journey="browse"), ["web(client) --> api --> db(datastore x1)"]),
    (make(Redundant, role="service", min=3), ["web(client) --> api(service x1)"]),
    (make(Consumed, role="queue"), [SHOP, "api --> jobs(queue)"]),
    (make(Consumed, role="queue"), [SHOP, "jobs(queue) --> mailer(worker)"]),
    (make(Connected), [SHOP, "redis(cache)"]),
    (make(Connected), [SHOP, "api --> jobs(queue) --> mailer(worker)"]),
]


def mended(check: Check, reading: Reading) -> list[str]:
    before = context(reading, check)
    return [judge(check, edited(reading, mend)).status for mend in check.mends(before) if mend]


@pytest.mark.parametrize(("check", "lines"), FLAWED, ids=lambda value: getattr(value, "check", None))
def test_a_proposal_mends_the_problem(check: Check, lines: list[str]) -> None:
    assert judge(check, sketch(*lines)).status == "problem"
    assert "pass" in mended(check, sketch(*lines))


@pytest.mark.parametrize("type_", [AllOf, AnyOf])
def test_a_composition_mends_a_part(type_: type[Check]) -> None:
    check = cast("Any", type_).model_construct(id="both", because="-", checks=(make(Component, role="cache"),))
    assert "pass" in mended(check, sketch(SHOP))


def test_what_is_silent_or_there_too_much_proposes_nothing() -> None:
    silent = make(Mentions, any=["fallback"])
    assert mended(silent, sketch(SHOP)) == []
    assert mended(Not.model_construct(id="no", because="-", check="not", of=silent), sketch(SHOP)) == []
