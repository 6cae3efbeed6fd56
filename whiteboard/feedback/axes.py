"""Which axis each finding is scored on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from whiteboard.model.finding import Axis, Finding
    from whiteboard.model.scenario import CheckSpec, HouseRule

DEFAULT_AXIS: Axis = "high-level-design"
"""Of a check that states none, on a topic that no house rule knows: what most of a drawing shows."""


def axis_title(axis: Axis) -> str:
    """What people call an axis: "High-level design"."""
    return "High-level design" if axis == "high-level-design" else axis.capitalize()


def axes_by_topic(rules: Iterable[HouseRule]) -> dict[str, Axis]:
    """The axis of each topic that a house rule scores."""
    return {rule.topic: rule.axis for rule in rules if rule.axis is not None}


def with_axes(
    findings: Iterable[Finding], checks: Iterable[CheckSpec], axes: Mapping[str, Axis]
) -> tuple[Finding, ...]:
    """The findings of checks, each with the axis that its check states, or else that of its topic."""
    return tuple(
        replace(finding, axis=check.axis or axes.get(finding.topic or "", DEFAULT_AXIS))
        for finding, check in zip(findings, checks, strict=True)
    )
