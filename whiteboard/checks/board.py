"""One board, prepared once for all the rules that judge it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.checks.texts import Texts
from whiteboard.graph import Graph
from whiteboard.graph.stems import speaks_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Component, Reading
    from whiteboard.model.scenario import Role


class Board:
    """A reading with its graph and its texts. `told` are the walks that a person says certain journeys take.

    Raises TooLargeError when connections between boundaries stand for too many pairs.
    """

    def __init__(self, reading: Reading, catalog: Catalog, told: Mapping[str, Sequence[str]] | None = None) -> None:
        self.reading = reading
        self.catalog = catalog
        self.graph = Graph(reading.architecture, catalog)
        self.told: Mapping[str, tuple[str, ...]] = {journey: tuple(walk) for journey, walk in (told or {}).items()}
        self._matching: dict[Role, tuple[str, ...]] = {}

    @cached_property
    def texts(self) -> Texts:
        """All that is written on it."""
        return Texts(self.reading)

    @property
    def blank(self) -> bool:
        """Whether it is empty: neither a component nor a note."""
        return not self.reading.architecture.components and not self.reading.notes

    def matching(self, role: Role) -> tuple[str, ...]:
        """The ids of the components that match a role, in the order of the board."""
        if role not in self._matching:
            candidates = self._of_kinds(role.kinds)
            self._matching[role] = tuple(component.id for component in candidates if _is_meant(component, role))
        return self._matching[role]

    def _of_kinds(self, wanted: tuple[str, ...]) -> list[Component]:
        """The components of these kinds or below them, in the order of the board."""
        kinds = frozenset[str]().union(*map(self.catalog.below, wanted))
        components = self.reading.architecture.components
        places = {place for kind in kinds & self._places.keys() for place in self._places[kind]}
        return [components[place] for place in sorted(places)]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the components of each kind stand on the board."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, component in enumerate(self.reading.architecture.components):
            for kind in component.kinds:
                places[kind].append(place)
        return places


def _is_meant(component: Component, role: Role) -> bool:
    """Whether a component of the right kind is one the role names, if it names any."""
    if not role.named and not role.technologies:
        return True
    return component.technology in role.technologies or bool(speaks_of(component.label, role.named))
