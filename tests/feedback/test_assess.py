from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard import __version__
from whiteboard.feedback import assess
from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.scenarios import load_house_rules

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario

BOARD = sketch("web(client) --> api --> db(datastore)", "web --> db", "api --> redis(cache)")


def test_findings_come_in_the_order_of_the_scenario_then_of_the_rules(shop: Scenario) -> None:
    sources = [finding.source for finding in assess(BOARD, shop).findings]
    assert sources[:3] == ["shop"] * 3
    assert sources[3:] == sorted(sources[3:])
    assert set(sources[3:]) == {rule.id for rule in load_house_rules()}


def test_a_house_rule_is_silent_on_a_topic_that_the_scenario_covers(shop: Scenario) -> None:
    own = tuple(check.model_copy(update={"topic": "direct-db-access"}) for check in shop.checks)
    sources = {finding.source for finding in assess(BOARD, shop.model_copy(update={"checks": own})).findings}
    assert sources == {"shop", *(rule.id for rule in load_house_rules())} - {"direct-db-access"}


def test_an_assessment_holds_what_a_report_shows(shop: Scenario) -> None:
    assessment = assess(BOARD, shop)
    assert (assessment.engine, assessment.scenario_id, assessment.scenario_title) == (__version__, "shop", "A shop")
    assert assessment.reading is BOARD
    assert assessment.roles == {"client": ("web",), "store": ("db",), "cache": ("redis",), "cdn": ()}
    assert assessment.requirements[0].check_ids == ("cached", "has-cdn")
    assert assessment.risks[0].status == "mitigated"


def test_journeys_do_not_use_what_another_check_forbids(shop: Scenario) -> None:
    by_id = {finding.check_id: finding for finding in assess(BOARD, shop).findings}
    assert by_id["no-direct-store"].status == "problem"
    assert by_id["cached"].status == "pass"


def test_house_rules_do_not_use_what_another_house_rule_forbids() -> None:
    reading = sketch("web(client) --> api(service x1) --> db(datastore x2)", "web --> db")
    by_topic = {finding.topic: finding for finding in assess(reading).findings}
    assert by_topic["spof"].evidence.paths == (("web", "api", "db"),)


def test_without_a_scenario_the_house_rules_judge_alone() -> None:
    assessment = assess(BOARD)
    assert (assessment.scenario_id, assessment.requirements, assessment.risks, assessment.roles) == (None, (), (), {})
    assert len(assessment.findings) == sum(len(rule.checks) for rule in load_house_rules())


def test_an_empty_board_earns_nothing(shop: Scenario) -> None:
    assessment = assess(sketch(), shop)
    assert "pass" not in {finding.status for finding in assessment.findings}
    assert assessment.score.earned == 0


def test_a_disputed_problem_is_out_of_the_score(shop: Scenario) -> None:
    before = assess(BOARD, shop)
    dispute = Dispute(source="shop", check_id="no-direct-store", kind=DisputeKind.ACCEPTED, because="It is a demo.")
    after = assess(BOARD, shop, disputes=[dispute, replace(dispute, check_id="cached")])
    assert [finding.status for finding in after.findings] == [finding.status for finding in before.findings]
    assert after.score.possible < before.score.possible
    assert [stale.dispute.check_id for stale in after.stale_disputes] == ["cached"]


def test_findings_are_scored_on_the_axis_of_their_topic() -> None:
    axes = {finding.topic: finding.axis for finding in assess(BOARD).findings}
    assert (axes["direct-db-access"], axes["spof"]) == ("security", "reliability")


def test_assessing_again_gives_the_same(shop: Scenario) -> None:
    assert assess(BOARD, shop) == assess(BOARD, shop)
