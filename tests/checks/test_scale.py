"""No board, however it is wired, makes a check slow: what it costs grows with the board, not with its ways."""

from __future__ import annotations

import random
from itertools import permutations
from time import process_time
from typing import TYPE_CHECKING

import pytest

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.checks.context import Context
from whiteboard.checks.evaluate import evaluate
from whiteboard.model.architecture import Architecture, Component, Connection, Reading
from whiteboard.scenarios import load_house_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MIXED = (
    *("client", "load_balancer", "service", "service", "worker", "queue", "datastore", "cache", "service"),
    *("service", "realtime_gateway", "stream", "object_store", "external_service"),
)
MANY = 5_000


def wired(kinds: Sequence[str], edges: Iterable[tuple[int, int]]) -> Reading:
    components = [Component(id=f"n{i}", label=f"{kind} w{i}", kind=kind) for i, kind in enumerate(kinds)]
    connections = [Connection(id=f"c{i}", source=f"n{a}", target=f"n{b}") for i, (a, b) in enumerate(edges)]
    return Reading(
        architecture=Architecture(
            components=tuple(sorted(components, key=lambda one: one.id)), connections=tuple(connections)
        )
    )


def seconds(reading: Reading) -> float:
    """How long all house rules keep a processor busy; the best of several runs."""
    return min(_once(reading) for _ in range(2 if len(reading.architecture.components) == MANY else 5))


def _once(reading: Reading) -> float:
    rules, begin = load_house_rules(), process_time()
    board = Board(reading, load_catalog())
    for rule in rules:
        findings = evaluate(rule.checks, Context(board, rule, required=False), rule.id)
        assert "error" not in {finding.status for finding in findings}
    return process_time() - begin


@pytest.mark.parametrize("kinds", [("service",) * 14, MIXED], ids=["services", "mixed"])
def test_a_full_mesh(kinds: tuple[str, ...]) -> None:
    assert seconds(wired(kinds, permutations(range(14), 2))) < 0.1


def _anyhow() -> Reading:
    rnd = random.Random(1)
    edges = [(rnd.randrange(MANY), rnd.randrange(MANY)) for _ in range(3 * MANY)]
    return wired([MIXED[i % len(MIXED)] for i in range(MANY)], edges)


def _chain() -> Reading:
    return wired(["client", *["service"] * (MANY - 1)], [(i, i + 1) for i in range(MANY - 1)])


def _star() -> Reading:
    edges = [(0, 1), *((1, i) for i in range(2, MANY)), *((i, 1) for i in range(2, MANY))]
    return wired(["client", "load_balancer", *["service"] * (MANY - 2)], edges)


def _two_fans() -> Reading:
    """A balancer before half of the board, and one behind that half before the other."""
    half = MANY // 2
    kinds = ["client", "load_balancer", *["service"] * (half - 2), "load_balancer", *["datastore"] * (half - 1)]
    edges = [(0, 1), *((1, i) for i in range(2, half)), *((i, half) for i in range(2, half))]
    return wired(kinds, [*edges, *((half, i) for i in range(half + 1, MANY))])


@pytest.mark.parametrize(
    "reading", [_anyhow(), _chain(), _star(), _two_fans()], ids=["anyhow", "chain", "star", "fans"]
)
def test_five_thousand_components(reading: Reading) -> None:
    assert seconds(reading) < 5
