"""What a check type is: its fields are the keys in a file, `evaluate` decides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from whiteboard.checks.context import Context
from whiteboard.model.finding import Evidence, Outcome, Status
from whiteboard.model.scenario import CheckSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.graph.view import Edge
    from whiteboard.model.fix import Edit

__all__ = ["Check", "Context", "not_applicable", "not_shown", "passed", "problem"]

_NOTHING = Evidence()


class Check(CheckSpec, ABC):
    """Base of all check types."""

    @abstractmethod
    def evaluate(self, context: Context) -> Outcome:
        """Judge the board. Passes, or finds a problem, only when the drawing says so."""

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Edits that might turn this check from a problem to a pass, the smallest first.

        They are proposals: each is tried on a copy of the board before anybody is shown it. A check that
        proposes nothing gets the general proposals, made from its evidence.
        """
        del context
        return iter(())

    @property
    def may_forbid(self) -> bool:
        """Whether it is of a type that forbids edges at all."""
        return type(self).forbidden is not Check.forbidden

    def forbidden(self, context: Context) -> frozenset[Edge]:
        """The drawn edges (from, to) that this check forbids; no journey of its file uses them."""
        del context
        return frozenset()


def passed(message: str, evidence: Evidence = _NOTHING) -> Outcome:
    """What the check asks for is there."""
    return Outcome(status=Status.PASS, message=message, evidence=evidence)


def problem(message: str, evidence: Evidence = _NOTHING) -> Outcome:
    """The drawing shows the opposite of what the check asks for."""
    return Outcome(status=Status.PROBLEM, message=message, evidence=evidence)


def not_shown(message: str, evidence: Evidence = _NOTHING) -> Outcome:
    """The drawing does not say; the message says what to draw."""
    return Outcome(status=Status.NOT_SHOWN, message=message, evidence=evidence)


def not_applicable(message: str, evidence: Evidence = _NOTHING) -> Outcome:
    """What the check is about is not on the board."""
    return Outcome(status=Status.NOT_APPLICABLE, message=message, evidence=evidence)
