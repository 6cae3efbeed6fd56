"""The bounded search for the edits that mend one problem.

From the board as it is, proposals are tried on copies, level by level: first those of the check that found the
problem. Where a copy still has (a part of) the problem, or has a new one, the proposals for that are tried on top of
it. The first edits that turn the problem to a pass, and no other finding to a problem, are the fix; of those found
on one level, edits that hide nothing that the board showed before (no pass becomes `not_shown`) are preferred.

How much is tried is bounded by counting copies, never by the clock, so the same board always gets the same fix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.feedback.fixes.proposals import proposals
from whiteboard.feedback.fixes.soundness import is_sound
from whiteboard.feedback.fixes.trial import Trial
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Finding

LEVELS = 6
"""How many proposals a fix is made of at most."""

WIDTH = 4
"""How many copies of a level are built on."""

CHOICE = 3
"""How many fixes are looked at for one that hides nothing."""

MOST_EDITS = 12
"""A fix of more edits is a new design."""


class Allowance:
    """How many more copies may be tried."""

    def __init__(self, copies: int) -> None:
        self._left = copies

    def spend(self) -> bool:
        """Take one copy; False when none is left."""
        self._left -= 1
        return self._left >= 0


@dataclass(frozen=True, slots=True)
class _Found:
    """Edits that mend the problem; `hides` when a finding that passed is no longer shown."""

    edits: Mend
    hides: bool


def find_edits(board: Trial, problem: int, allowance: Allowance) -> Mend | None:
    """The smallest edits found that mend the problem that the check with this number finds; None when none is found."""
    level = [(board, problem)]
    for _ in range(LEVELS):
        found: list[_Found] = []
        following: list[tuple[Trial, int]] = []
        for copy, broken in _copies(level, allowance):
            result = _judge(board, copy, problem, broken)
            if isinstance(result, _Found):
                found.append(result)
                if not result.hides or len(found) == CHOICE:
                    break
            elif result is not None and len(following) < WIDTH:
                following.append((copy, result))
        if found:
            return min(found, key=lambda one: one.hides).edits
        level = following
    return None


def _copies(level: list[tuple[Trial, int]], allowance: Allowance) -> Iterator[tuple[Trial, Finding]]:
    """All copies one proposal further, each with what was found before on what the proposal is for."""
    seen: set[Mend] = set()
    for trial, broken in level:
        for mend in proposals(trial.checks[broken], trial.finding(broken)):
            edits = (*trial.edits, *mend)
            if not mend or edits in seen or len(edits) > MOST_EDITS:
                continue
            seen.add(edits)
            if not allowance.spend():
                return
            if copy := trial.with_edits(mend):
                yield copy, trial.finding(broken)


def _judge(board: Trial, copy: Trial, problem: int, before: Finding) -> _Found | int | None:
    """The fix, when the copy is one; the number of the check to mend next; None when it leads nowhere."""
    finding = copy.finding(problem)
    if finding.status in {Status.PROBLEM, Status.NOT_SHOWN}:
        return problem if _has_moved(before, finding) else None
    if finding.status is not Status.PASS or not is_sound(board, copy):
        return None
    for number, earlier in enumerate(board.findings):
        status = copy.finding(number).status
        if status is Status.ERROR and earlier.status is not Status.ERROR:
            return None  # what a check can't judge is not proved
        if earlier.status is not Status.PROBLEM and status is Status.PROBLEM:
            return number
    hides = any(
        earlier.status is Status.PASS and copy.finding(number).status is not Status.PASS
        for number, earlier in enumerate(board.findings)
    )
    return _Found(copy.edits, hides)


def _has_moved(before: Finding, after: Finding) -> bool:
    """Whether a problem that is not mended yet is at least another one than before."""
    return (before.check_id, before.message, before.evidence) != (after.check_id, after.message, after.evidence)
