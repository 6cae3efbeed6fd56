"""What a person says against findings, laid beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.dispute import StaleDispute
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from whiteboard.model.dispute import Dispute
    from whiteboard.model.finding import Finding

_DISPUTABLE = {Status.PROBLEM, Status.NOT_SHOWN, Status.ERROR}
"""Where a dispute holds: a failure of ours, too, for it does not say that the finding is gone."""


def with_disputes(
    findings: Sequence[Finding], disputes: Iterable[Dispute], name: Callable[[str], str]
) -> tuple[tuple[Finding, ...], tuple[StaleDispute, ...]]:
    """The findings, those disputed with their dispute, and the disputes that no longer meet one: a finding
    can be disputed that is a problem or not shown.

    Of several disputes of one finding the last one counts. `name` says what the candidate calls a component.
    """
    by_check = {(dispute.source, dispute.check_id): dispute for dispute in disputes}
    found = {(finding.source, finding.check_id): finding for finding in findings}
    stale = {
        key: because for key, dispute in by_check.items() if (because := _why_stale(dispute, found.get(key), name))
    }
    holding = {key: dispute for key, dispute in by_check.items() if key not in stale}
    return (
        tuple(replace(f, dispute=holding.get((f.source, f.check_id))) for f in findings),
        tuple(StaleDispute(dispute=by_check[key], because=because) for key, because in stale.items()),
    )


def _why_stale(dispute: Dispute, finding: Finding | None, name: Callable[[str], str]) -> str | None:
    """Why a dispute does not meet the finding it speaks of; None when it does."""
    from whiteboard.checks import wording

    if finding is None:
        return f"No check {dispute.check_id} of {dispute.source} looks at this board."
    if finding.status not in _DISPUTABLE:
        return f"“{finding.title}” is no problem any more."
    spread = [c for c in finding.evidence.component_ids if c not in dispute.component_ids]
    if dispute.component_ids and spread:
        return f"“{finding.title}” is now also about {wording.listed(dict.fromkeys(map(name, spread)))}."
    return None
