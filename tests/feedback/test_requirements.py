from __future__ import annotations

from whiteboard.feedback.requirements import requirement_outcomes
from whiteboard.model.assessment import RequirementOutcome
from whiteboard.model.finding import Status
from whiteboard.model.scenario import Requirement

from .findings import finding


def test_each_requirement_names_the_checks_that_serve_it() -> None:
    requirements = [
        Requirement(id="fast", type="quality", text="Fast"),
        Requirement(id="safe", type="quality", text="Safe"),
    ]
    found = [finding("cache", Status.PASS, serves="fast"), finding("cdn", Status.PROBLEM, serves="fast cheap")]
    assert requirement_outcomes(requirements, found) == (
        RequirementOutcome(requirement_id="fast", type="quality", text="Fast", check_ids=("cache", "cdn")),
        RequirementOutcome(requirement_id="safe", type="quality", text="Safe"),
    )
