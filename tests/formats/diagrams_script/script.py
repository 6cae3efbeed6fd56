"""Small scripts, drawn."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

from whiteboard.formats.diagrams_script import load_diagrams_script

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Diagram

_HEAD = "from diagrams import Cluster, Diagram, Edge, Node\nfrom diagrams.aws.database import RDS\n"


def draw(body: str) -> Diagram:
    """Draw statements inside of a diagram that has three nodes: a, b and c."""
    nodes = "a, b, c = Node('a'), Node('b'), Node('c')\n"
    return load_diagrams_script(_HEAD + "with Diagram('Shop'):\n" + indent(nodes + body, "    "))


def labels(body: str) -> list[str]:
    """The labels of the nodes that statements draw."""
    return [node.label for node in draw(body).nodes[3:]]


def edges(body: str) -> list[str]:
    """The edges that statements draw, as `a > b`, `a = b` for two heads, `a - b` for none."""
    mark = {"forward": ">", "both": "=", "none": "-"}
    return [f"{e.source} {mark[e.direction]} {e.target}" for e in draw(body).edges]
