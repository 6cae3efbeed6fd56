from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.feedback import assess, with_fixes
from whiteboard.feedback.fixes import edited
from whiteboard.model.dispute import Dispute, DisputeKind

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading
    from whiteboard.model.fix import Fix
    from whiteboard.model.scenario import Scenario

SOUND = "web(client) --> gw(api_gateway) --> api --> db(datastore)"


def fixes(reading: Reading, scenario: Scenario | None = None) -> dict[str, Fix | None]:
    fixed = with_fixes(assess(reading, scenario), scenario)
    return {finding.check_id: finding.fix for finding in fixed.findings if finding.status == "problem"}


def told(reading: Reading, check_id: str, scenario: Scenario | None = None) -> str:
    fix = fixes(reading, scenario)[check_id]
    assert fix is not None
    return fix.summary


def test_only_problems_have_fixes_and_nothing_else_changes() -> None:
    reading = sketch(SOUND, "redis(cache)")
    fixed = with_fixes(assess(reading))
    assert {finding.status for finding in fixed.findings if finding.fix} == {"problem"}
    assert replace(fixed, findings=tuple(replace(f, fix=None) for f in fixed.findings)) == assess(reading)


def test_the_fix_makes_the_problem_a_pass() -> None:
    reading = sketch(SOUND, "redis(cache)")
    fix = fixes(reading)["all-connected"]
    assert fix is not None
    after = {finding.check_id: finding.status for finding in assess(edited(reading, fix.edits)).findings}
    assert after["all-connected"] == "pass"


def test_what_is_drawn_is_used_before_a_new_box() -> None:
    reading = sketch(SOUND, "redis(cache)")
    assert told(reading, "all-connected") == "Draw an arrow from Api to Redis."


def test_a_client_takes_the_door_that_others_take() -> None:
    reading = sketch(SOUND, "admin(client) --> db")
    assert told(reading, "no-direct-store-access") == "Lead the arrow from Admin to Gw instead of Db."


def test_checks_of_a_scenario_have_fixes_too(shop: Scenario) -> None:
    assert told(sketch(SOUND), "cached", shop) == "Add a cache for Api to use."


def test_a_disputed_problem_needs_no_fix(shop: Scenario) -> None:
    dispute = Dispute(source="shop", check_id="cached", kind=DisputeKind.ACCEPTED, because="It is small.")
    fixed = with_fixes(assess(sketch(SOUND), shop, disputes=(dispute,)), shop)
    assert "cached" not in {finding.check_id for finding in fixed.findings if finding.fix}


def test_a_journey_that_a_person_corrected_stays_corrected(shop: Scenario) -> None:
    reading = sketch(SOUND, "gw --> old --> archive(datastore)")
    assessment = assess(reading, shop, told={"browse": ("web", "gw", "old", "archive")})
    fixed = with_fixes(assessment, shop)
    fix = next(finding.fix for finding in fixed.findings if finding.check_id == "cached")
    assert fix is not None
    assert fix.summary == "Add a cache for Old to use."


def test_an_empty_board_has_nothing_to_fix() -> None:
    assert with_fixes(assess(sketch())) == assess(sketch())
