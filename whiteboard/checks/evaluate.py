"""Running checks: each becomes one finding, whatever happens inside it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, cast

from whiteboard.checks import wording
from whiteboard.model.finding import Finding, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.checks.base import Check, Context
    from whiteboard.model.scenario import CheckSpec

_log = logging.getLogger(__name__)


def evaluate(
    checks: Iterable[CheckSpec], context: Context, source: str, *, topic: str | None = None
) -> tuple[Finding, ...]:
    """The findings of checks, in their order. `source` is the id of the scenario or house rule that states them;
    `topic` is what a check without a topic of its own is about.
    """
    return tuple(_finding(cast("Check", check), context, source, topic) for check in checks)


def _finding(check: Check, context: Context, source: str, topic: str | None) -> Finding:
    outcome = _outcome(check, context)
    return Finding(
        check_id=check.id,
        check=check.check,
        source=source,
        title=check.title or wording.title(check.id),
        status=outcome.status,
        severity=check.severity,
        message=outcome.message,
        because=check.because,
        topic=check.topic or topic,
        serves=check.serves,
        evidence=outcome.evidence,
    )


def _outcome(check: Check, context: Context) -> Outcome:
    try:
        outcome = check.evaluate(context)
    except Exception:
        _log.exception("The check %s failed", check.id)
        return Outcome(status=Status.ERROR, message="This check failed. The mistake is ours, and it does not count.")
    if outcome.status is Status.PASS and context.board.blank:
        return Outcome(status=Status.NOT_APPLICABLE, message="The board is empty.")
    return outcome
