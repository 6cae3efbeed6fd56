"""The score of an assessment: bands for each axis, and over all. docs/scoring.md explains it to people.

Each finding weighs by its severity: a blocker 5, a major 3, a minor 1. Possible is the weight of all findings
that could be decided (a pass or a problem) and are not disputed, earned the weight of the passes. What is not shown,
does not apply or failed on our side counts on neither side, so an empty board has 0 of 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from whiteboard.model.assessment import AxisScore, Band, Score
from whiteboard.model.finding import Axis, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.model.finding import Finding

WEIGHTS = {Severity.BLOCKER: 5, Severity.MAJOR: 3, Severity.MINOR: 1}

LEAST_SHARE = ((Band.STRONG, 0.9), (Band.SOLID, 0.7), (Band.MIXED, 0.4), (Band.WEAK, 0.0))
"""What share of the possible points a band asks for at least, the best first."""

_BANDS = tuple(band for band, _ in LEAST_SHARE)

BEST_WITH = {Severity.BLOCKER: Band.MIXED, Severity.MAJOR: Band.SOLID}
"""The best band there is with a problem of a severity, however much else holds."""

LEAST_POSSIBLE = 3
"""Fewer possible points (one major check) are too few for a band."""

MOST_NOT_SHOWN = 0.25
"""Of the possible points: where more than that is not shown, nobody can call it strong."""


def score(findings: Iterable[Finding]) -> Score:
    """Weigh the findings, over all and on each axis."""
    findings = tuple(findings)
    earned, possible = _points(findings)
    band, because = _band(findings)
    return Score(
        earned=earned,
        possible=possible,
        band=band,
        because=because,
        axes=tuple(_axis_score(axis, [f for f in findings if f.axis == axis]) for axis in get_args(Axis)),
    )


def _axis_score(axis: Axis, findings: Sequence[Finding]) -> AxisScore:
    earned, possible = _points(findings)
    band, because = _band(findings)
    return AxisScore(
        axis=axis,
        band=band,
        earned=earned,
        possible=possible,
        decided=sum(map(_counts, findings)),
        not_shown=sum(map(_is_unseen, findings)),
        disputed=sum(finding.dispute is not None for finding in findings),
        because=because,
    )


def _counts(finding: Finding) -> bool:
    return finding.status in {Status.PASS, Status.PROBLEM} and finding.dispute is None


def _is_unseen(finding: Finding) -> bool:
    return finding.status is Status.NOT_SHOWN and finding.dispute is None


def _points(findings: Iterable[Finding]) -> tuple[int, int]:
    """The points that were earned, and those that could be."""
    counted = [finding for finding in findings if _counts(finding)]
    return _weight(f for f in counted if f.status is Status.PASS), _weight(counted)


def _weight(findings: Iterable[Finding]) -> int:
    return sum(WEIGHTS[finding.severity] for finding in findings)


def _band(findings: Sequence[Finding]) -> tuple[Band, str]:
    """The band that findings give, and why in a sentence."""
    if not findings:
        return Band.NOT_ASSESSED, "No check looks at this: a person has to judge it."
    earned, possible = _points(findings)
    if possible < LEAST_POSSIBLE:
        return Band.NOT_ASSESSED, "The drawing decides too little of this: a person has to judge it."
    band = next(band for band, share in LEAST_SHARE if earned >= share * possible)
    earned_of = f"All {possible}" if earned == possible else f"{earned} of the {possible}"
    points = f"{earned_of} points that the drawing decides"
    worst = _worst_problem(findings)
    best = BEST_WITH.get(worst, Band.STRONG) if worst else Band.STRONG
    if _BANDS.index(band) < _BANDS.index(best):
        return best, f"{points}, but a {worst} problem is among the rest."
    unseen = _weight(filter(_is_unseen, findings))
    if band is Band.STRONG and unseen > MOST_NOT_SHOWN * possible:
        return Band.SOLID, f"{points}, but much is not shown."
    return band, f"{points}."


def _worst_problem(findings: Iterable[Finding]) -> Severity | None:
    """The severity of the worst problem that is not disputed."""
    problems = (f.severity for f in findings if f.status is Status.PROBLEM and f.dispute is None)
    return max(problems, key=WEIGHTS.__getitem__, default=None)
