"""Typed access to somebody else's parsed JSON: a field that is not what it must be is noted with its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_NUMBER = 1e9
MAX_SHOWN = 40
NUMBER = "a number from -1e9 to 1e9"

_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class Problems:
    """Collects what is wrong, so that all of it can be said at once."""

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.found: list[Problem] = []

    def add(self, where: str, message: str, hint: str | None = None) -> None:
        """Note what is wrong at a place such as `elements[12].x`."""
        self.found.append(Problem(message=f"{where} {message}", file=self.file, where=where, hint=hint))

    def raise_any(self) -> None:
        """Raise InputError with all that was noted, if anything was."""
        if self.found:
            raise InputError(self.found)


class Record:
    """One raw object: hands out its fields with the type they must have, and notes those that have not."""

    __slots__ = ("problems", "value", "where")

    def __init__(self, value: Mapping[str, object], where: str, problems: Problems) -> None:
        self.value = value
        self.where = where
        self.problems = problems

    def wrong(self, key: str, expected: str, value: object) -> None:
        """Note that a field is not what it must be."""
        self.problems.add(f"{self.where}.{key}", f"must be {expected}, not {shown(value)}")

    def number(self, key: str, default: float | None = None) -> float:
        """Give a finite number; one without a default must be there."""
        value = self.value.get(key)
        if is_number(value):
            return float(value)
        if value is None and default is not None:
            return default
        self.wrong(key, NUMBER, value)
        return 0.0

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text without control characters; one without a default must be there and not empty."""
        value = self.value.get(key)
        if isinstance(value, str):
            text = clean(value)
            if text or default is not None:
                return text
        elif value is None and default is not None:
            return default
        self.wrong(key, "a text", value)
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts, each once, in the order of the file."""
        value = self.value.get(key)
        if not value:
            return ()
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(dict.fromkeys(map(clean, value)))
        self.wrong(key, "a list of texts", value)
        return ()


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value is a number that one can calculate with: no boolean, NaN, infinity or beyond 1e9."""
    return type(value) in (int, float) and -MAX_NUMBER <= value <= MAX_NUMBER  # type: ignore[operator]


def clean(text: str) -> str:
    """Take out what no text on a board may hold: control characters other than tab and newline, lone surrogates."""
    if text.isprintable():
        return text
    return _CONTROL_CHARACTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shown(value: object) -> str:
    """Show a value in a message: short, printable, and never walking into something deep."""
    if value is None:
        return "nothing"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        return "a number beyond 1e9"
    text = ascii(value)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"
