"""What a check may ask about the board."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from whiteboard.checks import traffic, wording
from whiteboard.checks.told import is_drawn, told_route
from whiteboard.model.finding import Evidence, Outcome, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whiteboard.checks.base import Check
    from whiteboard.checks.board import Board
    from whiteboard.graph.route import Route
    from whiteboard.graph.view import Edge
    from whiteboard.model.scenario import Role, Rules


class Context:
    """One board, seen with the roles and journeys of one scenario or house rule.

    The journeys of a scenario are `required`: where their ends are drawn, a way must lead from one to
    the other. Those of a house rule speak only of boards that have such a way. `closed` edges are used
    by no journey, besides those that their checks forbid.
    """

    def __init__(
        self, board: Board, rules: Rules, *, closed: frozenset[Edge] = frozenset(), required: bool = True
    ) -> None:
        self.board = board
        self.reading = board.reading
        self.graph = board.graph
        self.catalog = board.catalog
        self.journeys = rules.journeys
        self.required = required
        self._rules = rules
        self._closed = closed
        self._routes: dict[str, Route] = {}

    # What is drawn

    def components(self, role: str) -> tuple[str, ...]:
        """The ids of the components that match a role."""
        return self.board.matching(self._rules.roles[role])

    def role(self, name: str) -> Role:
        """What the file states of a role."""
        return self._rules.roles[name]

    @cached_property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """For each role, the ids of the components that match it."""
        return {role: self.components(role) for role in self._rules.roles}

    # Journeys

    @cached_property
    def closed(self) -> frozenset[Edge]:
        """The edges that no journey uses."""
        return self._closed.union(*(cast("Check", check).forbidden(self) for check in self._rules.checks))

    def route(self, journey: str) -> Route:
        """A journey laid on this board: a synchronous one along the calls, an asynchronous one along the flows."""
        if journey not in self._routes:
            self._routes[journey] = self._told_route(journey) or self._found_route(journey)
        return self._routes[journey]

    def _told_route(self, journey: str) -> Route | None:
        """The one walk that a person says the journey takes, if the drawing still has it."""
        walk = self.board.told.get(journey, ())
        return told_route(walk, self.graph) if is_drawn(walk, self.graph) else None

    def _found_route(self, journey: str) -> Route:
        stated = self.journeys[journey]
        view = self.graph.flows if stated.mode == "async" else self.graph.calls
        none = frozenset[tuple[str, str]]()
        against = traffic.contradicting(stated.access, self.graph, view) if stated.access else none
        return self.graph.route(
            self.components(stated.from_),
            self.components(stated.to),
            through=None if stated.through is None else self.components(stated.through),
            along=view,
            closed=self.closed | against,
        )

    def undrawn(self, *roles: str) -> Outcome | None:
        """Not applicable, when one of these roles is not on the board."""
        missing = [role for role in roles if not self.components(role)]
        if not missing:
            return None
        message = f"No {wording.listed(map(wording.plain, missing), last='or')} is drawn."
        return Outcome(status=Status.NOT_APPLICABLE, message=message)

    def untravelled(self, journey: str) -> Outcome | None:
        """Why a journey cannot be walked on this board; None when it can."""
        stated = self.journeys[journey]
        if undrawn := self.undrawn(stated.from_, stated.to):
            return undrawn
        route = self.route(journey)
        if route.shortest is not None:
            return None
        status = Status.PROBLEM if self.required else Status.NOT_APPLICABLE
        return Outcome(status=status, message=self._cut_off(journey), evidence=self._gap(journey))

    def farthest(self, journey: str) -> tuple[str, ...]:
        """How far one gets on a journey that cannot be walked to its end."""
        return self.route(journey).farthest(self._passes_on)

    def _cut_off(self, journey: str) -> str:
        stated, route = self.journeys[journey], self.route(journey)
        ends = self.names(self.components(stated.to), last="or")
        if stated.through is not None and not self.components(stated.through):
            return f"Nothing can get to {ends} through {wording.a(stated.through)}: none is drawn."
        walk = self.farthest(journey)
        through = f" through {wording.a(stated.through)}" if stated.through is not None else ""
        begin = f"No way leads from {self.names(route.starts, last='or')} to {ends}{through}"
        if len(walk) == 1:
            return f"{begin}: nothing leads on from {self.names(route.starts, 'or')}."
        return f"{begin}: {self.path(walk)} is as far as it goes."

    def _gap(self, journey: str) -> Evidence:
        route, walk = self.route(journey), self.farthest(journey)
        ends = sorted(route.ends)
        return self.evidence([*ends, *route.starts]) if len(walk) == 1 else self.evidence(ends, paths=[walk])

    def _passes_on(self, component: str) -> bool:
        return not self.graph.tiers[component].passive

    # Words and evidence

    def name(self, component: str) -> str:
        """What the candidate calls a component."""
        return wording.name(self.graph.component(component))

    def names(self, components: Iterable[str], last: str = "and") -> str:
        """The names of components, as prose."""
        return wording.listed(dict.fromkeys(map(self.name, components)), last)

    def path(self, walk: Sequence[str]) -> str:
        """A walk, as "Web app → API gateway → Product DB"."""
        return wording.walked([self.name(component) for component in walk])

    def evidence(
        self,
        components: Iterable[str] = (),
        *,
        connections: Iterable[str] = (),
        notes: Iterable[str] = (),
        paths: Iterable[tuple[str, ...]] = (),
        elements: Iterable[str] = (),
    ) -> Evidence:
        """Evidence with everything on its paths, and the elements of the scene that draw it all."""
        paths, notes = tuple(paths), tuple(notes)
        all_components = tuple(dict.fromkeys([*components, *(c for path in paths for c in path)]))
        on_paths = (c for path in paths for c in self._along(path))
        all_connections = tuple(dict.fromkeys([*connections, *on_paths]))
        return Evidence(
            component_ids=all_components,
            connection_ids=all_connections,
            note_ids=notes,
            paths=tuple(path for path in paths if len(path) > 1),
            element_ids=tuple(dict.fromkeys([*self._elements(all_components, all_connections, notes), *elements])),
        )

    def _along(self, path: tuple[str, ...]) -> Iterator[str]:
        for one, other in pairwise(path):
            yield from self.graph.drawn_between(one, other)

    def _elements(self, components: Iterable[str], connections: Iterable[str], notes: Iterable[str]) -> Iterator[str]:
        architecture = self.graph.architecture
        for component in components:
            yield from architecture.component[component].element_ids
        for connection in connections:
            yield from architecture.connection[connection].element_ids
        for note in notes:
            yield from self._note_elements[note]

    @cached_property
    def _note_elements(self) -> dict[str, tuple[str, ...]]:
        return {note.id: note.element_ids for note in self.reading.notes}
