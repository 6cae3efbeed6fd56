"""Boards of any size that are wired at their worst: stars, fans, chains, meshes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Architecture, Component, Connection, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MIXED = (
    *("client", "load_balancer", "service", "service", "worker", "queue", "datastore", "cache", "service"),
    *("service", "realtime_gateway", "stream", "object_store", "external_service"),
)


def wired(kinds: Sequence[str], edges: Iterable[tuple[int, int]]) -> Reading:
    """A board of components of these kinds, joined by their numbers."""
    components = [Component(id=f"n{i}", label=f"{kind} w{i}", kind=kind) for i, kind in enumerate(kinds)]
    connections = [Connection(id=f"c{i}", source=f"n{a}", target=f"n{b}") for i, (a, b) in enumerate(edges)]
    ordered = tuple(sorted(components, key=lambda one: one.id))
    return Reading(architecture=Architecture(components=ordered, connections=tuple(connections)))


def anyhow(size: int) -> Reading:
    """Components of all sorts, joined at random."""
    rnd = random.Random(1)
    edges = [(rnd.randrange(size), rnd.randrange(size)) for _ in range(3 * size)]
    return wired([MIXED[i % len(MIXED)] for i in range(size)], edges)


def chain(size: int) -> Reading:
    """A client before services in a row."""
    return wired(["client", *["service"] * (size - 1)], [(i, i + 1) for i in range(size - 1)])


def star(size: int) -> Reading:
    """A balancer with services all round it, joined both ways."""
    edges = [(0, 1), *((1, i) for i in range(2, size)), *((i, 1) for i in range(2, size))]
    return wired(["client", "load_balancer", *["service"] * (size - 2)], edges)


def fans(size: int) -> Reading:
    """A balancer before half of the board, and one behind that half before the other."""
    half = size // 2
    kinds = ["client", "load_balancer", *["service"] * (half - 2), "load_balancer", *["datastore"] * (half - 1)]
    edges = [(0, 1), *((1, i) for i in range(2, half)), *((i, half) for i in range(2, half))]
    return wired(kinds, [*edges, *((half, i) for i in range(half + 1, 2 * half))])


def clients(size: int) -> Reading:
    """Many clients of one service."""
    kinds = ["service", "datastore", *["client"] * (size - 2)]
    return wired(kinds, [(0, 1), *((i, 0) for i in range(2, size))])


def consumers(size: int) -> Reading:
    """One queue with many workers behind it."""
    kinds = ["client", "service", "queue", *["worker"] * (size - 4), "datastore"]
    edges = [(0, 1), (1, 2), *((2, i) for i in range(3, size - 1)), *((i, size - 1) for i in range(3, size - 1))]
    return wired(kinds, edges)


SHAPES: tuple[Callable[[int], Reading], ...] = (anyhow, chain, star, fans, clients, consumers)
