"""The outcome of a check."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from whiteboard.model.dispute import Dispute
    from whiteboard.model.fix import Fix

Axis = Literal["requirements", "high-level-design", "scaling", "reliability", "security", "data", "communication"]
"""One of the things an interviewer scores apart."""


class Status(StrEnum):
    """What a check found. Only `pass` and `problem` score."""

    PASS = "pass"
    PROBLEM = "problem"
    NOT_SHOWN = "not_shown"
    """The drawing does not say: no replica count, no auth drawn."""
    NOT_APPLICABLE = "not_applicable"
    """What the check is about is not there."""
    ERROR = "error"
    """The check itself failed: our fault, never the candidate's."""


class Severity(StrEnum):
    """How much a problem weighs in the interview."""

    BLOCKER = "blocker"
    MAJOR = "major"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What on the board shows a finding.

    `paths` are walks through the graph, each a sequence of component ids from start
    to end. `element_ids` are the elements of the scene that draw everything named.
    """

    component_ids: tuple[str, ...] = ()
    connection_ids: tuple[str, ...] = ()
    note_ids: tuple[str, ...] = ()
    paths: tuple[tuple[str, ...], ...] = ()
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one check says of one reading: the status, a sentence about this very board, the evidence."""

    status: Status
    message: str
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An outcome together with the check it comes from.

    `check` is the check type, `because` the check's reason (why it matters at all),
    `message` what was found here. `serves` names requirements of the scenario;
    `source` is the id of the scenario or house rule that states the check. `fix` was tried on a copy of the
    board, and mends it. `axis` is what it is scored on. A finding with a `dispute` keeps its status, and is out of
    the score.
    """

    check_id: str
    check: str
    source: str
    title: str
    status: Status
    severity: Severity
    message: str
    because: str
    topic: str | None = None
    serves: tuple[str, ...] = ()
    evidence: Evidence = field(default_factory=Evidence)
    fix: Fix | None = None
    axis: Axis = "high-level-design"
    dispute: Dispute | None = None
