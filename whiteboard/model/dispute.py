"""What a person says against a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DisputeKind(StrEnum):
    """Why a finding should not count."""

    NOT_APPLICABLE = "not_applicable"
    """The check is about something that this design does not have."""
    MITIGATED_ELSEWHERE = "mitigated_elsewhere"
    """Something that the drawing does not show takes care of it."""
    ACCEPTED = "accepted"
    """It is so, and meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A reasoned objection to what the check `check_id` of the scenario or house rule `source` found: a problem, or
    that something is not shown.

    `component_ids` are the components that the finding was about: one that has spread to others since is another
    one, and not disputed yet. Empty: whatever it is about.
    """

    source: str
    check_id: str
    kind: DisputeKind
    because: str
    component_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleDispute:
    """A dispute that no longer meets its finding, and why, in a sentence."""

    dispute: Dispute
    because: str
