from __future__ import annotations

import pytest

from whiteboard.feedback.scoring import score
from whiteboard.model.assessment import Score
from whiteboard.model.finding import Severity, Status

from .findings import finding


def test_severities_weigh() -> None:
    found = [
        finding("a", Status.PASS, Severity.BLOCKER),
        finding("b", Status.PROBLEM, Severity.MAJOR),
        finding("c", Status.PASS, Severity.MINOR),
    ]
    assert score(found) == Score(earned=6, possible=9)


@pytest.mark.parametrize("status", [Status.NOT_SHOWN, Status.NOT_APPLICABLE, Status.ERROR])
def test_only_what_is_decided_counts(status: Status) -> None:
    assert score([finding("a", status)]) == Score(earned=0, possible=0)
