"""The architecture graph: what a drawing says, without how it was drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Direction = Literal["forward", "both", "none"]
Style = Literal["sync", "async", "replication"]
Heading = Literal["functional", "non_functional", "estimates", "api", "data_model", "risks", "other"]


Access = Literal["read", "write", "both"]
Standing = Literal["primary", "standby", "replica"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a drawing says of a component besides its kind and how many copies there are.

    What it does not say is None or False: unknown, not denied. `shards` counts the pieces that its data
    is cut into, `sharded` says that it is cut at all, `shard_key` by what. `standing` is its part among
    copies. `zones` and `regions` are the least number that it is spread over ("multi-AZ" says two).
    `ttl` is the time that an entry lives, as written; empty when the drawing only says that there is one.
    """

    shards: int | None = None
    sharded: bool = False
    shard_key: str | None = None
    standing: Standing | None = None
    zones: int | None = None
    regions: int | None = None
    autoscaling: bool = False
    in_memory: bool = False
    ttl: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A node of the architecture.

    `kind` is an id of the catalog; `confidence` (0 to 1) and `reason` say how sure
    the reading is and why. `replicas` is None when the drawing does not say: unknown,
    not one. `element_ids` are the elements of the scene that draw it, the main one first.
    `also` are further kinds that the label names ("API gateway & load balancer").
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
    also: tuple[str, ...] = ()
    properties: Properties = Properties()

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds that it is read as, the main one first."""
        return (self.kind, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """An edge of the architecture, between components or groups, as it was drawn.

    `direction` is `forward` for one head at `target`, `both` for two heads, `none`
    for a plain line. `style` and `access` are None when the drawing does not say. `step` is its number
    where the steps of a story are numbered.
    """

    id: str
    source: str
    target: str
    label: str = ""
    direction: Direction = "forward"
    style: Style | None = None
    element_ids: tuple[str, ...] = ()
    step: int | None = None
    access: Access | None = None


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
    """What the service understood of a drawing.

    `designs` are the ids of the components of each design on it, the largest first, where several stand side by side
    (iterations, alternatives); one design otherwise. Empty when nobody has looked.
    """

    architecture: Architecture = field(default_factory=Architecture)
    notes: tuple[Note, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    designs: tuple[tuple[str, ...], ...] = ()
