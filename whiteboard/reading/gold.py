"""Gold: what a person says that a scene shows, to measure a reading against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.formats.json_text import parse_json
from whiteboard.formats.records import Problems, Record
from whiteboard.formats.source import content_of
from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NO_COMPONENT = "none"
"""The kind of a shape that is no component."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldComponent:
    """A shape with what it is. `also_ids` are further elements that draw it, `alt_kinds` kinds that are right too."""

    id: str
    label: str
    kind: str
    also_ids: tuple[str, ...] = ()
    alt_kinds: tuple[str, ...] = ()

    @property
    def kinds(self) -> frozenset[str]:
        """All kinds that are right."""
        return frozenset((self.kind, *self.alt_kinds))


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEdge:
    """A connection between components or groups; `element` is the arrow that draws it, if known."""

    source: str
    target: str
    directed: bool
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What one scene shows."""

    components: tuple[GoldComponent, ...]
    edges: tuple[GoldEdge, ...]
    groups: frozenset[str]


def load_gold(path: Path) -> Gold:
    """Read a file of gold. Raises InputError that names each field which is not what it must be."""
    data, file = content_of(path)
    content = parse_json(data, file)
    if not isinstance(content, dict):
        raise InputError(Problem(message="must be an object with components and edges", file=file))
    problems = Problems(file)
    gold = Gold(
        components=tuple(map(_component, _records(content, "components", problems))),
        edges=tuple(map(_edge, _records(content, "edges", problems))),
        groups=frozenset(record.text("id") for record in _records(content, "groups", problems)),
    )
    problems.raise_any()
    return gold


def _records(content: dict[str, object], key: str, problems: Problems) -> Iterator[Record]:
    values = content.get(key, [])
    if not isinstance(values, list):
        problems.add(key, "must be a list")
        return
    for number, value in enumerate(values):
        where = f"{key}[{number}]"
        if isinstance(value, dict):
            yield Record(value, where, problems)
        else:
            problems.add(where, "must be an object")


def _component(record: Record) -> GoldComponent:
    return GoldComponent(
        id=record.text("id"),
        label=record.text("label", ""),
        kind=record.text("kind"),
        also_ids=record.texts("also_ids"),
        alt_kinds=record.texts("alt_kinds"),
    )


def _edge(record: Record) -> GoldEdge:
    return GoldEdge(
        source=record.text("from"),
        target=record.text("to"),
        directed=record.value.get("directed") is True,
        element=record.text("element", "") or None,
    )
