"""A fix in one sentence, as an interviewer would say it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from whiteboard.checks import wording
from whiteboard.graph.tiers import Tier, tier_of
from whiteboard.graph.walks import explore
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Architecture, Component, Connection

_E = TypeVar("_E", bound=Edit)

_DOING = {Tier.CHANNEL: "publish to", Tier.ATTENDANT: "report to"}


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
        yield from dict.fromkeys(self._added(self._in_order(boxes)) for boxes in self._clusters())
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

    def _in_order(self, boxes: list[str]) -> list[str]:
        """New components as a request meets them."""
        entered = [box for box in boxes if any(target == box and source not in boxes for source, target in self._drawn)]
        met = explore(entered, lambda box: [t for s, t in self._drawn if s == box and t in boxes])
        return list(dict.fromkeys([*met, *boxes]))

    def _touch(self, one: str, other: str) -> bool:
        return (one, other) in self._drawn or (other, one) in self._drawn

    def _added(self, boxes: list[str]) -> str:
        before, behind = self._before(boxes), self._behind(boxes)
        what = self._all_new(boxes)
        if leader := self._leader(boxes):
            return f"add {self._a(boxes[0])} and feed it from {self._name(leader)}"
        if set(before) == set(behind):
            return f"join {self._names(before)} by {what}"
        behind = [end for end in behind if end not in before] or behind
        if before and behind:
            return self._led(what, before, behind)
        return self._used(boxes, before) if before else f"add {what} in front of {self._names(behind)}"

    def _led(self, what: str, before: list[str], behind: list[str]) -> str:
        """New components on ways that led elsewhere, or beside ways that stay."""
        ends = f"{self._names(before)} to {self._names(behind)}"
        single = len(set(before)) == len(set(behind)) == 1
        if self._still_joined(before, behind):
            return f"add {what} beside the {'arrow' if single else 'arrows'} from {ends}"
        if single:
            return f"put {what} between {self._names(before)} and {self._names(behind)}"
        return f"let {self._names(before)} reach {self._names(behind)} through {what}"

    def _still_joined(self, before: list[str], behind: list[str]) -> bool:
        """Whether the ways that were there before stay beside the new ones."""
        stay = {(c.source, c.target) for c in self.after.connections if c.id in self.before.connection}
        return all((one, other) in stay for one in before for other in behind)

    def _before(self, boxes: list[str]) -> list[str]:
        return [source for source, target in self._drawn if target in boxes and source not in boxes]

    def _behind(self, boxes: list[str]) -> list[str]:
        return [target for source, target in self._drawn if source in boxes and target not in boxes]

    def _leader(self, boxes: list[str]) -> str | None:
        """What the only new component is a copy of."""
        arrows = (edit.connection for edit in self._of(Connect) if edit.connection.style == "replication")
        return next((arrow.source for arrow in arrows if boxes == [arrow.target]), None)

    def _used(self, boxes: list[str], users: list[str]) -> str:
        """New components that nothing lies behind: what they are for."""
        first = next(box for box in boxes if any((user, box) in self._drawn for user in users))
        others = [box for box in boxes if box != first]
        behind = f", and {self._all_new(others)} behind it" if others else ""
        tier = tier_of(self._boxes[first].kind, self.catalog)
        if tier is Tier.WORKER:
            return f"add {self._new(first)} that takes from {self._names(users)}{behind}"
        sources = [user for user in users if self._is_passive(user)]
        askers = [user for user in users if user not in sources]
        fed = f", fed from {self._names(sources)}" if sources else ""
        doing = _DOING.get(tier, "use")
        used = f"{',' if fed else ''} for {self._names(askers)} to {doing}" if askers else ""
        return f"add {self._new(first)}{fed}{used}{behind}"

    def _is_passive(self, end: str) -> bool:
        component = self.after.component.get(end)
        return component is not None and tier_of(component.kind, self.catalog).passive

    def _a(self, box: str) -> str:
        return f"“{wording.short(self._boxes[box].label)}”"

    def _all_new(self, boxes: list[str]) -> str:
        """New components as prose; several of one kind are counted: "a queue and 2 workers"."""
        counted = Counter(self._new(box) for box in boxes)
        titles = {self._new(box): self._boxes[box].label.lower() for box in boxes}
        return wording.listed(what if n == 1 else f"{n} {titles[what]}s" for what, n in counted.items())

    def _new(self, box: str) -> str:
        component, kind = self._boxes[box], self.catalog.kinds[self._boxes[box].kind]
        named = kind.named
        return named if component.label == kind.title else f"{named} (“{wording.short(component.label)}”)"

    # Connections

    def _moved(self) -> Iterator[str]:
        """Connections that lead elsewhere now, between components that were drawn before."""
        for edit in self._of(Reroute):
            old = self.before.connection[edit.connection_id]
            if not self._boxes.keys().isdisjoint((edit.source, edit.target)):
                continue
            source, target, end = self._name(old.source), self._name(old.target), self._name(edit.target)
            if edit.source == old.source and self._joined_after(edit.target, old.target):
                yield f"lead the arrow from {source} to {target} through {end}"
            elif edit.source == old.source:
                yield f"lead the arrow from {source} to {end} instead of {target}"
            else:
                yield f"let the arrow from {source} to {target} run from {self._name(edit.source)} to {end}"

    def _joined_after(self, one: str, other: str) -> bool:
        return any({c.source, c.target} == {one, other} for c in self.after.connections)

    def _joined(self) -> Iterator[str]:
        """New arrows between components that were drawn before: those from one together, and those to the same ends."""
        moved = [(self.before.connection[edit.connection_id], edit) for edit in self._of(Reroute)]
        through = {(edit.target, old.target) for old, edit in moved}
        targets: dict[str, list[str]] = {}
        for arrow in (edit.connection for edit in self._of(Connect)):
            ends = (arrow.source, arrow.target)
            if self._boxes.keys().isdisjoint(ends) and ends not in through:
                label = f" (“{arrow.label}”)" if arrow.label else ""
                targets.setdefault(self._name(arrow.source), []).append(f"{self._name(arrow.target)}{label}")
        for sources, led_to in _together(targets):
            arrows = "an arrow" if len(sources) == len(led_to) == 1 else "arrows"
            yield f"draw {arrows} from {wording.listed(sources)} to {_each_once(led_to)}"

    def _erased(self) -> Iterator[str]:
        """Connections that are gone, save those that something stands between now."""
        targets: dict[str, list[str]] = {}
        for edit in self._of(Disconnect):
            old = self.before.connection[edit.connection_id]
            if not any(self._is_replaced(old, boxes) for boxes in self._clusters()):
                targets.setdefault(self._name(old.source), []).append(f"{self._name(old.target)}{self._instead(old)}")
        for sources, ends in _together(targets):
            arrows = "the arrow" if len(sources) == len(ends) == 1 else "the arrows"
            yield f"take away {arrows} from {wording.listed(sources)} to {_each_once(ends)}"

    def _instead(self, old: Connection) -> str:
        """What leads to the end of an erased arrow as well."""
        led = {(c.source, c.target) for c in self.after.connections}
        between = (c for c in self.after.component if (old.source, c) in led and (c, old.target) in led)
        other = next(between, None)
        return "" if other is None else f" ({self._name(other)} leads there as well)"

    def _is_replaced(self, old: Connection, boxes: list[str]) -> bool:
        ends, joined = {old.source, old.target}, {*self._before(boxes), *self._behind(boxes)}
        return ends <= joined

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


def _together(targets: dict[str, list[str]]) -> Iterator[tuple[list[str], list[str]]]:
    """The sources of arrows, those that lead to the same ends together, with the ends."""
    sources: dict[tuple[str, ...], list[str]] = {}
    for source, ends in targets.items():
        sources.setdefault(tuple(ends), []).append(source)
    for led_to, those in sources.items():
        yield those, list(led_to)


def _each_once(names: list[str]) -> str:
    """Names as prose; one that several bear is said once."""
    once = dict.fromkeys(names)
    several = "each " if len(once) < len(names) else ""
    return several + wording.listed(once)
