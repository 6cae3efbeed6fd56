"""How far a reading agrees with gold, and every difference beside its reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.reading.gold import NO_COMPONENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whiteboard.model.architecture import Component, Connection, Reading
    from whiteboard.reading.gold import Gold, GoldComponent

    Pair = frozenset[str]

_FAMILIES = {
    "datastore": "relational_db document_db key_value_store wide_column_db graph_db timeseries_db search_index"
    " vector_db data_warehouse data_lake datastore",
    "messaging": "queue stream pubsub",
    "compute": "service worker function batch_processor stream_processor",
    "entry": "load_balancer api_gateway reverse_proxy",
    "blob": "object_store file_store",
}
_FAMILY = {kind: family for family, kinds in _FAMILIES.items() for kind in kinds.split()}
"""Kinds that are easily taken for each other, by the name of their family."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was found and what was not: components, their kinds, connections (each pair once), directions."""

    found: int = 0
    wrong: int = 0
    missed: int = 0
    kinds: int = 0
    families: int = 0
    connected: int = 0
    connected_wrong: int = 0
    connected_missed: int = 0
    directions: int = 0
    directed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def component_f1(self) -> float:
        """Harmonic mean of the shares of components read that are right, and of components drawn that are read."""
        return _f1(self.found, self.wrong, self.missed)

    @property
    def connection_f1(self) -> float:
        """The same for connections."""
        return _f1(self.connected, self.connected_wrong, self.connected_missed)


