"""What is wrong with an input, where, and what to do: one shape for the command line and the API."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong with an input.

    `line` and `column` count from 1. `where` names the place inside the document,
    such as `checks[0]` or `elements[12].x`; `hint` says what to do about it.
    """

    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    where: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n is not None]
        place = ":".join([self.file, *numbers] if self.file else numbers)
        text = f"{self.message}: {self.hint}" if self.hint else self.message
        return f"{place}: {text}" if place else text


class InputError(Exception):
    """Somebody's input cannot be used. The only exception that loaders and readers raise.

    Carries every problem found, in the order of the document, never only the first.
    """

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class TooLargeError(InputError):
    """The input is over a stated limit (HTTP 413); the message names the limit."""
