"""A node-link drawing without positions: what Mermaid or graph JSON say, before anybody reads meaning into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from whiteboard.model.architecture import Direction, Style

Flow = Literal["LR", "RL", "TB", "BT"]
"""Which way a drawing runs: from left to right, from top to bottom, or back."""

MAX_BYTES = 20_000_000
MAX_ELEMENTS = 50_000
"""Nodes, edges and subgraphs of one diagram together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node as drawn.

    `shape` is its outline ("cylinder", "circle", …; None for a plain box or when unknown), `kind` a kind of the
    catalog and `technology` the name of a product when the format states one, `parent` the id of the subgraph it
    stands in. A node with notes of its own is a component, whatever its label.
    """

    id: str
    label: str
    kind: str | None = None
    technology: str | None = None
    shape: str | None = None
    replicas: int | None = None
    notes: tuple[str, ...] = ()
    parent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An edge as drawn, between nodes or subgraphs. `style` is what the format states, `dashed` how the line looks."""

    id: str
    source: str
    target: str
    label: str = ""
    direction: Direction = "forward"
    style: Style | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgraph:
    """A boundary around nodes; `parent` is the id of the subgraph it stands in."""

    id: str
    label: str
    parent: str | None = None


@dataclass(frozen=True, kw_only=True)
class Diagram:
    """Nodes, edges and subgraphs in the order of the document. `notes` is text that stands beside the drawing.

    The ids of nodes and subgraphs are distinct, and edges end at one of them. `flow` is which way the file wants it
    drawn, if it says.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    subgraphs: tuple[Subgraph, ...] = ()
    notes: tuple[str, ...] = ()
    title: str | None = None
    flow: Flow | None = None
