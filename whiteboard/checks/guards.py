"""The guards of a board, and who meets which: looked up once, however many ways lead past them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.checks import subjects
from whiteboard.checks.requests import waits
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.graph import Graph


class Guards:
    """Guards in the order of the board; `says` is the subject that labels of connections name them by."""

    def __init__(self, guards: Iterable[str], graph: Graph, says: str | None) -> None:
        self._graph = graph
        self._says = says
        self._guards = dict.fromkeys(guards)
        self._own: dict[str, str] = {}
        self._asked: dict[str, str] = {}
        for guard in self._guards:
            self._index(guard)

    def _index(self, guard: str) -> None:
        asking = tuple(self._graph.calls.back(guard))
        for component in asking or self._graph.calls.onward(guard):
            self._asked.setdefault(component, guard)
        if self._graph.tiers[guard] is not Tier.ENTRY:
            for component in asking:
                self._own.setdefault(component, guard)

    def __contains__(self, component: str) -> bool:
        return component in self._guards

    def own(self, start: str) -> str:
        """The first guard, no entry, that a start asks itself; empty when none."""
        return self._own.get(start, "")

    def asked(self, component: str) -> str:
        """The first guard that a component asks, or that is attached to it and on no other way; empty when none."""
        return self._asked.get(component, "")

    def met(self, component: str) -> str:
        """The guard that a component is, that it asks, or that its arrows speak of; empty when none."""
        if component in self._guards:
            return component
        if asked := self.asked(component):
            return asked
        return component if component in self._said_before else self._leading.get(component, "")

    @cached_property
    def _said_before(self) -> frozenset[str]:
        """The components that a call leads to whose arrow speaks of a guard, also across one entry."""
        if self._says is None:
            return frozenset()
        calls = self._graph.calls
        saying = {c.id for c in self._graph.architecture.connections if subjects.says(self._says, c)}
        into = {there for here, there in calls.edges() if not saying.isdisjoint(calls.drawn_by(here, there))}
        entries = [component for component in into if self._graph.tiers[component] is Tier.ENTRY]
        return frozenset(into).union(*map(calls.onward, entries))

    @cached_property
    def _leading(self) -> dict[str, str]:
        """For each component whose requests come to wait on a guard: the nearest one."""
        graph = self._graph
        came = explore(self._guards, lambda c: (n for n in graph.calls.back(c) if waits(n, c, graph)))
        nearest: dict[str, str] = {}
        for component, before in came.items():
            nearest[component] = component if before is None else nearest[before]
        return nearest
