"""How each risk of the scenario ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.assessment import RiskOutcome, RiskStatus
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whiteboard.checks.texts import Texts
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Risk


def risk_outcomes(risks: Iterable[Risk], findings: Sequence[Finding], texts: Texts) -> tuple[RiskOutcome, ...]:
    """Each risk: mitigated when one of its checks passes, acknowledged when a note speaks of it, open otherwise."""
    passed = {finding.check_id for finding in findings if finding.status is Status.PASS}
    return tuple(_outcome(risk, passed, texts) for risk in risks)


def _outcome(risk: Risk, passed: set[str], texts: Texts) -> RiskOutcome:
    mitigating = tuple(check for check in risk.mitigated_by if check in passed)
    notes = tuple(dict.fromkeys(_acknowledging(risk, texts)))
    status = RiskStatus.MITIGATED if mitigating else RiskStatus.ACKNOWLEDGED if notes else RiskStatus.OPEN
    return RiskOutcome(risk_id=risk.id, title=risk.title, status=status, check_ids=mitigating, note_ids=notes)


def _acknowledging(risk: Risk, texts: Texts) -> Iterator[str]:
    """The notes (or the components whose notes) speak of the risk."""
    for term in risk.acknowledged_by.mentions if risk.acknowledged_by else ():
        for text in texts.speaking_of(term, "notes"):
            yield text.note or text.component or ""
