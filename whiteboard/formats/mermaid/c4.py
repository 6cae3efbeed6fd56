"""Mermaid C4 diagrams: people, systems, containers and components, their boundaries and relations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from whiteboard.formats.diagram import Diagram, Node, Subgraph
from whiteboard.formats.mermaid.arguments import read_arguments
from whiteboard.formats.mermaid.c4_elements import ELEMENT, kind_of, shape_of
from whiteboard.formats.mermaid.definitions import Definitions, End, Line
from whiteboard.formats.mermaid.label import plain_text
from whiteboard.formats.mermaid.statements import StatementReader

if TYPE_CHECKING:
    from whiteboard.formats.mermaid.arguments import Argument
    from whiteboard.formats.mermaid.document import Document
    from whiteboard.model.errors import Problem

_TITLE = re.compile(r"title[ \t]+([^\n]*)")
_LEFT_OUT = re.compile(
    r"accTitle[ \t]*:[^\n]*|accDescr[ \t]*(?::[^\n]*|\{[^}]*\})|accDescription[^\n]*"
    r"|direction[ \t]+(?:TB|TD|BT|RL|LR)(?!\w)|!include[^\n]*"
)
_NAME = re.compile(r"\w+(?=[ \t]*\()")
_OPEN = re.compile(r"\s*\{")
_CLOSE = re.compile(r"\}")

_BOUNDARY = re.compile(r"(?:(?:Enterprise|System|Container)_)?Boundary|(?:Deployment_)?Node(?:_[LR])?")
_RELATION = re.compile(r"(?:Bi)?Rel(?:_(?:U|D|L|R|Up|Down|Left|Right|Back|Neighbor|Back_Neighbor))?|RelIndex")
_LONGEST_NAME = 40
_LOOKS = re.compile(r"Update\w+|Add\w+Tag|(?:LAYOUT|SHOW|HIDE)_\w+")

_NAMES = (
    *("Person", "System", "SystemDb", "SystemQueue", "Container", "ContainerDb", "ContainerQueue", "Component"),
    *("Boundary", "Enterprise_Boundary", "System_Boundary", "Container_Boundary", "Deployment_Node", "Node"),
    *("Rel", "BiRel", "Rel_Back"),
)
"""What somebody who mistyped a name may have meant."""

_PERSON = ("alias", "label", "descr")
_SYSTEM = ("alias", "label", "descr")
_CONTAINER = ("alias", "label", "techn", "descr")
_BOUNDARY_PARAMETERS = ("alias", "label", "type")
_NODE_PARAMETERS = ("alias", "label", "type", "descr")
_RELATION_PARAMETERS = ("from", "to", "label", "techn")


class C4Diagram(StatementReader):
    """Reads one C4 diagram of any level behind its header.

    `numbered` is for dynamic diagrams, whose relations are drawn with their numbers. What only concerns the looks
    (`UpdateElementStyle`, tags, links, sprites) is left out.
    """

    def __init__(self, document: Document, *, numbered: bool) -> None:
        super().__init__(document)
        self.parts = Definitions(self.scanner)
        self.title = document.title
        self.numbered = numbered
        self.lines: list[Line] = []
        self.open: list[_Open] = []

    def statement(self) -> None:
        """Read a title, a call, or the end of a boundary."""
        if found := self.scanner.match(_TITLE):
            self.title = plain_text(found[1]) or self.title
        elif self.scanner.match(_CLOSE):
            self._close()
        elif not self.scanner.match(_LEFT_OUT):
            self._call()

    def diagram(self) -> Diagram:
        """Return what was drawn."""
        self.problems += [boundary.never_closed for boundary in self.open]
        self.problems += self.parts.missing(end for line in self.lines for end in (line.source, line.target))
        return Diagram() if self.problems else self.parts.diagram(self.lines, self.title)

    def _call(self) -> None:
        at = self.scanner.at
        name = self.scanner.match(_NAME)
        if not name:
            message = f"unexpected '{self.word()}'"
            raise self.scanner.fault(message, 'a line such as System(shop, "Shop") goes here')
        if element := ELEMENT.fullmatch(name[0]):
            self._element(element, at)
        elif _BOUNDARY.fullmatch(name[0]):
            self._boundary(name[0], at)
        elif relation := _RELATION.fullmatch(name[0]):
            self._relation(relation, at)
        elif _LOOKS.fullmatch(name[0]):
            read_arguments(self.scanner)
        else:
            near = get_close_matches(name[0], _NAMES, 1) if len(name[0]) <= _LONGEST_NAME else []
            hint = f"did you mean '{near[0]}'?" if near else "see the C4 elements that Mermaid knows"
            raise self.scanner.fault(f"'{name[0]}' is no element of a C4 diagram", hint, at=at)

    def _element(self, element: re.Match[str], at: int) -> None:
        parameters = {"Person": _PERSON, "System": _SYSTEM}.get(element["level"], _CONTAINER)
        given = read_arguments(self.scanner).of(parameters)
        end = self._alias(given, "alias", at)
        label, technology, description = (_text(given, name) for name in ("label", "techn", "descr"))
        label = label or end.id
        node = Node(
            id=end.id,
            label=label,
            kind=kind_of(element, label, technology),
            shape=shape_of(element),
            notes=tuple(" ".join(text.split()) for text in (technology, description) if text),
            parent=self.open[-1].id if self.open else None,
        )
        if not self.parts.describe(node):
            self.parts.add_node(node, end)

    def _boundary(self, name: str, at: int) -> None:
        deployed = name.endswith(("Node", "Node_L", "Node_R"))
        given = read_arguments(self.scanner).of(_NODE_PARAMETERS if deployed else _BOUNDARY_PARAMETERS)
        end = self._alias(given, "alias", at)
        label, type_ = _text(given, "label") or end.id, _text(given, "type")
        if deployed and type_:
            label = f"{label}\n[{type_}]"
        parent = self.open[-1].id if self.open else None
        opens = self.scanner.match(_OPEN) is not None
        if opens:
            problem = self.scanner.problem("this boundary is never closed", "add a line '}'", at=at)
            self.open.append(_Open(end.id, problem))
        self.parts.add_subgraph(Subgraph(id=end.id, label=label, parent=parent), end)

    def _close(self) -> None:
        if not self.open:
            raise self.scanner.fault("'}' closes no boundary", at=self.scanner.at - 1)
        self.open.pop()

    def _relation(self, relation: re.Match[str], at: int) -> None:
        indexed = relation[0] == "RelIndex"
        parameters = ("index", *_RELATION_PARAMETERS) if indexed else _RELATION_PARAMETERS
        given = read_arguments(self.scanner).of(parameters)
        source, target = (self._alias(given, name, at) for name in ("from", "to"))
        if "_Back" in relation[0]:
            source, target = target, source
        self.parts.reserve(1)
        self.lines.append(
            Line(
                source=source,
                target=target,
                label=self._label(given),
                direction="both" if relation[0].startswith("Bi") else "forward",
            )
        )

    def _label(self, given: dict[str, Argument]) -> str:
        """The label as Mermaid draws it: numbered in order in a dynamic diagram, the technology below."""
        label, technology = _text(given, "label"), _text(given, "techn")
        if self.numbered:
            label = f"{len(self.lines) + 1}: {label}".strip()
        return f"{label}\n[{technology}]".strip() if technology else label

    def _alias(self, given: dict[str, Argument], parameter: str, at: int) -> End:
        argument = given.get(parameter)
        if argument is None:
            message = f"the argument '{parameter}' is missing here"
            raise self.scanner.fault(message, 'write Name(alias, "Label"), or Rel(from, to, "Label")', at=at)
        return End(argument.text, argument.at)


@dataclass(frozen=True, slots=True)
class _Open:
    """A boundary that is not closed yet, and what to say if it never is."""

    id: str
    never_closed: Problem


def _text(given: dict[str, Argument], name: str) -> str:
    argument = given.get(name)
    return argument.text if argument else ""
