"""The graph of one board, with everything the checks ask about it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from whiteboard.graph.calls import calls
from whiteboard.graph.flows import flows
from whiteboard.graph.pairs import Pairs
from whiteboard.graph.route import Route
from whiteboard.graph.tiers import Tier, tiers
from whiteboard.graph.view import View
from whiteboard.graph.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.graph.view import Edge
    from whiteboard.model.architecture import Architecture, Component, Connection

_PASS_NOTHING_ON = frozenset({Tier.CLIENT, Tier.ATTENDANT})


class Graph:
    """An architecture as two views, `calls` (who asks whom) and `flows` (where data goes).

    Raises TooLargeError when connections between boundaries stand for too many pairs.
    """

    def __init__(self, architecture: Architecture, catalog: Catalog) -> None:
        self.architecture = architecture
        self.tiers = tiers(architecture, catalog)
        pairs = Pairs(architecture, self.tiers)
        self._pairs = tuple(pairs)
        self._members = pairs.members

    @cached_property
    def calls(self) -> View:
        """Who asks whom."""
        return View(self.tiers, calls(self._pairs, self.tiers))

    @cached_property
    def flows(self) -> View:
        """Where data goes."""
        return View(self.tiers, flows(self._pairs, self.tiers, self.calls))

    @cached_property
    def waits(self) -> View:
        """Who waits for whom: the calls that are synchronous."""
        return View(self.tiers, waiting(self._pairs, self.tiers, self.calls, self.architecture.connection))

    def component(self, component_id: str) -> Component:
        """The component with an id."""
        return self.architecture.component[component_id]

    def connection(self, connection_id: str) -> Connection:
        """The connection with an id."""
        return self.architecture.connection[connection_id]

    def members(self, group: str) -> tuple[str, ...]:
        """The components inside a group, also those in the groups inside it."""
        return self._members(group)

    def drawn_between(self, one: str, other: str) -> tuple[str, ...]:
        """The connections between two components, whichever way they point."""
        return self._drawn_between.get(frozenset((one, other)), ())

    @cached_property
    def _drawn_between(self) -> dict[frozenset[str], tuple[str, ...]]:
        drawn: dict[frozenset[str], dict[str, None]] = defaultdict(dict)
        for source, target, connection in self._pairs:
            drawn[frozenset((source, target))][connection.id] = None
        return {pair: tuple(ids) for pair, ids in drawn.items()}

    @cached_property
    def connected(self) -> frozenset[str]:
        """The components that any connection touches, by itself or by a boundary it was drawn to."""
        return frozenset(end for source, target, _ in self._pairs for end in (source, target))

    def any_way(self, component: str) -> Iterator[str]:
        """Where either view leads on from a component."""
        return chain(self.calls.onward(component), self.flows.onward(component))

    def neighbours(self, components: Collection[str]) -> Iterator[str]:
        """The components that any connection joins to one of these, whichever way it points."""
        return chain.from_iterable(self._joined.get(component, ()) for component in components)

    @cached_property
    def _joined(self) -> dict[str, dict[str, None]]:
        joined: dict[str, dict[str, None]] = defaultdict(dict)
        for source, target, _ in self._pairs:
            joined[source][target] = None
            joined[target][source] = None
        return joined

    def route(
        self,
        starts: Iterable[str],
        ends: Iterable[str],
        *,
        through: Collection[str] | None = None,
        along: View | None = None,
        closed: frozenset[Edge] = frozenset(),
    ) -> Route:
        """All walks between two sets of components, along the calls unless told otherwise."""
        return Route(
            view=along or self.calls,
            starts=tuple(starts),
            ends=frozenset(ends),
            through=None if through is None else frozenset(through),
            closed=closed,
            terminal=self._terminal,
        )

    @cached_property
    def _terminal(self) -> frozenset[str]:
        return frozenset(component for component, tier in self.tiers.items() if tier in _PASS_NOTHING_ON)
