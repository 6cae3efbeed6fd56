"""Mermaid text to a diagram: the header says which grammar reads the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.formats.diagram import MAX_BYTES
from whiteboard.formats.mermaid.document import open_document
from whiteboard.formats.mermaid.stated import with_stated
from whiteboard.formats.mermaid.statements import BETWEEN
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.mermaid.scanner import Scanner

_FLOWCHART = re.compile(r"(?:graph|flowchart-elk|flowchart)(?![\w-])")
_ARCHITECTURE = re.compile(r"architecture(?:-beta)?(?![\w-])")
_C4 = re.compile(r"C4(?:Context|Container|Component|Dynamic|Deployment)(?!\w)")
_OTHERS = {
    "block": "a block diagram",
    "classDiagram": "a class diagram",
    "erDiagram": "an entity relationship diagram",
    "gantt": "a Gantt chart",
    "gitGraph": "a Git graph",
    "info": "no drawing",
    "journey": "a user journey",
    "kanban": "a Kanban board",
    "mindmap": "a mind map",
    "packet": "a packet diagram",
    "pie": "a pie chart",
    "quadrantChart": "a quadrant chart",
    "radar": "a radar chart",
    "requirementDiagram": "a requirement diagram",
    "sankey": "a Sankey diagram",
    "sequenceDiagram": "a sequence diagram",
    "stateDiagram": "a state diagram",
    "timeline": "a timeline",
    "treemap": "a treemap",
    "xychart": "a chart",
    "zenuml": "a sequence diagram",
}
_FENCE = re.compile(r"```|~~~|#{1,6} ")
_OTHER = re.compile(rf"({'|'.join(_OTHERS)})(?:-(?:beta|v2))?(?![\w-])")


def load_mermaid(text: str, name: str | None = None) -> Diagram:
    """Read a Mermaid flowchart, architecture diagram or C4 diagram.

    `name` is the file's, for messages. Colours, links and classes (but for our own, see `stated`) are left out: they
    say nothing about an architecture. Raises InputError with every statement that cannot be read, and TooLargeError
    over a limit.
    """
    if len(text) > MAX_BYTES:
        raise TooLargeError(Problem(message=f"the diagram is over {MAX_BYTES // 1_000_000} MB", file=name))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    document = open_document(text, name)
    scanner = document.scanner
    scanner.match(BETWEEN)
    if scanner.sees(_FLOWCHART):
        from whiteboard.formats.mermaid.flowchart import Flowchart

        return with_stated(Flowchart(document).read(), text)
    if scanner.match(_ARCHITECTURE):
        from whiteboard.formats.mermaid.architecture import ArchitectureDiagram

        return ArchitectureDiagram(document).read()
    if found := scanner.match(_C4):
        from whiteboard.formats.mermaid.c4 import C4Diagram

        return C4Diagram(document, numbered=found[0] == "C4Dynamic").read()
    raise InputError(_no_architecture(scanner))


def _no_architecture(scanner: Scanner) -> Problem:
    other = _OTHER.match(scanner.text, scanner.at)
    if _FENCE.match(scanner.text, scanner.at):
        hint = "save what stands between the lines that begin with ``` as a file of its own"
        return scanner.problem("this is Markdown with Mermaid inside", hint)
    if not other:
        return scanner.problem("this is no Mermaid flowchart", "start with 'flowchart LR'")
    return scanner.problem(
        f"this is {_OTHERS[other[1]]}, which is not an architecture",
        "draw it as 'flowchart LR', 'architecture-beta' or a C4 diagram",
    )
