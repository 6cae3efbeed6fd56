"""An assessment as plain text: the verdict first, then the findings by requirement, then the risks, the score by axis,
and what is worth a second look.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from whiteboard.checks.wording import counted, plain
from whiteboard.feedback.render import score
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whiteboard.model.assessment import Assessment
    from whiteboard.model.finding import Finding

_WORDS = {
    Status.PROBLEM: "problem",
    Status.ERROR: "our error",
    Status.NOT_SHOWN: "not shown",
    Status.PASS: "holds",
    Status.NOT_APPLICABLE: "not applicable",
}
"""What each status is called, the most pressing first."""

_ORDER = list(_WORDS)


def render_text(assessment: Assessment) -> str:
    """The report, ending in a line break."""
    sections = [
        _verdict(assessment),
        *_by_requirement(assessment),
        _risks(assessment),
        score.by_axis(assessment.score),
        _extras(assessment),
        _stale(assessment),
    ]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def _verdict(assessment: Assessment) -> list[str]:
    counts = Counter(finding.status for finding in assessment.findings)
    shown = [f"{counts[status]} {_plural(status, counts[status])}" for status in _ORDER if counts[status]]
    title = assessment.scenario_title or "House rules"
    return [
        f"{title}: {score.verdict(assessment.score)}",
        f"{', '.join(shown) or 'no checks'}; {_drawn(assessment)}",
    ]


def _plural(status: Status, count: int) -> str:
    if status is Status.PASS:
        return "holds" if count == 1 else "hold"
    return "problems" if status is Status.PROBLEM and count > 1 else _WORDS[status]


def _drawn(assessment: Assessment) -> str:
    architecture = assessment.reading.architecture
    components, connections = len(architecture.components), len(architecture.connections)
    return f"{counted(components, 'component')} and {counted(connections, 'connection')} read"


def _by_requirement(assessment: Assessment) -> Iterator[list[str]]:
    """A section for each requirement, for what serves none, and for the house rules; each finding once."""
    own = [finding for finding in assessment.findings if finding.source == assessment.scenario_id]
    house = [finding for finding in assessment.findings if finding.source != assessment.scenario_id]
    told: set[str] = set()
    for requirement in assessment.requirements:
        serving = [f for f in own if f.check_id in requirement.check_ids and f.check_id not in told]
        told.update(finding.check_id for finding in serving)
        yield _section(requirement.text, serving)
    yield _section("Besides the requirements", [finding for finding in own if finding.check_id not in told])
    yield _section("House rules", house)


def _section(heading: str, findings: Sequence[Finding]) -> list[str]:
    lines = [line for status in _ORDER for finding in findings if finding.status is status for line in _lines(finding)]
    return [heading, *lines] if lines else []


def _lines(finding: Finding) -> Iterator[str]:
    """A finding: what it is about, what was found, and when it does not hold, why that matters and what mends it."""
    if finding.status is Status.NOT_APPLICABLE:
        return
    severity = f" ({finding.severity})" if finding.status is Status.PROBLEM else ""
    disputed = ", disputed" if finding.dispute else ""
    yield f"  {_WORDS[finding.status]:<10} {finding.title}{severity}{disputed}"
    yield f"             {finding.message}"
    if finding.dispute:
        yield f"             Disputed ({plain(finding.dispute.kind)}): {finding.dispute.because}"
        return
    if finding.status in {Status.PROBLEM, Status.NOT_SHOWN}:
        yield f"             Why: {finding.because}"
    if finding.fix:
        yield f"             Try: {finding.fix.summary}"


def _risks(assessment: Assessment) -> list[str]:
    """The risks, each with the titles of the checks that mitigate it."""
    titles = {f.check_id: f.title for f in assessment.findings if f.source == assessment.scenario_id}
    lines = []
    for risk in assessment.risks:
        by = "; ".join(titles[check_id] for check_id in risk.check_ids)
        lines.append(f"  {risk.status:<13} {risk.title}{f' ({by})' if by else ''}")
    return ["Risks", *lines] if lines else []


def _extras(assessment: Assessment) -> list[str]:
    """What nothing seems to need, gently."""
    lines = [f"  {extra.message}" for extra in assessment.extras]
    return ["Worth a second look", *lines] if lines else []


def _stale(assessment: Assessment) -> list[str]:
    """The disputes that no longer meet a problem."""
    lines = [f"  {s.dispute.source}/{s.dispute.check_id}: {s.because}" for s in assessment.stale_disputes]
    return ["Disputes that no longer meet a problem", *lines] if lines else []
