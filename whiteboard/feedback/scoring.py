"""The score of an assessment.

Each finding weighs by its severity: a blocker 5, a major 3, a minor 1. Possible is the weight of all findings
that could be decided (a pass or a problem), earned the weight of the passes. What is not shown, does not apply
or failed on our side counts on neither side, so an empty board has 0 of 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.assessment import Score
from whiteboard.model.finding import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.model.finding import Finding

WEIGHTS = {Severity.BLOCKER: 5, Severity.MAJOR: 3, Severity.MINOR: 1}


def score(findings: Iterable[Finding]) -> Score:
    """Weigh the findings."""
    weight = dict.fromkeys(Status, 0)
    for finding in findings:
        weight[finding.status] += WEIGHTS[finding.severity]
    return Score(earned=weight[Status.PASS], possible=weight[Status.PASS] + weight[Status.PROBLEM])
