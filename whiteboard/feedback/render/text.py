"""An assessment as text, short first: the verdict, the problems (the gravest first) with what mends them, what the
drawing leaves open, what holds; then requirements, risks and axes.

`verbose` adds why it matters what is not shown, and what was found where a check holds.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from whiteboard.checks.wording import counted, plain
from whiteboard.feedback.render import score
from whiteboard.feedback.render.layout import Line
from whiteboard.feedback.render.words import STATUS_WORDS
from whiteboard.model.finding import Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whiteboard.model.assessment import Assessment
    from whiteboard.model.finding import Finding
    from whiteboard.model.fix import Edit

_ORDER = list(STATUS_WORDS)
_GRAVITY = list(Severity)

_STYLES = {
    Severity.BLOCKER: "bold red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
}
_LEAD_WIDTH = 11


def report(assessment: Assessment, *, verbose: bool = False) -> Iterator[Line]:
    """The lines of the report, its sections parted by empty ones."""
    sections = (
        _verdict(assessment),
        _problems(assessment),
        _section("Not shown", _not_shown(assessment, verbose=verbose)),
        _section("Failed on our side", (Line(f.message, f"  {f.title}: ") for f in _of(assessment, Status.ERROR))),
        _section("Holds", _holds(assessment, verbose=verbose)),
        _section("Requirements", _requirements(assessment)),
        _section("Risks", _risks(assessment)),
        _section("By axis", score.by_axis(assessment.score)),
        _section("Worth a second look", (Line(extra.message, "  ") for extra in assessment.extras)),
        _section("Disputes that no longer meet a finding", _stale(assessment)),
        _more(assessment, verbose=verbose),
    )
    for number, lines in enumerate(filter(None, sections)):
        yield from [Line(), *lines] if number else lines


def _section(heading: str, lines: Iterable[Line]) -> list[Line]:
    """Lines below a heading; nothing when there are none."""
    lines = list(lines)
    return [Line(lead=heading, style="bold"), *lines] if lines else []


def _verdict(assessment: Assessment) -> list[Line]:
    counts = Counter(finding.status for finding in assessment.findings)
    shown = [f"{counts[status]} {_plural(status, counts[status])}" for status in _ORDER if counts[status]]
    title = assessment.scenario_title or "House rules"
    return [
        Line(score.verdict(assessment.score), f"{title}: ", "bold"),
        Line(f"{', '.join(shown) or 'no checks'}; {_drawn(assessment)}"),
    ]


def _plural(status: Status, count: int) -> str:
    if status is Status.PASS:
        return "holds" if count == 1 else "hold"
    has_plural = status in {Status.PROBLEM, Status.ERROR} and count > 1
    return f"{STATUS_WORDS[status]}s" if has_plural else STATUS_WORDS[status]


def _drawn(assessment: Assessment) -> str:
    architecture = assessment.reading.architecture
    components, connections = len(architecture.components), len(architecture.connections)
    return f"{counted(components, 'component')} and {counted(connections, 'connection')} read"


# Findings


def _of(assessment: Assessment, status: Status) -> list[Finding]:
    """The findings of a status: the gravest first, those of the scenario before those of the house."""
    found = [finding for finding in assessment.findings if finding.status is status]
    return sorted(found, key=lambda f: (f.source != assessment.scenario_id, _GRAVITY.index(f.severity)))


def _problems(assessment: Assessment) -> list[Line]:
    found = sorted(_of(assessment, Status.PROBLEM), key=lambda f: (f.dispute is not None, _GRAVITY.index(f.severity)))
    mended: dict[tuple[Edit, ...], str] = {}
    return _section("Problems", (line for finding in found for line in _problem(assessment, finding, mended)))


def _problem(assessment: Assessment, finding: Finding, mended: dict[tuple[Edit, ...], str]) -> Iterator[Line]:
    """What was found; then why that matters and what mends it, or what was said against it.

    `mended` has the fixes that were told before, each with its rule.
    """
    lead = "disputed" if finding.dispute else str(finding.severity)
    style = "dim" if finding.dispute else _STYLES[finding.severity]
    yield Line(finding.message, f"  {lead:<{_LEAD_WIDTH - 2}}", style)
    if finding.dispute:
        yield _below(f"Disputed ({plain(finding.dispute.kind)}): {finding.dispute.because}")
        return
    yield _below(f"Why: {finding.because}")
    yield from (_below(f"For: {text}") for text in _served(assessment, finding))
    name = _name(assessment, finding)
    if finding.fix:
        first = mended.setdefault(finding.fix.edits, name)
        told = finding.fix.summary if first == name else f"The same as for {first}."
        yield Line(told, f"{'':<{_LEAD_WIDTH}}Try: ", "green")
    yield Line(name, f"{'':<{_LEAD_WIDTH}}Rule: ", "dim")


def _below(text: str) -> Line:
    return Line(text, " " * _LEAD_WIDTH)


def _served(assessment: Assessment, finding: Finding) -> Iterator[str]:
    """The requirements that a finding is about."""
    own = finding.source == assessment.scenario_id
    yield from (r.text for r in assessment.requirements if own and finding.check_id in r.check_ids)


def _name(assessment: Assessment, finding: Finding) -> str:
    """What `whiteboard explain` knows the check by."""
    own = finding.source == assessment.scenario_id
    return f"{finding.source}/{finding.check_id}" if own else finding.source


def _not_shown(assessment: Assessment, *, verbose: bool) -> Iterator[Line]:
    for finding in _of(assessment, Status.NOT_SHOWN):
        disputed = f" Disputed ({plain(finding.dispute.kind)}): {finding.dispute.because}" if finding.dispute else ""
        yield Line(f"{finding.message}{disputed} ({_name(assessment, finding)})", "  - ")
        if verbose:
            yield Line(f"Why: {finding.because}", "    ")


def _holds(assessment: Assessment, *, verbose: bool) -> Iterator[Line]:
    holding = _of(assessment, Status.PASS)
    if verbose:
        yield from (Line(f"{f.title}: {f.message} ({_name(assessment, f)})", "  - ") for f in holding)
    elif holding:
        yield Line(f"{'; '.join(finding.title for finding in holding)}.", "  ")


def _more(assessment: Assessment, *, verbose: bool) -> list[Line]:
    """How to learn more of what was found."""
    if not assessment.findings or verbose:
        return []
    return [Line("--verbose tells what was found where a rule holds; “whiteboard explain RULE” tells all of a rule.")]


# What follows from them


def _requirements(assessment: Assessment) -> Iterator[Line]:
    """Each requirement with the worst that was found of what serves it."""
    own = {f.check_id: f for f in assessment.findings if f.source == assessment.scenario_id}
    for requirement in assessment.requirements:
        serving = [own[check_id] for check_id in requirement.check_ids if check_id in own]
        worst = min((f.status for f in serving), key=_ORDER.index, default=Status.NOT_APPLICABLE)
        yield Line(f"{requirement.text}{_titles(serving, worst)}", f"  {STATUS_WORDS[worst]:<16}")


def _titles(findings: Sequence[Finding], status: Status) -> str:
    """The checks that decide how a requirement stands, when it does not hold."""
    if status not in {Status.PROBLEM, Status.NOT_SHOWN, Status.ERROR}:
        return ""
    return f" ({'; '.join(finding.title for finding in findings if finding.status is status)})"


def _risks(assessment: Assessment) -> Iterator[Line]:
    """The risks, each with the titles of the checks that mitigate it."""
    titles = {f.check_id: f.title for f in assessment.findings if f.source == assessment.scenario_id}
    for risk in assessment.risks:
        by = "; ".join(titles[check_id] for check_id in risk.check_ids)
        yield Line(f"{risk.title}{f' ({by})' if by else ''}", f"  {risk.status:<14}")


def _stale(assessment: Assessment) -> Iterator[Line]:
    """The disputes that no longer meet a finding."""
    for stale in assessment.stale_disputes:
        yield Line(f"{stale.dispute.source}/{stale.dispute.check_id}: {stale.because}", "  ")
