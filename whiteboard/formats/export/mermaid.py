"""An architecture as a Mermaid flowchart that draws well elsewhere, and reads here to the same graph.

What a flowchart has no sign for is said by classes: `kind-cache`, `replicas-3`, `style-replication`, `note`
(see whiteboard.formats.mermaid.stated). Other programs take them for classes without a style.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.catalog import load_catalog
from whiteboard.formats.elements.look import look_of
from whiteboard.formats.ids import Ids
from whiteboard.formats.listed import notes_to_list, with_listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.catalog.values import Classification
    from whiteboard.model.architecture import Architecture, Component, Connection, Group, Reading

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_OURS = re.compile(r"(?:n|e|note)\d+")
_WORDS = frozenset(
    ["end", "graph", "flowchart", "subgraph", "style", "linkstyle", "classdef", "class", "click", "href", "direction"]
) | {"default", "call", "interpolate"}
_SPECIAL = re.compile(r"[^\w \-.,()/+?!'=$@\u00b7-\U0010ffff]|_|\\n")
_SHAPES = (
    ("datastore", "cylinder", '[("{}")]'),
    ("messaging", None, '[["{}"]]'),
    ("client", "stadium", '(["{}"])'),
    ("cache", None, '("{}")'),
)
_BOX = '["{}"]'
_ARROWS = {"forward": "-->", "both": "<-->", "none": "---"}
_DASHED_ARROWS = {"forward": "-.->", "both": "<-.->", "none": "-.-"}


def mermaid_of(reading: Reading) -> str:
    """Write what was read of a drawing as a Mermaid flowchart."""
    writer = _Writer(reading, load_catalog())
    return "\n".join(["flowchart LR", *(f"  {line}" for line in writer.lines()), ""])


def escaped(text: str) -> str:
    """Write any text so that it stands in the quotes of a label: Mermaid's `#35;` for what has a meaning there."""
    lines = text.split("\n")
    return "<br/>".join(_SPECIAL.sub(lambda found: "".join(f"#{ord(c)};" for c in found[0]), line) for line in lines)


class _Writer:
    """Writes one architecture."""

    def __init__(self, reading: Reading, catalog: Catalog) -> None:
        self.notes = [note.text for note in reading.notes]
        self.architecture = reading.architecture
        self.catalog = catalog
        self.names = _names(reading.architecture)
        self.classes: defaultdict[str, list[str]] = defaultdict(list)
        self.looks: dict[str, str] = {}

    def lines(self) -> Iterator[str]:
        yield from self._parts()
        for number, connection in enumerate(self.architecture.connections, 1):
            yield self._edge(connection, f"e{number}")
        for number, note in enumerate(self.notes, 1):
            yield f'note{number}@{{ shape: text, label: "{escaped(note)}" }}'
            self.classes["note"].append(f"note{number}")
        for style, name in self.looks.items():
            yield f"classDef {name} {style}"
        for name, ids in self.classes.items():
            yield f"class {','.join(ids)} {name}"

    def _parts(self) -> Iterator[str]:
        """Components inside their groups, written without recursion, as groups may be nested deeply."""
        inside: defaultdict[str | None, list[Group]] = defaultdict(list)
        for each in self.architecture.groups:
            inside[each.parent].append(each)
        members = {member for each in self.architecture.groups for member in each.members}
        open_: list[Group | None] = [*reversed(inside[None])]
        depth = 0
        yield from (self._node(c) for c in self.architecture.components if c.id not in members)
        while open_:
            group: Group | None = open_.pop()
            if group is None:
                depth -= 1
                yield "  " * depth + "end"
                continue
            yield "  " * depth + f'subgraph {self.names[group.id]}["{escaped(group.label) or " "}"]'
            depth += 1
            yield from ("  " * depth + self._node(self.architecture.component[member]) for member in group.members)
            open_ += [None, *reversed(inside[group.id])]

    def _node(self, component: Component) -> str:
        name = self.names[component.id]
        family, shape, brackets = self._shape(component.kind)
        notes = notes_to_list(component.notes)
        if notes:
            self.classes[f"notes-{len(notes)}"].append(name)
        if self._said(component, shape).kind != component.kind:
            self.classes[f"kind-{component.kind}"].append(name)
        if component.replicas:
            self.classes[f"replicas-{component.replicas}"].append(name)
        self._colour(family or component.kind, component.kind, name)
        if component.technology and self._said(component, shape).technology != component.technology:
            self.classes[f"technology-{component.technology}"].append(name)
        return name + brackets.format(escaped(with_listed(component.label, notes)) or " ")

    def _said(self, component: Component, shape: str | None) -> Classification:
        """What the label says by itself."""
        return self.catalog.classify(component.label, shape=shape)

    def _shape(self, kind: str) -> tuple[str | None, str | None, str]:
        for family, shape, brackets in _SHAPES:
            if self.catalog.is_a(kind, family):
                return family, shape, brackets
        return None, None, _BOX

    def _colour(self, family: str, kind: str, name: str) -> None:
        look = look_of(kind, self.catalog)
        style = f"fill:{look.fill},stroke:{look.stroke},color:#1e1e1e"
        self.classes[self.looks.setdefault(style, f"look-{family.replace('_', '-')}")].append(name)

    def _edge(self, connection: Connection, id_: str) -> str:
        dashed = connection.style in ("async", "replication")
        arrow = (_DASHED_ARROWS if dashed else _ARROWS)[connection.direction]
        label = f'|"{escaped(connection.label)}"|' if connection.label else ""
        stated = connection.style is not None and (connection.style != "async" or connection.label)
        if stated:
            self.classes[f"style-{connection.style}"].append(id_)
        ends = self.names[connection.source], self.names[connection.target]
        return f"{ends[0]} {f'{id_}@' if stated else ''}{arrow}{label} {ends[1]}"


def _names(architecture: Architecture) -> dict[str, str]:
    """An id that Mermaid takes for each component and group: its own, where that is one."""
    ids = Ids()
    names: dict[str, str] = {}
    things = [*(c.id for c in architecture.components), *(g.id for g in architecture.groups)]
    for number, id_ in enumerate(things, 1):
        is_name = _ID.fullmatch(id_) and id_.lower() not in _WORDS and not _OURS.fullmatch(id_)
        names[id_] = ids.new(id_ if is_name else f"n{number}")
    return names
