"""What is promised of a fix, on boards of all sorts: see also test_promises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.feedback import assess, with_fixes
from whiteboard.feedback.fixes import edited
from whiteboard.model.dispute import Dispute, DisputeKind

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading
    from whiteboard.model.scenario import Scenario


def summaries(reading: Reading, scenario: Scenario | None = None) -> dict[str, str | None]:
    fixed = with_fixes(assess(reading, scenario), scenario)
    return {f.check_id: f.fix.summary if f.fix else None for f in fixed.findings if f.status == "problem"}


def test_only_problems_have_fixes() -> None:
    reading = sketch("web(client) --> api --> db(datastore)", "redis(cache)")
    fixed = with_fixes(assess(reading))
    assert {f.check_id for f in fixed.findings if f.fix} == {"all-connected"}
    assert replace(fixed, findings=tuple(replace(f, fix=None) for f in fixed.findings)) == assess(reading)


def test_the_fix_makes_the_problem_a_pass() -> None:
    reading = sketch("web(client) --> api --> db(datastore)", "redis(cache)")
    fix = next(f.fix for f in with_fixes(assess(reading)).findings if f.fix)
    after = {f.check_id: f.status for f in assess(edited(reading, fix.edits)).findings}
    assert after["all-connected"] == "pass"


def test_by_what_is_drawn_rather_than_a_new_box() -> None:
    reading = sketch("web(client) --> api --> db(datastore)", "admin(client) --> db")
    assert summaries(reading)["no-direct-store-access"] == "Lead the arrow from Admin to Db through Api."


def test_by_the_checks_of_a_scenario(shop: Scenario) -> None:
    told = summaries(sketch("web(client) --> api --> db(datastore)"), shop)
    assert told["cached"] == "Put a cache between Api and Db." or told["cached"] == "Add a cache and let Api use it."
    assert "a CDN" in (told["has-cdn"] or "")


def test_a_disputed_problem_needs_no_fix(shop: Scenario) -> None:
    reading = sketch("web(client) --> api --> db(datastore)")
    dispute = Dispute(source="shop", check_id="cached", kind=DisputeKind.ACCEPTED, because="It is small.")
    fixed = with_fixes(assess(reading, shop, disputes=(dispute,)), shop)
    assert {f.check_id for f in fixed.findings if f.fix} == {"has-cdn"}
