"""What all grammars of Mermaid share: one statement after the other, and going on behind one that is wrong."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from whiteboard.formats.mermaid.scanner import SyntaxFault
from whiteboard.model.errors import InputError

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Diagram
    from whiteboard.formats.mermaid.document import Document
    from whiteboard.model.errors import Problem

MAX_PROBLEMS = 100

BETWEEN = re.compile(r"(?:[\s;]|%%[^\n]*)+")
"""What may stand between statements."""
SPACE = re.compile(r"[ \t]*")
_END_OF_STATEMENT = re.compile(r"[ \t\r]*(?:\n|;|%%[^\n]*|\Z)")
_REST_OF_LINE = re.compile(r"[^\n]*")
_WORD = re.compile(r"[\w-]{1,30}|\S|\Z")


class StatementReader(ABC):
    """Reads one document behind its header; an unreadable statement is noted and the next line taken."""

    def __init__(self, document: Document) -> None:
        self.scanner = document.scanner
        self.problems: list[Problem] = []

    @abstractmethod
    def statement(self) -> None:
        """Read the statement right here. Raises SyntaxFault."""

    @abstractmethod
    def diagram(self) -> Diagram:
        """Return what was read; may note more problems."""

    def read(self) -> Diagram:
        """Read to the end. Raises InputError with all problems."""
        while self._goes_on():
            try:
                self.statement()
            except SyntaxFault as fault:
                self.problems.append(fault.problem)
                self.scanner.match(_REST_OF_LINE)
        diagram = self.diagram()
        if self.problems:
            raise InputError(self.problems[:MAX_PROBLEMS])
        return diagram

    def end_of_statement(self, expected: str) -> None:
        """Go behind the end of a statement; `expected` says what could stand here instead."""
        if not self.scanner.match(_END_OF_STATEMENT):
            self.scanner.match(SPACE)
            raise self.scanner.fault(f"unexpected '{self.word()}'", expected)

    def word(self) -> str:
        """Return what stands here, for a message."""
        found = _WORD.match(self.scanner.text, self.scanner.at)
        return found[0] if found else ""

    def _goes_on(self) -> bool:
        self.scanner.match(BETWEEN)
        return not self.scanner.done and len(self.problems) < MAX_PROBLEMS
