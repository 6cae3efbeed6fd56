"""Mermaid architecture diagrams: `group`, `service`, `junction` and the edges between their sides."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.formats.diagram import Diagram, Node, Subgraph
from whiteboard.formats.mermaid.definitions import Definitions, End
from whiteboard.formats.mermaid.icons import shape_and_kind
from whiteboard.formats.mermaid.junctions import Arm, through_junctions
from whiteboard.formats.mermaid.label import plain_text
from whiteboard.formats.mermaid.statements import SPACE, StatementReader

if TYPE_CHECKING:
    from whiteboard.formats.mermaid.document import Document

_TITLE = re.compile(r"[ \t]*title[ \t]+([^\n]*)")
_LEFT_OUT = re.compile(r"accTitle[ \t]*:[^\n]*|accDescr[ \t]*(?::[^\n]*|\{[^}]*\})|align[ \t]+(?:row|column)\b[^\n]*")
_PART = re.compile(r"(group|service|junction)[ \t]+(?=\w)")
_ID = re.compile(r"\w(?:[\w-]*\w)?")
_ICON = re.compile(r"""[ \t]*(?:\(([\w:.@/ -]*)\)|"([^"\n]*)"|'([^'\n]*)')""")
_LABEL = re.compile(r"""[ \t]*\[[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\]\n"]*))[ \t]*\]""")
_OPEN_BRACKET = re.compile(r"[ \t]*[\[(]")
_IN = re.compile(r"[ \t]+in[ \t]+(?=\w)")
_GROUP = re.compile(r"[ \t]*\{group\}")
_LEFT_SIDE = re.compile(r"[ \t]*:[ \t]*[LRTB](?![a-zA-Z])")
_ARROW = re.compile(r"""[ \t]*(<?)[ \t]*-(?:-|\[(?:"([^"\n]*)"|([^\]\n]*))\]-)[ \t]*(>?)""")
_RIGHT_SIDE = re.compile(r"[ \t]*[LRTB][ \t]*:[ \t]*")


class ArchitectureDiagram(StatementReader):
    """Reads one architecture diagram behind its header.

    A junction is no part of an architecture: what its arms join is connected directly.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.parts = Definitions(self.scanner)
        self.title = document.title
        self.junctions: set[str] = set()
        self.parents: list[End] = []
        """Of services: their groups may be defined later."""
        self.arms: list[Arm] = []
        self.at_groups: set[End] = set()
        """The ends that mean the group around them."""

    def statement(self) -> None:
        """Read a title, a part or an edge."""
        if found := self.scanner.match(_TITLE):
            self.title = plain_text(found[1]) or self.title
        elif self.scanner.match(_LEFT_OUT):
            pass
        elif found := self.scanner.match(_PART):
            self._part(found[1])
        else:
            self._edge()
        self.end_of_statement("the end of the line goes here")

    def diagram(self) -> Diagram:
        """Return what was drawn, without junctions."""
        self.problems += self.parts.missing(end for arm in self.arms for end in (arm.source, arm.target))
        self.problems += self.parts.missing(self.parents, groups=True)
        if self.problems:
            return Diagram()
        arms = [replace(arm, source=self._meant(arm.source), target=self._meant(arm.target)) for arm in self.arms]
        lines = through_junctions(arms, self.junctions, self.parts.reserve, self.scanner.name)
        return self.parts.diagram(lines, self.title)

    def _part(self, what: str) -> None:
        part = self._end()
        icon, label = self._icon(), self._label()
        parent = self._parent(what)
        if what == "junction":
            self.parts.claim(part)
            self.junctions.add(part.id)
        elif what == "group":
            self.parts.add_subgraph(Subgraph(id=part.id, label=label or part.id, parent=parent), part)
        else:
            shape, kind = shape_and_kind(icon, label or part.id)
            self.parts.add_node(Node(id=part.id, label=label or part.id, kind=kind, shape=shape, parent=parent), part)

    def _end(self) -> End:
        at = self.scanner.at
        found = self.scanner.match(_ID)
        if not found:
            raise self.scanner.fault(
                f"an id is missing before '{self.word()}'", "write 'service db(database)[Orders]' or 'db:L -- R:server'"
            )
        return End(found[0], at)

    def _icon(self) -> str:
        found = self.scanner.match(_ICON)
        return (found[1] or "").strip() if found else ""

    def _label(self) -> str:
        found = self.scanner.match(_LABEL)
        if found:
            return plain_text(found[1] or found[2] or found[3] or "")
        if self.scanner.sees(_OPEN_BRACKET):
            raise self.scanner.fault("this bracket is not closed", "write 'service db(database)[Orders]'")
        return ""

    def _parent(self, what: str) -> str | None:
        if not self.scanner.match(_IN):
            return None
        parent = self._end()
        if what == "service":
            self.parents.append(parent)
        elif what == "group" and not self.parts.is_subgraph(parent.id):
            message = f"no group '{parent.id}' is defined before this one"
            raise self.scanner.fault(message, "define the outer group first", at=parent.at)
        return parent.id

    def _edge(self) -> None:
        source = self._edge_end()
        self._expect(_LEFT_SIDE, "the side of this edge is missing")
        arrow = self.scanner.match(_ARROW)
        if not arrow:
            self.scanner.match(SPACE)
            raise self.scanner.fault(f"an arrow is missing before '{self.word()}'", "write 'db:L --> R:server'")
        self._expect(_RIGHT_SIDE, "the side at the end of this edge is missing")
        self.arms.append(
            Arm(
                source=source,
                target=self._edge_end(),
                label=plain_text(arrow[2] or arrow[3] or ""),
                into_source=bool(arrow[1]),
                into_target=bool(arrow[4]),
            )
        )

    def _edge_end(self) -> End:
        end = self._end()
        if self.scanner.match(_GROUP):
            self.at_groups.add(end)
        return end

    def _expect(self, pattern: re.Pattern[str], message: str) -> None:
        if not self.scanner.match(pattern):
            raise self.scanner.fault(message, "write L, R, T or B, as in 'db:L --> R:server'")

    def _meant(self, end: End) -> End:
        parent = self.parts.parent_of(end.id) if end in self.at_groups else None
        return End(parent, end.at) if parent else end