class Comparison:
    """One reading beside the gold of its scene.

    A component matches the entry of gold with which it shares most elements; to match an entry that is no component,
    or none at all, is wrong.
    """

    def __init__(self, gold: Gold, reading: Reading) -> None:
        self._gold = gold
        self._reading = reading
        self._component = reading.architecture.component
        self._entry = self._matched()
        self._alias: dict[str, str] = {}
        for entry in gold.components:
            self._alias.update(dict.fromkeys((entry.id, *entry.also_ids), entry.id))

    def counts(self) -> Counts:
        """The agreement in numbers."""
        right = [(self._component[id_], entry) for id_, entry in self._right.items()]
        directed = self._directed
        return Counts(
            found=len(right),
            wrong=len(self._component) - len(right),
            missed=len(self._missed),
            kinds=sum(component.kind in entry.kinds for component, entry in right),
            families=sum(_family(component.kind) in map(_family, entry.kinds) for component, entry in right),
            connected=len(self._wanted & set(self._drawn)),
            connected_wrong=len(set(self._drawn) - self._wanted),
            connected_missed=len(self._wanted - set(self._drawn)),
            directions=len(directed & self._ways),
            directed=len(directed),
        )

    def differences(self) -> Iterator[str]:
        """Every difference, in a sentence with its reason: components, kinds, connections, directions."""
        for entry in self._missed:
            yield f"missed: “{entry.label}” ({entry.kind}), {self._fate((entry.id, *entry.also_ids))}"
        for id_ in sorted(set(self._component) - set(self._right)):
            component, known = self._component[id_], self._entry.get(id_)
            gold = "gold says that it is no component" if known else "gold has nothing there"
            yield f"too much: “{component.label}” ({component.kind}), {gold}; read because {component.reason}"
        for id_, entry in self._right.items():
            component = self._component[id_]
            if component.kind not in entry.kinds:
                yield f"kind: {_read_as(component)}; gold says {' or '.join((entry.kind, *entry.alt_kinds))}"
        yield from self._connection_differences()

    def _connection_differences(self) -> Iterator[str]:
        for pair in sorted(self._wanted - set(self._drawn), key=sorted):
            elements = [e.element for e in self._gold.edges if self._pair(e.source, e.target) == pair and e.element]
            yield f"missed connection: {self._named(pair)}, {self._fate(elements)}"
        for pair in sorted(set(self._drawn) - self._wanted, key=sorted):
            yield f"connection too much: {self._shown(self._drawn[pair])}"
        for source, target in sorted(self._directed - self._ways):
            yield f"direction: {self._named((source, target))} should lead from the first to the second"

    def _matched(self) -> dict[str, GoldComponent]:
        """The entry of gold for each component; those that share most elements choose first."""
        owner: dict[str, int] = {}
        for number, entry in enumerate(self._gold.components):
            for element in (entry.id, *entry.also_ids):
                owner.setdefault(element, number)
        shared = [
            (-count, component.id, number)
            for component in self._component.values()
            for number, count in Counter(owner[e] for e in component.element_ids if e in owner).items()
        ]
        found: dict[str, GoldComponent] = {}
        taken: set[int] = set()
        for _, id_, number in sorted(shared):
            if id_ not in found and number not in taken:
                taken.add(number)
                found[id_] = self._gold.components[number]
        return found

    @cached_property
    def _right(self) -> dict[str, GoldComponent]:
        return {id_: entry for id_, entry in sorted(self._entry.items()) if entry.kind != NO_COMPONENT}

    @cached_property
    def _missed(self) -> list[GoldComponent]:
        found = {id(entry) for entry in self._right.values()}
        return [e for e in self._gold.components if e.kind != NO_COMPONENT and id(e) not in found]

    @cached_property
    def _wanted(self) -> set[Pair]:
        return {self._pair(edge.source, edge.target) for edge in self._gold.edges}

    @cached_property
    def _drawn(self) -> dict[Pair, Connection]:
        """The first connection between each two, by the names that gold has for them."""
        found: dict[Pair, Connection] = {}
        for connection in self._reading.architecture.connections:
            pair = frozenset((self._node(connection.source), self._node(connection.target)))
            found.setdefault(pair, connection)
        return found

    @cached_property
    def _directed(self) -> set[tuple[str, str]]:
        """The directions that gold knows, of connections that were read."""
        ways = {(self._of(e.source), self._of(e.target)) for e in self._gold.edges if e.directed}
        return {way for way in ways if frozenset(way) in self._drawn}

    @cached_property
    def _ways(self) -> set[tuple[str, str]]:
        return {(self._node(c.source), self._node(c.target)) for c in self._reading.architecture.connections}

    def _pair(self, source: str, target: str) -> Pair:
        return frozenset((self._of(source), self._of(target)))

    def _of(self, element: str) -> str:
        return self._alias.get(element, element)

    def _node(self, id_: str) -> str:
        """What gold calls a component or a group of the reading; something of its own when it does not know it."""
        if id_ in self._entry:
            return self._entry[id_].id
        group = next((group for group in self._reading.architecture.groups if group.id == id_), None)
        known = (element for element in group.element_ids if element in self._gold.groups) if group else iter(())
        return next(known, f"?{id_}")

    def _fate(self, elements: Iterable[str]) -> str:
        """What became of elements in the reading."""
        wanted = set(elements)
        architecture = self._reading.architecture
        places: Sequence[tuple[str, Iterable[tuple[Sequence[str], str]]]] = (
            ("its elements are part of", ((c.element_ids, _read_as(c)) for c in architecture.components)),
            ("it was read as", ((c.element_ids, self._shown(c)) for c in architecture.connections)),
            ("it was read as a group,", ((g.element_ids, f"“{g.label}”") for g in architecture.groups)),
            ("it was read as a note,", ((n.element_ids, f"“{n.text}”") for n in self._reading.notes)),
            ("it is asked about:", ((u.element_ids, u.question) for u in self._reading.unclear)),
        )
        fates = (f"{how} {what}" for how, found in places for ids, what in found if wanted.intersection(ids))
        return next(fates, "nothing was read there")

    def _shown(self, connection: Connection) -> str:
        label = f" “{connection.label}”" if connection.label else ""
        return f"{self._titled(connection.source)} → {self._titled(connection.target)}{label}"

    def _titled(self, id_: str) -> str:
        groups = {group.id: group.label for group in self._reading.architecture.groups}
        return f"“{self._component[id_].label if id_ in self._component else groups.get(id_, id_)}”"

    def _named(self, ids: Iterable[str]) -> str:
        labels = {entry.id: entry.label for entry in self._gold.components}
        return " and ".join(f"“{labels.get(id_, id_)}”" for id_ in (ids if isinstance(ids, tuple) else sorted(ids)))


def figures(each: Sequence[Counts], read: int) -> dict[str, float]:
    """The figures of scenes, of which so many could be read: over all, and (`macro`) as the mean of the scenes."""
    total = sum(each, Counts())
    return {
        "scenes": len(each),
        "read": read,
        "component_f1": total.component_f1,
        "component_f1_macro": _mean([one.component_f1 for one in each]),
        "kind_accuracy": total.kinds / max(1, total.found),
        "kind_family_accuracy": total.families / max(1, total.found),
        "connection_f1": total.connection_f1,
        "connection_f1_macro": _mean([one.connection_f1 for one in each]),
        "direction_accuracy": total.directions / max(1, total.directed),
    }


def _f1(right: int, wrong: int, missed: int) -> float:
    return 2 * right / (2 * right + wrong + missed) if right + wrong + missed else 1.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


def _family(kind: str) -> str:
    return _FAMILY.get(kind, kind)


def _read_as(component: Component) -> str:
    return f"“{component.label}”, read as {component.kind} ({component.confidence:.0%}: {component.reason})"
