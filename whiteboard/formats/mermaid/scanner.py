"""A place in a text, moved forward by patterns."""

from __future__ import annotations

import re
from bisect import bisect_right

from whiteboard.model.errors import Problem


class SyntaxFault(Exception):  # noqa: N818 - never leaves this package; becomes a Problem of an InputError
    """One statement cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def printable(text: str) -> str:
    """The text with the codes of the characters in it that a terminal would act on."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class Scanner:
    """Walks through `text`; `at` is the place of the next character."""

    def __init__(self, text: str, name: str | None = None) -> None:
        self.text = text
        self.name = name
        self.at = 0
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the match right here and move behind it, or return None and stay."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def sees(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern matches right here."""
        return pattern.match(self.text, self.at) is not None

    def problem(self, message: str, hint: str | None = None, *, at: int | None = None) -> Problem:
        """Return a problem at the given place, by default here."""
        place = self.at if at is None else at
        line = bisect_right(self._lines, place)
        column = place - self._lines[line - 1] + 1
        return Problem(message=printable(message), file=self.name, line=line, column=column, hint=hint)

    def fault(self, message: str, hint: str | None = None, *, at: int | None = None) -> SyntaxFault:
        """Return what to raise to give up on this statement."""
        return SyntaxFault(self.problem(message, hint, at=at))
