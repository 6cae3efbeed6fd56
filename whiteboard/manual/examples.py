"""The references of a rule as examples: run, so that what a page shows is what the checks say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.checks import wording
from whiteboard.manual.pages import Example, Verdict
from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Reference, Rules

_TOLD = (Status.PROBLEM, Status.NOT_SHOWN)
"""What an example of a board that does not pass may show, the more telling first."""


def good_example(rules: Rules) -> Example | None:
    """The first board on which every check passes."""
    passing = next((reference for reference in rules.references if reference.expect == "all_pass"), None)
    return None if passing is None else _run(passing, rules)


def bad_examples(rules: Rules, check_ids: Iterable[str]) -> tuple[Example, ...]:
    """For each check the first board that breaks it, or else the first that does not show it; each board once."""
    chosen = {ref.name: ref for check_id in check_ids for ref in _first_bad(rules.references, check_id)}
    return tuple(_run(reference, rules) for reference in chosen.values())


def _first_bad(references: Iterable[Reference], check_id: str) -> Iterator[Reference]:
    references = tuple(references)
    bad = (ref for status in _TOLD for ref in references if check_id in _expected(ref, status))
    first = next(bad, None)
    return iter(() if first is None else (first,))


def _expected(reference: Reference, status: Status) -> tuple[str, ...]:
    if reference.expect == "all_pass":
        return ()
    return next((check_ids for said, check_ids in reference.expect.items() if said == status), ())


def _run(reference: Reference, rules: Rules) -> Example:
    from whiteboard.authoring import run_references

    (result,) = run_references(rules.model_copy(update={"references": (reference,)}))
    return Example(
        name=reference.name,
        board=reference.board.strip(),
        notes=reference.notes,
        verdicts=tuple(map(_verdict, result.findings)),
    )


def _verdict(finding: Finding) -> Verdict:
    evidence = finding.evidence
    return Verdict(
        title=finding.title or wording.title(finding.check_id),
        status=finding.status,
        message=finding.message,
        shown_by=(*evidence.component_ids, *evidence.connection_ids),
    )
