"""An architecture as a Python script for the `diagrams` library, which draws it with the icons of its technologies.

The script is only written, never run here. Whatever somebody typed stands in it as a literal. A connection to a group
goes to a component inside of it, as the library connects nothing else.
"""

from __future__ import annotations

import keyword
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagrams_script.classes import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Architecture, Component, Connection, Group

PLAIN = "Node"
"""The class without an icon."""

_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 30
_TAKEN = {"node", "edge", "cluster", "diagram"}


def diagrams_script_of(architecture: Architecture) -> str:
    """Write an architecture as a script for `diagrams`."""
    return _Writer(architecture, load_catalog()).script()


@cache
def class_table() -> dict[str, dict[str, str]]:
    """The paths of the classes without `diagrams.`, by `kinds` and `technologies`."""
    import yaml

    table: dict[str, dict[str, str]] = yaml.load(
        Path(__file__).with_name("classes.yaml").read_bytes(), yaml.CSafeLoader
    )
    return table


def class_for(component: Component, catalog: Catalog) -> str:
    """The class that draws a component: of its technology or its kind, provided that the script then says its kind."""
    table, options = class_table(), []
    if component.technology in table["technologies"]:
        options.append(table["technologies"][component.technology])
    kind: str | None = component.kind
    while kind and kind not in table["kinds"]:
        kind = catalog.kinds[kind].parent if kind in catalog.kinds else None
    if kind:
        options.append(table["kinds"][kind])
    fitting = (path for path in [*options, PLAIN] if _kind_said(path, component.label, catalog) == component.kind)
    return next(fitting, options[-1] if options else PLAIN)


def _kind_said(path: str, label: str, catalog: Catalog) -> str:
    """The kind that a reader takes a node of a class for."""
    class_ = describe(path)
    return class_.kind_for(label) or catalog.classify(label, shape=class_.shape).kind


class _Writer:
    """Writes one script."""

    def __init__(self, architecture: Architecture, catalog: Catalog) -> None:
        self.architecture = architecture
        self.classes = {c.id: class_for(c, catalog) for c in architecture.components}
        self.names = _names(architecture)
        self.inside: defaultdict[str | None, list[Group]] = defaultdict(list)
        for group in architecture.groups:
            self.inside[group.parent].append(group)

    def script(self) -> str:
        """The whole text."""
        paths = sorted(set(self.classes.values()) - {PLAIN})
        imports = (f"from diagrams.{module} import {name}" for module, _, name in (p.rpartition(".") for p in paths))
        lines = [
            "from diagrams import Cluster, Diagram, Edge, Node",
            *imports,
            "",
            'with Diagram("Architecture", filename="architecture", show=False, direction="LR"):',
            *(f"    {line}" for line in self._body()),
            "",
        ]
        return "\n".join(lines)

    def _body(self) -> Iterator[str]:
        yield from self._parts()
        edges = [line for connection in self.architecture.connections if (line := self._edge(connection))]
        yield from edges
        if not self.architecture.components:
            yield "pass"

    def _parts(self) -> Iterator[str]:
        """Nodes inside their clusters, written without recursion, as groups may be nested deeply."""
        members = {member for group in self.architecture.groups for member in group.members}
        yield from (self._node(c) for c in self.architecture.components if c.id not in members)
        open_: list[Group | None] = [*reversed(self.inside[None])]
        depth = 0
        while open_:
            at = open_.pop()
            if at is None:
                depth -= 1
                continue
            yield "    " * depth + f"with Cluster({_literal(at.label)}):"
            depth += 1
            nodes = [self._node(self.architecture.component[member]) for member in at.members]
            yield from ("    " * depth + line for line in nodes or ["pass"])
            open_ += [None, *reversed(self.inside[at.id])]

    def _node(self, component: Component) -> str:
        name = self.classes[component.id].rpartition(".")[2]
        return f"{self.names[component.id]} = {name}({_literal(component.label)})"

    def _edge(self, connection: Connection) -> str | None:
        source, target = self._end(connection.source), self._end(connection.target)
        if source is None or target is None:
            return None
        settings: dict[str, Any] = {"label": connection.label} if connection.label else {}
        if connection.style in ("async", "replication"):
            settings["style"] = "dashed"
        if connection.direction == "both":
            settings |= {"forward": True, "reverse": True}
        arguments = ", ".join(f"{key}={_literal(value)}" for key, value in settings.items())
        sign = "-" if connection.direction == "none" else ">>"
        return f"{source} {sign} Edge({arguments}) {sign} {target}" if settings else f"{source} {sign} {target}"

    def _end(self, id_: str) -> str | None:
        """The name of a component, or of the first one inside a group."""
        waiting = [id_]
        groups = {group.id: group for group in self.architecture.groups}
        while waiting:
            at = waiting.pop()
            if at in self.names:
                return self.names[at]
            waiting += [*reversed([g.id for g in self.inside[at]]), *reversed(groups[at].members)]
        return None


def _literal(value: object) -> str:
    """A text or a truth value as Python writes it; `ascii` leaves nothing that an editor could show otherwise."""
    return ascii(value)


def _names(architecture: Architecture) -> dict[str, str]:
    """A Python name for each component, after its label."""
    taken: set[str] = set(_TAKEN)
    names: dict[str, str] = {}
    for component in architecture.components:
        wanted = _NO_NAME.sub("_", component.label.lower())[:_LONGEST_NAME].strip("_") or "node"
        if not wanted[0].isalpha() or keyword.iskeyword(wanted):
            wanted = f"node_{wanted}"
        name, number = wanted, 1
        while name in taken:
            number += 1
            name = f"{wanted}_{number}"
        taken.add(name)
        names[component.id] = name
    return names
