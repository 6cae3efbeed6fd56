"""What the checks say of each requirement of the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.assessment import RequirementOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Requirement


def requirement_outcomes(
    requirements: Iterable[Requirement], findings: Sequence[Finding]
) -> tuple[RequirementOutcome, ...]:
    """Each requirement with the checks that serve it, in the order of the scenario."""
    return tuple(
        RequirementOutcome(
            requirement_id=requirement.id,
            type=requirement.type,
            text=requirement.text,
            check_ids=tuple(finding.check_id for finding in findings if requirement.id in finding.serves),
        )
        for requirement in requirements
    )
