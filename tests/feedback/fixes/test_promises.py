"""What a fix promises, on boards of all sorts: those of the house rules, and random ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.authoring.references import read_board
from whiteboard.catalog import load_catalog
from whiteboard.feedback import assess, with_fixes
from whiteboard.feedback.fixes import edited
from whiteboard.model.architecture import Architecture, Component, Connection, Reading
from whiteboard.scenarios import load_house_rules

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from whiteboard.model.assessment import Assessment
    from whiteboard.model.fix import Fix

KINDS = ["client", "load_balancer", "service", "worker", "cache", "relational_db", "queue", "external_service"]
LABELS = ["", "read", "write", "publish", "poll"]

FLAWED = [
    pytest.param(read_board(reference, load_catalog()), id=f"{rule.id}: {reference.name}")
    for rule in load_house_rules()
    for reference in [r for r in rule.references if "problem" in r.expect][:1]
]


@st.composite
def readings(draw: DrawFn) -> Reading:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=2, max_size=7))
    node = st.integers(0, len(kinds) - 1)
    arrows = draw(st.lists(st.tuples(node, node, st.sampled_from(LABELS)), max_size=9, unique_by=lambda a: a[:2]))
    copies = st.sampled_from([None, 1, 2])
    return Reading(
        architecture=Architecture(
            components=tuple(
                Component(id=f"n{i}", label=f"{kind} {i}", kind=kind, replicas=draw(copies))
                for i, kind in enumerate(kinds)
            ),
            connections=tuple(
                Connection(id=f"c{i}", source=f"n{source}", target=f"n{target}", label=label)
                for i, (source, target, label) in enumerate(arrows)
            ),
        )
    )


def broken_promises(before: Assessment, number: int, fix: Fix) -> list[str]:
    """The problems that are left, or new, when a fix is made."""
    after = assess(edited(before.reading, fix.edits)).findings
    was_open = {i for i, finding in enumerate(before.findings) if finding.status == "problem"}
    new = [finding.message for i, finding in enumerate(after) if finding.status == "problem" and i not in was_open]
    return new if after[number].status == "pass" else [after[number].message, *new]


def broken_in(reading: Reading) -> list[str]:
    fixed = with_fixes(assess(reading))
    fixes = [(number, finding.fix) for number, finding in enumerate(fixed.findings) if finding.fix]
    return [broken for number, fix in fixes for broken in broken_promises(fixed, number, fix)]


@pytest.mark.parametrize("reading", FLAWED)
def test_a_fix_does_what_it_promises(reading: Reading) -> None:
    assert broken_in(reading) == []


@given(readings())
@settings(deadline=None, max_examples=25)
def test_a_fix_does_what_it_promises_on_any_board(reading: Reading) -> None:
    assert broken_in(reading) == []


@given(readings())
@settings(deadline=None, max_examples=10)
def test_the_same_board_gets_the_same_fixes(reading: Reading) -> None:
    assert with_fixes(assess(reading)) == with_fixes(assess(reading))


@given(readings())
@settings(deadline=None, max_examples=10)
def test_a_fix_takes_no_component_off_the_board_and_leaves_none_loose(reading: Reading) -> None:
    for finding in with_fixes(assess(reading)).findings:
        if finding.fix:
            after = edited(reading, finding.fix.edits).architecture
            joined = {end for connection in after.connections for end in (connection.source, connection.target)}
            assert reading.architecture.component.keys() <= after.component.keys()
            assert after.component.keys() - reading.architecture.component.keys() <= joined
