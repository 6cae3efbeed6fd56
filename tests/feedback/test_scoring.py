from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from whiteboard.feedback.scoring import score
from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.model.finding import Severity, Status

from .findings import finding

if TYPE_CHECKING:
    from whiteboard.model.assessment import AxisScore
    from whiteboard.model.finding import Finding

DISPUTE = Dispute(source="shop", check_id="b", kind=DisputeKind.ACCEPTED, because="A prototype.")


def axis(findings: list[Finding], name: str = "high-level-design") -> AxisScore:
    return next(axis for axis in score(findings).axes if axis.axis == name)


def found(passes: int, problems: int, not_shown: int = 0) -> list[Finding]:
    statuses = [Status.PASS] * passes + [Status.PROBLEM] * problems + [Status.NOT_SHOWN] * not_shown
    return [finding(f"f{number}", status, Severity.MINOR) for number, status in enumerate(statuses)]


def test_severities_weigh() -> None:
    total = score(
        [
            finding("a", Status.PASS, Severity.BLOCKER),
            finding("b", Status.PROBLEM, Severity.MAJOR),
            finding("c", Status.PASS, Severity.MINOR),
        ]
    )
    assert (total.earned, total.possible) == (6, 9)


@pytest.mark.parametrize("status", [Status.NOT_SHOWN, Status.NOT_APPLICABLE, Status.ERROR])
def test_only_what_is_decided_counts(status: Status) -> None:
    total = score([finding("a", status)])
    assert (total.earned, total.possible, total.band) == (0, 0, "not_assessed")


@pytest.mark.parametrize(
    ("passes", "problems", "band"),
    [(9, 1, "strong"), (8, 1, "solid"), (7, 3, "solid"), (6, 4, "mixed"), (4, 6, "mixed"), (3, 7, "weak")],
)
def test_bands(passes: int, problems: int, band: str) -> None:
    assert axis(found(passes, problems)).band == band


def test_an_axis_that_nothing_decides_is_left_to_a_person() -> None:
    assert axis([], "communication").band == "not_assessed"
    assert axis([finding("a", Status.PASS, Severity.MINOR)]).band == "not_assessed"


def test_each_axis_counts_its_own_findings() -> None:
    security = [replace(one, axis="security") for one in found(0, 3)]
    assert axis([*found(3, 0), *security]).band == "strong"
    assert axis([*found(3, 0), *security], "security").band == "weak"


def test_an_open_blocker_is_never_solid() -> None:
    assert axis([*found(50, 0), finding("b", Status.PROBLEM, Severity.BLOCKER)]).band == "mixed"


def test_nothing_is_strong_with_a_major_problem() -> None:
    scored = axis([*found(50, 0), finding("b", Status.PROBLEM)])
    assert scored.band == "solid"
    assert scored.because == "50 of the 53 points that the drawing decides, but a major problem is among the rest."


def test_nothing_is_strong_of_which_much_is_not_shown() -> None:
    assert axis(found(4, 0, not_shown=1)).band == "strong"
    assert axis(found(4, 0, not_shown=2)).band == "solid"


def test_a_disputed_problem_is_out_of_the_score_and_counted() -> None:
    disputed = replace(finding("b", Status.PROBLEM, Severity.BLOCKER), dispute=DISPUTE)
    scored = axis([*found(6, 0), disputed])
    assert (scored.earned, scored.possible, scored.disputed, scored.band) == (6, 6, 1, "strong")


def test_what_is_disputed_is_no_longer_missing() -> None:
    *rest, last = found(4, 0, not_shown=2)
    scored = axis([*rest, replace(last, dispute=DISPUTE)])
    assert (scored.not_shown, scored.disputed, scored.band) == (1, 1, "strong")


def test_the_reason_is_a_sentence() -> None:
    assert axis(found(3, 3)).because == "3 of the 6 points that the drawing decides."


def test_all_points_are_called_all() -> None:
    assert axis(found(3, 0)).because == "All 3 points that the drawing decides."
