"""The arguments of C4 statements: `(api, "API", $descr="…")`, over several lines if need be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.formats.mermaid.label import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.formats.mermaid.scanner import Scanner

_OPEN = re.compile(r"[ \t]*\(\s*")
_CLOSE = re.compile(r"\s*\)")
_COMMA = re.compile(r"\s*,\s*")
_NAME = re.compile(r"\$(\w+)\s*=\s*")
_VALUE = re.compile(r'"(?P<quoted>[^"]*)"|(?P<bare>(?:[^,()"\n]|\([^,()"\n]*\))*)')


@dataclass(frozen=True, slots=True)
class Argument:
    """The text of one argument, as a reader sees it, and its place."""

    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one statement: by place, and by name."""

    listed: Sequence[Argument]
    named: Mapping[str, Argument]
    at: int

    def of(self, parameters: Sequence[str]) -> dict[str, Argument]:
        """Return the arguments by the parameters they stand for; one that was left empty is not among them."""
        given = {**dict(zip(parameters, self.listed, strict=False)), **self.named}
        return {name: argument for name, argument in given.items() if argument.text}


def read_arguments(scanner: Scanner) -> Arguments:
    """Read the arguments in brackets right here. Raises SyntaxFault."""
    start = scanner.at
    scanner.match(_OPEN)
    listed: list[Argument] = []
    named: dict[str, Argument] = {}
    while True:
        at = scanner.at
        name = scanner.match(_NAME)
        value = scanner.match(_VALUE)
        text = plain_text(value["quoted"] or (value["bare"] or "").strip()) if value else ""
        if name:
            named[name[1]] = Argument(text, at)
        else:
            listed.append(Argument(text, at))
        if not scanner.match(_COMMA):
            break
    if not scanner.match(_CLOSE):
        raise scanner.fault(
            "this list of arguments is not closed", 'write Name(alias, "Label"), with quotes around texts', at=start
        )
    return Arguments(listed, named, start)
