"""Checks made of checks: their parts, and one outcome out of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pydantic import Field

from whiteboard.checks.base import Check, Context
from whiteboard.checks.proposing import proposed
from whiteboard.model.finding import Evidence, Outcome, Status
from whiteboard.model.scenario import PartCheck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.view import Edge


class Composition(Check):
    """Base of `all_of` and `any_of`: several checks that end as one finding."""

    checks: tuple[PartCheck, ...] = Field(min_length=1, description="The parts, without ids of their own.")

    def parts(self, context: Context) -> list[Outcome]:
        """What the checks say, in their order."""
        return [cast("Check", check).evaluate(context) for check in self.checks]

    def mends(self, context: Context) -> Iterator[Mend]:
        """What may mend each of the checks that finds a problem."""
        for check in cast("tuple[Check, ...]", self.checks):
            outcome = check.evaluate(context)
            if outcome.status is Status.PROBLEM:
                yield from proposed(check, context, outcome.evidence)

    @property
    def may_forbid(self) -> bool:
        """Whether any of the checks may."""
        return any(cast("Check", check).may_forbid for check in self.checks)

    def forbidden(self, context: Context) -> frozenset[Edge]:
        """What any of the checks forbids."""
        return frozenset[tuple[str, str]]().union(*(cast("Check", check).forbidden(context) for check in self.checks))


def first_of(statuses: Sequence[Status], parts: Sequence[Outcome]) -> Outcome:
    """The first of these statuses that any part has, with what all parts of that status say and show."""
    for status in statuses:
        if deciding := [part for part in parts if part.status is status]:
            return merged(status, deciding)
    return merged(Status.NOT_APPLICABLE, parts)


def merged(status: Status, parts: Sequence[Outcome]) -> Outcome:
    """One outcome with the messages and the evidence of several."""
    message = " ".join(dict.fromkeys(part.message for part in parts))
    return Outcome(status=status, message=message, evidence=_together([part.evidence for part in parts]))


def _together(pieces: Sequence[Evidence]) -> Evidence:
    return Evidence(
        component_ids=_union([piece.component_ids for piece in pieces]),
        connection_ids=_union([piece.connection_ids for piece in pieces]),
        note_ids=_union([piece.note_ids for piece in pieces]),
        paths=tuple(dict.fromkeys(path for piece in pieces for path in piece.paths)),
        element_ids=_union([piece.element_ids for piece in pieces]),
    )


def _union(ids: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for some in ids for one in some))
