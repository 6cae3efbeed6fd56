"""The architecture graph: what a drawing says, without how it was drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Direction = Literal["forward", "both", "none"]
Style = Literal["sync", "async", "replication"]
Heading = Literal["functional", "non_functional", "estimates", "api", "data_model", "risks", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A node of the architecture.

    `kind` is an id of the catalog; `confidence` (0 to 1) and `reason` say how sure
    the reading is and why. `replicas` is None when the drawing does not say: unknown,
    not one. `element_ids` are the elements of the scene that draw it, the main one first.
    """

    id: str
    label: str
    kind: str
    confidence: float = 1.0
    reason: str = ""
    technology: str | None = None
    replicas: int | None = None
    notes: tuple[str, ...] = ()
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """An edge of the architecture, between components or groups, as it was drawn.

    `direction` is `forward` for one head at `target`, `both` for two heads, `none`
    for a plain line. `style` is None when the drawing does not say.
    """

    id: str
    source: str
    target: str
    label: str = ""
    direction: Direction = "forward"
    style: Style | None = None
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A boundary around components (region, VPC, cluster, layer).

    `members` are the ids of the components directly inside; `parent` is the id of
    the smallest group around this one.
    """

    id: str
    label: str
    members: tuple[str, ...] = ()
    parent: str | None = None
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Text on the board that is no component: requirements, numbers, API, schema, risks."""

    id: str
    text: str
    heading: Heading = "other"
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Architecture:
    """Components, connections and groups, each sorted by id."""

    components: tuple[Component, ...] = ()
    connections: tuple[Connection, ...] = ()
    groups: tuple[Group, ...] = ()

    @cached_property
    def component(self) -> dict[str, Component]:
        """Components by id."""
        return {c.id: c for c in self.components}

    @cached_property
    def connection(self) -> dict[str, Connection]:
        """Connections by id."""
        return {c.id: c for c in self.connections}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """Something the reading could not settle, put as a question to the person who drew it."""

    question: str
    component_ids: tuple[str, ...] = ()
    element_ids: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the service understood of a drawing."""

    architecture: Architecture = field(default_factory=Architecture)
    notes: tuple[Note, ...] = ()
    unclear: tuple[Unclear, ...] = ()
