"""Small boards for tests, written as lines such as `web(client) --> api -[poll]-> jobs(queue x2)`.

A component is named by its id; its kind (and count) stand behind its first mention, a service otherwise.
Arrows: `-->` forward, `<->` both heads, `---` none, `..>` asynchronous, `==>` replication, `-[label]->` labelled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Architecture, Component, Connection, Group, Note, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.model.architecture import Direction, Style

_NODE = re.compile(r"(?P<id>\w+)(?:\((?P<kind>\w+)(?: x(?P<replicas>\d+))?\))?")
_ARROW = re.compile(r" (?:-\[(?P<label>[^\]]*)\])?(?P<arrow>-->|->|<->|---|\.\.>|==>) ")
_ARROWS: dict[str, tuple[Direction, Style | None]] = {
    "-->": ("forward", None),
    "->": ("forward", None),
    "<->": ("both", None),
    "---": ("none", None),
    "..>": ("forward", "async"),
    "==>": ("forward", "replication"),
}


def sketch(
    *lines: str,
    labels: Mapping[str, str] | None = None,
    groups: Mapping[str, Sequence[str]] | None = None,
    notes: Sequence[str] = (),
) -> Reading:
    """Read the lines. Each component and connection is drawn by the element `el-<id>`."""
    components: dict[str, Component] = {}
    connections: list[Connection] = []
    names = set(groups or ())
    for line in lines:
        nodes = [_component(match, labels or {}) for match in map(_NODE.fullmatch, _ARROW.split(line)[::3]) if match]
        for node in nodes:
            if node.id not in names and (node.id not in components or node.kind != "service"):
                components[node.id] = node
        for arrow, source, target in zip(_ARROW.finditer(line), nodes, nodes[1:], strict=False):
            connections.append(_connection(f"c{len(connections) + 1}", source.id, target.id, arrow))
    architecture = Architecture(
        components=tuple(components[id_] for id_ in sorted(components)),
        connections=tuple(connections),
        groups=tuple(
            Group(id=id_, label=id_, members=tuple(members), element_ids=(f"el-{id_}",))
            for id_, members in (groups or {}).items()
        ),
    )
    return Reading(
        architecture=architecture,
        notes=tuple(Note(id=f"n{i}", text=text, element_ids=(f"el-n{i}",)) for i, text in enumerate(notes, 1)),
    )


def _component(match: re.Match[str], labels: Mapping[str, str]) -> Component:
    id_, replicas = match["id"], match["replicas"]
    return Component(
        id=id_,
        label=labels.get(id_, id_.replace("_", " ").capitalize()),
        kind=match["kind"] or "service",
        replicas=int(replicas) if replicas else None,
        element_ids=(f"el-{id_}",),
    )


def _connection(id_: str, source: str, target: str, arrow: re.Match[str]) -> Connection:
    direction, style = _ARROWS[arrow["arrow"]]
    return Connection(
        id=id_,
        source=source,
        target=target,
        label=arrow["label"] or "",
        direction=direction,
        style=style,
        element_ids=(f"el-{id_}",),
    )
