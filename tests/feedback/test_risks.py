from __future__ import annotations

from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.checks.texts import Texts
from whiteboard.feedback.risks import risk_outcomes
from whiteboard.model.finding import Status
from whiteboard.model.scenario import Acknowledgement, Risk

from .findings import finding

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading
    from whiteboard.model.assessment import RiskOutcome

STAMPEDE = Risk(
    id="stampede",
    title="The cache fails at peak",
    mitigated_by=("cache", "limit"),
    acknowledged_by=Acknowledgement(mentions=("stampede",)),
)


def end(reading: Reading, *passed: str) -> RiskOutcome:
    found = [finding(check, Status.PASS if check in passed else Status.PROBLEM) for check in ("cache", "limit")]
    (outcome,) = risk_outcomes([STAMPEDE], found, Texts(reading))
    return outcome


def test_mitigated_by_the_checks_that_pass() -> None:
    outcome = end(sketch(notes=["Stampede!"]), "limit")
    assert (outcome.status, outcome.check_ids, outcome.note_ids) == ("mitigated", ("limit",), ("n1",))


def test_acknowledged_in_a_note() -> None:
    outcome = end(sketch(notes=["What of a cache stampede?"]))
    assert (outcome.status, outcome.note_ids) == ("acknowledged", ("n1",))


def test_a_label_is_no_note() -> None:
    assert end(sketch("stampede")).status == "open"


def test_open() -> None:
    assert end(sketch("api")).status == "open"
