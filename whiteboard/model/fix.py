"""Edits of an architecture, and the fix they make together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.model.architecture import Component, Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class AddComponent:
    """Draw a component. Its id is new on the board; `beside` are components it is best placed near."""

    component: Component
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Connect:
    """Draw a connection. Its id is new on the board; it may end at a component that another edit adds."""

    connection: Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Disconnect:
    """Erase a connection."""

    connection_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reroute:
    """Let a connection start at `source` and end at `target`, keeping its label and style."""

    connection_id: str
    source: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replicate:
    """State how many copies of a component there are (2 or more)."""

    component_id: str
    replicas: int


Edit = AddComponent | Connect | Disconnect | Reroute | Replicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """The smallest edits found that turn a problem to a pass and no other finding to a problem, with one sentence
    that tells the candidate what to do.
    """

    summary: str
    edits: tuple[Edit, ...]
