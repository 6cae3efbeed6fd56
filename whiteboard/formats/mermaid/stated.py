"""What our own flowcharts state by classes, as a flowchart has no other sign for it.

`class web,api replicas-3` and likewise `kind-<kind>`, `technology-<id>`, `notes-<count>` for the last lines of a label,
`style-<style>` of an edge, and `note` for a text beside the drawing. Written by whiteboard.formats.export.mermaid;
anybody may write them by hand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast, get_args

from whiteboard.formats.listed import split_listed
from whiteboard.model.architecture import Style

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Diagram, Edge, Node

_STATED = re.compile(
    r"^[ \t]*class[ \t]+(?P<ids>[\w,-]+)[ \t]+"
    r"(?:kind-(?P<kind>\w+)|replicas-(?P<replicas>[1-9]\d{0,6})"
    r"|technology-(?P<technology>[\w-]+)|notes-(?P<notes>[1-9]\d{0,3})|style-(?P<style>\w+)|(?P<note>note))[ \t;]*$",
    re.MULTILINE | re.ASCII,
)


def with_stated(diagram: Diagram, text: str) -> Diagram:
    """The diagram with what the classes in its text say."""
    stated: dict[str, dict[str, str]] = {}
    for found in _STATED.finditer(text):
        for id_ in found["ids"].split(","):
            stated.setdefault(id_, {}).update((key, value) for key, value in found.groupdict().items() if value)
    if not stated:
        return diagram
    ends = {end for edge in diagram.edges for end in (edge.source, edge.target)}
    notes = {n.id for n in diagram.nodes if "note" in stated.get(n.id, ()) and n.id not in ends}
    return replace(
        diagram,
        nodes=tuple(_node(node, stated.get(node.id, {})) for node in diagram.nodes if node.id not in notes),
        edges=tuple(_edge(edge, stated.get(edge.id, {})) for edge in diagram.edges),
        notes=(*diagram.notes, *(node.label for node in diagram.nodes if node.id in notes)),
    )


def _node(node: Node, stated: dict[str, str]) -> Node:
    if not stated:
        return node
    label, notes = split_listed(node.label, int(stated.get("notes", 0)))
    return replace(
        node,
        label=label,
        kind=stated.get("kind", node.kind),
        technology=stated.get("technology", node.technology),
        replicas=int(stated["replicas"]) if "replicas" in stated else node.replicas,
        notes=(*node.notes, *notes),
    )


def _edge(edge: Edge, stated: dict[str, str]) -> Edge:
    style = stated.get("style")
    return replace(edge, style=cast("Style", style)) if style in get_args(Style) else edge
