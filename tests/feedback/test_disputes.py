from __future__ import annotations

from dataclasses import replace

from whiteboard.feedback.disputes import with_disputes
from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.model.finding import Status

from .findings import finding

PROBLEM = finding("cached", Status.PROBLEM)
DISPUTE = Dispute(
    source="shop",
    check_id="cached",
    kind=DisputeKind.MITIGATED_ELSEWHERE,
    because="The store caches by itself.",
    component_ids=("web", "db"),
)


def test_a_disputed_problem_keeps_its_status_and_carries_the_dispute() -> None:
    (disputed,), stale = with_disputes([PROBLEM], [DISPUTE], str)
    assert (disputed.status, disputed.dispute, stale) == ("problem", DISPUTE, ())


def test_what_is_not_shown_can_be_disputed_too() -> None:
    (disputed,), stale = with_disputes([finding("cached", Status.NOT_SHOWN)], [DISPUTE], str)
    assert (disputed.status, disputed.dispute, stale) == ("not_shown", DISPUTE, ())


def test_other_findings_stay_as_they_are() -> None:
    findings = (PROBLEM, finding("spof", Status.PROBLEM), finding("cached", Status.PROBLEM, source="other"))
    assert with_disputes(findings, [DISPUTE], str)[0][1:] == findings[1:]


def test_a_dispute_of_what_is_mended_is_stale() -> None:
    (mended,), (stale,) = with_disputes([finding("cached", Status.PASS)], [DISPUTE], str)
    assert (mended.dispute, stale.dispute) == (None, DISPUTE)
    assert stale.because == "“Cached” is no problem any more."


def test_a_dispute_of_what_nobody_checks_is_stale() -> None:
    _, (stale,) = with_disputes([], [DISPUTE], str)
    assert stale.because == "No check cached of shop looks at this board."


def test_a_problem_that_has_spread_is_another_one() -> None:
    narrow = replace(DISPUTE, component_ids=("web",))
    (spread,), (stale,) = with_disputes([PROBLEM], [narrow], str.upper)
    assert (spread.dispute, stale.because) == (None, "“Cached” is now also about DB.")


def test_a_dispute_without_components_holds_wherever_the_problem_is() -> None:
    assert with_disputes([PROBLEM], [replace(DISPUTE, component_ids=())], str)[1] == ()


def test_our_own_failure_makes_nothing_stale() -> None:
    assert with_disputes([finding("cached", Status.ERROR)], [DISPUTE], str)[1] == ()


def test_of_two_disputes_the_last_one_counts() -> None:
    later = replace(DISPUTE, kind=DisputeKind.ACCEPTED)
    assert with_disputes([PROBLEM], [DISPUTE, later], str)[0][0].dispute == later
