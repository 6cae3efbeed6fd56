"""The single result object: everything a report shows is in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Finding


class RiskStatus(StrEnum):
    """How a listed risk ends."""

    MITIGATED = "mitigated"
    ACKNOWLEDGED = "acknowledged"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskOutcome:
    """What became of one risk: which checks mitigate it, or which notes acknowledge it."""

    risk_id: str
    title: str
    status: RiskStatus
    check_ids: tuple[str, ...] = ()
    note_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementOutcome:
    """A requirement of the scenario with the ids of the checks that serve it."""

    requirement_id: str
    type: str
    text: str
    check_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Weights of the checks that passed, of those that could be decided (`pass` or `problem`)."""

    earned: int
    possible: int


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """All findings for one reading against one scenario (or the house rules alone: `scenario_id` None).

    `roles` gives, for each role of the scenario, the ids of the components that match it.
    """

    format: int = 1
    engine: str
    scenario_id: str | None
    scenario_title: str | None
    reading: Reading
    roles: dict[str, tuple[str, ...]]
    requirements: tuple[RequirementOutcome, ...]
    findings: tuple[Finding, ...]
    risks: tuple[RiskOutcome, ...]
    score: Score
