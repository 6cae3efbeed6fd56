"""An assessment as JSON, with the fields of the model by their names."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from whiteboard.feedback.render.fix import fix_json

if TYPE_CHECKING:
    from whiteboard.model.assessment import Assessment
    from whiteboard.model.finding import Finding


def assessment_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain values, `reading` in the shape that `whiteboard read` gives it."""
    from whiteboard.reading.render import reading_json

    return {
        "format": assessment.format,
        "engine": assessment.engine,
        "scenario_id": assessment.scenario_id,
        "scenario_title": assessment.scenario_title,
        "reading": _plain(reading_json(assessment.reading)),
        "roles": {role: list(components) for role, components in assessment.roles.items()},
        "requirements": [_plain(asdict(requirement)) for requirement in assessment.requirements],
        "findings": [_finding(finding) for finding in assessment.findings],
        "risks": [_plain(asdict(risk)) for risk in assessment.risks],
        "score": _plain(asdict(assessment.score)),
        "extras": [_plain(asdict(extra)) for extra in assessment.extras],
        "stale_disputes": [_plain(asdict(stale)) for stale in assessment.stale_disputes],
        "journeys": [_plain(asdict(journey)) for journey in assessment.journeys],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return _plain({**asdict(finding), "fix": fix_json(finding.fix)})  # type: ignore[no-any-return]


def render_json(assessment: Assessment) -> str:
    """The assessment as indented JSON."""
    return json.dumps(assessment_json(assessment), ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    """Tuples as lists, words of an enumeration as the words."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
