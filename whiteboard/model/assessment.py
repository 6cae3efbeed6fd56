"""The single result object: everything a report shows is in here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading
    from whiteboard.model.dispute import StaleDispute
    from whiteboard.model.finding import Axis, Finding


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


class Band(StrEnum):
    """How good an axis looks, as coarsely as a drawing allows to say; the thresholds are in docs/scoring.md."""

    STRONG = "strong"
    SOLID = "solid"
    MIXED = "mixed"
    WEAK = "weak"
    NOT_ASSESSED = "not_assessed"
    """Too little is decided: a person has to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisScore:
    """One axis: the weights of its checks that passed, of those that count, and the band they give.

    `because` says in a sentence what the band comes from. `decided`, `not_shown` and `disputed` count its findings.
    """

    axis: Axis
    band: Band
    earned: int
    possible: int
    decided: int
    not_shown: int
    disputed: int
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Weights of the checks that passed, of those that could be decided (`pass` or `problem`) and are not disputed,
    over all and for each axis. `because` says in a sentence what the band over all comes from.
    """

    earned: int
    possible: int
    band: Band = Band.NOT_ASSESSED
    because: str = ""
    axes: tuple[AxisScore, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra:
    """Components that hang together and that nothing asked for needs, as far as the drawing shows, and why so.

    Said gently: it is no finding, and does not score.
    """

    component_ids: tuple[str, ...]
    message: str


KnownBy = Literal["person", "labels", "roles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyTaken:
    """Which walk on the board was taken to be a journey (`walk`: component ids; empty when there is none), and
    how one knows: a person said so, labels do ("GET", "write", "upload"), or only roles and direction.

    To correct it, give `assess` the components that the journey passes instead. `stale`: such a correction was
    given, but its components are no longer joined that way. `source` states the journey: a scenario or house rule.
    """

    journey_id: str
    source: str
    walk: tuple[str, ...]
    known_by: KnownBy
    because: str
    stale: bool = False
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """All findings for one reading against one scenario (or the house rules alone: `scenario_id` None).

    `roles` gives, for each role of the scenario, the ids of the components that match it. `stale_disputes` are those
    that no longer meet a finding.
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
    extras: tuple[Extra, ...] = ()
    stale_disputes: tuple[StaleDispute, ...] = ()
    journeys: tuple[JourneyTaken, ...] = ()
