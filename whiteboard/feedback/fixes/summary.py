"""A fix in one sentence, as an interviewer would say it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from whiteboard.checks import wording
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Architecture, Component, Connection

_E = TypeVar("_E", bound=Edit)


def summary(edits: tuple[Edit, ...], before: Architecture, after: Architecture, catalog: Catalog) -> str:
    """What to do, in plain words: "Put a load balancer between Web app and API server; run 2 copies of Orders DB."."""
    told = _Telling(edits, before, after, catalog)
    text = "; ".join(told.parts())
    return f"{text[:1].upper()}{text[1:]}."


@dataclass(frozen=True)
class _Telling:
    edits: tuple[Edit, ...]
    before: Architecture
    after: Architecture
    catalog: Catalog

    def parts(self) -> Iterator[str]:
        for boxes in self._clusters():
            yield self._added(boxes)
        yield from dict.fromkeys(self._moved())
        yield from self._joined()
        yield from self._erased()
        yield from self._copied()

    # New components

    @cached_property
    def _boxes(self) -> dict[str, Component]:
        return {edit.component.id: edit.component for edit in self.edits if isinstance(edit, AddComponent)}

    @cached_property
    def _drawn(self) -> list[tuple[str, str]]:
        """The ends of all connections that are new or changed."""
        ids = [edit.connection.id for edit in self._of(Connect)] + [edit.connection_id for edit in self._of(Reroute)]
        found = (self.after.connection.get(id_) for id_ in dict.fromkeys(ids))
        return [(connection.source, connection.target) for connection in found if connection]

    def _clusters(self) -> list[list[str]]:
        """The new components, those that are joined to each other together."""
        clusters: list[list[str]] = []
        for box in self._boxes:
            joined = [c for c in clusters if any(self._touch(box, other) for other in c)]
            clusters = [c for c in clusters if c not in joined]
            clusters.append([*(one for cluster in joined for one in cluster), box])
        return clusters

    def _touch(self, one: str, other: str) -> bool:
        return (one, other) in self._drawn or (other, one) in self._drawn

    def _added(self, boxes: list[str]) -> str:
        before = [source for source, target in self._drawn if target in boxes and source not in boxes]
        behind = [target for source, target in self._drawn if source in boxes and target not in boxes]
        what = wording.listed(self._new(box) for box in boxes)
        if before and behind:
            return f"put {what} between {self._names(before)} and {self._names(behind)}"
        if before:
            return f"add {what} and let {self._names(before)} use it"
        return f"add {what} in front of {self._names(behind)}"

    def _new(self, box: str) -> str:
        component, kind = self._boxes[box], self.catalog.kinds[self._boxes[box].kind]
        named = kind.named
        return named if component.label == kind.title else f"{named} (“{wording.short(component.label)}”)"

    # Connections

    def _moved(self) -> Iterator[str]:
        """Connections that lead elsewhere now, between components that were drawn before."""
        for edit in self._of(Reroute):
            old = self.before.connection.get(edit.connection_id)
            if old is None or not self._boxes.keys().isdisjoint((edit.source, edit.target)):
                continue
            arrow = f"the arrow from {self._name(old.source)} to {self._name(old.target)}"
            if edit.source == old.source and self._joined_after(edit.target, old.target):
                yield f"lead {arrow} through {self._name(edit.target)}"
            else:
                yield f"let {arrow} run from {self._name(edit.source)} to {self._name(edit.target)}"

    def _joined_after(self, one: str, other: str) -> bool:
        return any({c.source, c.target} == {one, other} for c in self.after.connections)

    def _joined(self) -> Iterator[str]:
        through = {(e.target, self.before.connection[e.connection_id].target) for e in self._old_reroutes()}
        for edit in self._of(Connect):
            ends = (edit.connection.source, edit.connection.target)
            if self._boxes.keys().isdisjoint(ends) and ends not in through:
                yield self._connected(edit.connection)

    def _old_reroutes(self) -> Iterator[Reroute]:
        return (edit for edit in self._of(Reroute) if edit.connection_id in self.before.connection)

    def _connected(self, connection: Connection) -> str:
        label = f" (“{connection.label}”)" if connection.label else ""
        return f"draw an arrow from {self._name(connection.source)} to {self._name(connection.target)}{label}"

    def _erased(self) -> Iterator[str]:
        """Connections that are gone, and are not told of as moved."""
        for edit in self._of(Disconnect):
            if old := self.before.connection.get(edit.connection_id):
                yield f"take away the arrow from {self._name(old.source)} to {self._name(old.target)}"

    # Copies

    def _copied(self) -> Iterator[str]:
        by_count: dict[int, list[str]] = {}
        for edit in self._of(Replicate):
            by_count.setdefault(edit.replicas, []).append(edit.component_id)
        for count, components in by_count.items():
            each = " each" if len(components) > 1 else ""
            yield f"run {count} copies{each} of {self._names(components)}"

    # Names

    def _name(self, end: str) -> str:
        if end in self.after.component:
            return wording.name(self.after.component[end])
        return next((wording.short(group.label) for group in self.after.groups if group.id == end), end)

    def _names(self, ends: Iterable[str]) -> str:
        return wording.listed(dict.fromkeys(map(self._name, ends)))

    def _of(self, type_: type[_E]) -> Iterator[_E]:
        return (edit for edit in self.edits if isinstance(edit, type_))
