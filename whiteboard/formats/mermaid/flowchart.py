"""Mermaid flowcharts: the grammar of `graph` and `flowchart`, statement by statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.formats.mermaid.drawing import Drawing
from whiteboard.formats.mermaid.label import plain_text
from whiteboard.formats.mermaid.links import read_link
from whiteboard.formats.mermaid.shapes import NAMED_SHAPES, PATTERNS
from whiteboard.formats.mermaid.statements import SPACE, StatementReader

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Diagram, Flow
    from whiteboard.formats.mermaid.document import Document
    from whiteboard.model.errors import Problem

_HEADER = re.compile(r"[a-z-]+(?:[ \t]+(TB|TD|BT|RL|LR|[<>^v])(?!\w))?")
_FLOWS: dict[str, Flow] = {
    "TB": "TB",
    "TD": "TB",
    "v": "TB",
    "BT": "BT",
    "^": "BT",
    "LR": "LR",
    ">": "LR",
    "RL": "RL",
    "<": "RL",
}
_BETWEEN_LINES = re.compile(r"\s*")

_SUBGRAPH = re.compile(r"subgraph(?![\w-])[^\S\n]*")
_END = re.compile(r"end(?=[ \t\r]*(?:\n|;|%%|\Z))")
_STYLING = re.compile(
    r"direction[ \t]+(?:TB|TD|BT|RL|LR)(?!\w)"
    r"|(?:style|linkStyle|classDef|class)[ \t][^\n;]*"
    r"|(?:click|href)[ \t][^\n]*"
    r"|accTitle[ \t]*:[^\n]*|accDescr[ \t]*(?::[^\n]*|\{[^}]*\})"
)

_ID = re.compile(r"(?:[^\W_]|[_!#$%'*+.?\\/`]|-(?![>.-]|\Z)|=(?!=)|&(?=\w))+")
_CLASS = re.compile(r":::[\w-]+")
_ATTRIBUTES = re.compile(r'@\{((?:"[^"]*"|[^{}"])*)\}')
_ATTRIBUTE = re.compile(r"""(\w+)\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,\n]*))""")
_AND = re.compile(r"\s*&\s*")
_TITLE_BRACKET = re.compile(r'[ \t]*\[\s*(?:"([^"]*)"\s*|([^\]"\n]*))\]')
_QUOTED_TITLE = re.compile(r'"([^"\n]*)"')
_PLAIN_TITLE = re.compile(r"(?:(?!%%)[^\n;])*")
_OPEN_TITLE = re.compile(r"[ \t]*\[")
_BRACKET = re.compile(r"[ \t]*[\[({]|>")


class Flowchart(StatementReader):
    """Reads one flowchart, header and all."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        found = self.scanner.match(_HEADER)
        flow = _FLOWS.get(found[1]) if found else None
        self.drawing = Drawing(name=self.scanner.name, title=document.title, flow=flow)
        self.open: list[Problem] = []
        """For each open subgraph, what to say if it is never closed."""

    def diagram(self) -> Diagram:
        """Return what was drawn."""
        self.problems += self.open
        return self.drawing.diagram()

    def statement(self) -> None:
        """Read a subgraph, its end, styling, or a chain of nodes."""
        if self.scanner.sees(_SUBGRAPH):
            self._subgraph()
        elif self.scanner.match(_END):
            self._end()
        elif not self.scanner.match(_STYLING):
            self._chain()
        self.end_of_statement("an arrow such as '-->' or the end of the line goes here")

    def _subgraph(self) -> None:
        problem = self.scanner.problem("this subgraph is never closed", "add a line 'end'")
        self.scanner.match(_SUBGRAPH)
        identifier, title = self._heading()
        label = plain_text(title)
        self.drawing.open_subgraph(identifier or (label if " " not in label else ""), label)
        self.open.append(problem)

    def _heading(self) -> tuple[str | None, str]:
        """Read what stands behind `subgraph`: an id, when one is given, and the title."""
        start = self.scanner.at
        identifier = self.scanner.match(_ID)
        title = self.scanner.match(_TITLE_BRACKET) if identifier else self.scanner.match(_QUOTED_TITLE)
        if title:
            return identifier[0] if identifier else None, title[1] or title[2] or ""
        if identifier and self.scanner.sees(_OPEN_TITLE):
            raise self.scanner.fault("the title of this subgraph is not closed", 'write subgraph id["title"]')
        self.scanner.at = start
        plain = self.scanner.match(_PLAIN_TITLE)
        return None, plain[0] if plain else ""

    def _end(self) -> None:
        if not self.open:
            raise self.scanner.fault("'end' closes no subgraph", at=self.scanner.at - len("end"))
        self.open.pop()
        self.drawing.close_subgraph()

    def _chain(self) -> None:
        """Read `a & b --> c --> d`."""
        sources = self._nodes()
        while link := read_link(self.scanner):
            self.scanner.match(_BETWEEN_LINES)
            targets = self._nodes()
            self.drawing.connect(sources, targets, link)
            sources = targets

    def _nodes(self) -> list[str]:
        nodes = [self._node()]
        while self.scanner.match(_AND):
            nodes.append(self._node())
        return nodes

    def _node(self) -> str:
        found = self.scanner.match(_ID)
        if not found:
            word = self.word()
            raise self.scanner.fault(
                f"a node is missing before '{word}'" if word else "a node is missing at the end",
                "a node starts with its id, as in 'web[Web app]'",
            )
        identifier = found[0]
        label, shape = self._bracketed()
        self.scanner.match(_CLASS)
        attributes = self.scanner.match(_ATTRIBUTES)
        if attributes:
            label, shape = _attributes(attributes[1], label, shape)
        self.scanner.match(_CLASS)
        self.drawing.mention(identifier, label, shape)
        return identifier

    def _bracketed(self) -> tuple[str | None, str | None]:
        """Read the outline and the label behind an id; neither when there is no bracket."""
        if not self.scanner.sees(_BRACKET):
            return None, None
        self.scanner.match(SPACE)
        for pattern, shape in PATTERNS:
            if found := self.scanner.match(pattern):
                return _label(found), shape
        raise self.scanner.fault("this label is not closed, or needs quotes", 'write id["label"]')


def _label(found: re.Match[str]) -> str:
    quoted = found["quoted"]
    if quoted is None:
        return plain_text(found["bare"])
    markdown = len(quoted) > 1 and quoted.startswith("`") and quoted.endswith("`")
    return plain_text(quoted[1:-1], markdown=True) if markdown else plain_text(quoted)


def _attributes(text: str, label: str | None, shape: str | None) -> tuple[str | None, str | None]:
    """Read `shape: cyl, label: "Orders"`."""
    values = {m[1]: (m[2] or m[3] or m[4] or "").strip() for m in _ATTRIBUTE.finditer(text)}
    if "label" in values:
        label = plain_text(values["label"])
    return label, NAMED_SHAPES.get(values.get("shape", ""), shape)
