"""What must be so on any board whatever."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.checks.context import Context
from whiteboard.checks.evaluate import evaluate
from whiteboard.checks.types.connected import Connected
from whiteboard.checks.types.consumed import Consumed
from whiteboard.checks.types.forbidden_connection import ForbiddenConnection
from whiteboard.checks.types.no_single_point import NoSinglePoint
from whiteboard.checks.types.redundant import Redundant
from whiteboard.checks.types.waypoint import Waypoint
from whiteboard.model.architecture import Architecture, Component, Connection, Reading

from .judging import make, rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn

    from whiteboard.model.finding import Finding

CHECKS = (
    make(Waypoint, journey="browse", via="cache", between=["service", "store"], accept=["inline", "aside"]),
    make(Waypoint, journey="track", via="worker"),
    make(NoSinglePoint, journey="browse"),
    make(Redundant, role="service"),
    make(Consumed, role="queue"),
    make(Connected),
    make(ForbiddenConnection, **{"from": "client", "to": "store"}),
)

KINDS = [
    "client",
    "load_balancer",
    "service",
    "worker",
    "cache",
    "datastore",
    "queue",
    "monitoring",
    "external_service",
]
steady = settings(deadline=None)  # a busy machine is no finding

LABELS = ["", "read", "publish", "poll", "response"]


@st.composite
def architectures(draw: DrawFn) -> Architecture:
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=8))
    node = st.integers(0, len(kinds) - 1).map("n{}".format)
    replicas = st.sampled_from([None, 1, 2])
    connection = st.builds(
        Connection,
        id=st.just(""),
        source=node,
        target=node,
        label=st.sampled_from(LABELS),
        direction=st.sampled_from(["forward", "both", "none"]),
        style=st.sampled_from([None, "async", "replication"]),
    )
    drawn = draw(st.lists(connection, max_size=14))
    return Architecture(
        components=tuple(
            Component(id=f"n{i}", label=f"{kind} {i}", kind=kind, replicas=draw(replicas))
            for i, kind in enumerate(kinds)
        ),
        connections=tuple(
            Connection(
                id=f"c{i}", source=c.source, target=c.target, label=c.label, direction=c.direction, style=c.style
            )
            for i, c in enumerate(drawn)
        ),
    )


def findings(architecture: Architecture) -> tuple[Finding, ...]:
    stated = rules(*CHECKS)
    return evaluate(CHECKS, Context(Board(Reading(architecture=architecture), load_catalog()), stated), "rules")


def verdicts(architecture: Architecture) -> list[tuple[str, frozenset[str]]]:
    """The statuses, with the labels of the components named (which do not change with ids), paths aside."""
    return [
        (f.status, frozenset()) if f.evidence.paths else (f.status, named(f, architecture))
        for f in findings(architecture)
    ]


def named(finding: Finding, architecture: Architecture) -> frozenset[str]:
    return frozenset(architecture.component[component].label for component in finding.evidence.component_ids)


def renamed(architecture: Architecture, rename: Callable[[str], str]) -> Architecture:
    components = [replace(component, id=rename(component.id)) for component in architecture.components]
    return Architecture(
        components=tuple(sorted(components, key=lambda component: component.id)),
        connections=tuple(
            replace(c, source=rename(c.source), target=rename(c.target)) for c in architecture.connections
        ),
    )


@steady
@given(architectures())
def test_no_check_fails_on_any_board(architecture: Architecture) -> None:
    assert "error" not in {finding.status for finding in findings(architecture)}


@steady
@given(architectures())
def test_every_problem_and_pass_shows_its_evidence(architecture: Architecture) -> None:
    for finding in findings(architecture):
        assert finding.message
        if finding.status in {"problem", "pass", "not_shown"}:
            assert finding.evidence.component_ids


@steady
@given(architectures(), st.randoms(use_true_random=False))
def test_verdicts_do_not_depend_on_order(architecture: Architecture, shuffle: random.Random) -> None:
    components, connections = list(architecture.components), list(architecture.connections)
    shuffle.shuffle(components)
    shuffle.shuffle(connections)
    shuffled = Architecture(components=tuple(components), connections=tuple(connections))
    assert verdicts(shuffled) == verdicts(architecture)


@steady
@given(architectures())
def test_verdicts_do_not_depend_on_ids(architecture: Architecture) -> None:
    assert verdicts(renamed(architecture, lambda id_: f"z{9 - int(id_[1:])}")) == verdicts(architecture)


@steady
@given(architectures())
def test_paths_are_walks_of_the_board(architecture: Architecture) -> None:
    joined = {frozenset((c.source, c.target)) for c in architecture.connections}
    for finding in findings(architecture):
        for path in finding.evidence.paths:
            assert all(frozenset(pair) in joined for pair in pairwise(path))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.check)
def test_an_empty_board_passes_nothing(check: ForbiddenConnection) -> None:
    (finding,) = evaluate([check], Context(Board(Reading(), load_catalog()), rules(check)), "rules")
    assert finding.status != "pass"
