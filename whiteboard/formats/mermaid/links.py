"""The arrows between nodes: `-->`, `-- text -->`, `-.->`, `==>`, `<-->`, `--o`, `---`, `~~~`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.formats.mermaid.scanner import Scanner
    from whiteboard.model.architecture import Direction

MAX_LABEL = 500
"""Of a label without quotes: how far its end is looked for."""

# An arrow may start a line, but there `x--` is a node called x.
_OPENING = re.compile(
    r"(?:[^\S\n]*(?:(?P<id>\w+)@)?[xo]|\s*(?:(?P<id_>\w+)@)?<?)"
    r"(?P<line>-\.+-|-\.|-{2,}|={2,}|~{3,})(?P<head>[xo>])?"
)
_CLOSING = {
    "--": re.compile(r"-{2,}(?:(?P<head>[xo>])|-)"),
    "==": re.compile(r"={2,}(?:(?P<head>[xo>])|=)"),
    "-.": re.compile(r"-?\.+-(?P<head>[xo>])?"),
}
_FULL = {"--": "-->", "==": "==>", "-.": "-.->"}
_QUOTED = re.compile(r'\s*"([^"]*)"\s*')
_PIPED = re.compile(r'\s*\|\s*(?:"([^"]*)"\s*|([^|\n]*))\|')
_PIPE = re.compile(r"\s*\|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An arrow without its ends. `swapped` when its only head is at the left."""

    id: str | None = None
    label: str = ""
    direction: Direction = "forward"
    swapped: bool = False
    dashed: bool = False
    visible: bool = True


def read_link(scanner: Scanner) -> Link | None:
    """Read the arrow right here with its label, on this line or the next; None when there is none."""
    opening = scanner.match(_OPENING)
    if not opening:
        return None
    tail = opening.start("line") > opening.start() and scanner.text[opening.start("line") - 1] in "<xo"
    head, label = opening["head"] is not None, ""
    if opening["line"] in _CLOSING and not head:
        head, label = _read_label(scanner, opening["line"], tail=tail)
    return Link(
        id=opening["id"] or opening["id_"],
        label=label or _read_piped(scanner),
        direction=_direction(tail, head),
        swapped=tail and not head,
        dashed="." in opening["line"],
        visible="~" not in opening["line"],
    )


def _read_label(scanner: Scanner, line: str, *, tail: bool) -> tuple[bool, str]:
    """Read `text -->` behind `--`: whether there is a head, and the text."""
    start = scanner.at
    quoted = scanner.match(_QUOTED)
    limit = scanner.at + MAX_LABEL
    end = scanner.text.find("\n", scanner.at, limit)
    found = _CLOSING[line].search(scanner.text, scanner.at, end if end >= 0 else limit)
    if found and (not quoted or found.start() == scanner.at):
        text = quoted[1] if quoted else scanner.text[scanner.at : found.start()]
        scanner.at = found.end()
        return found["head"] is not None, text
    scanner.at = start
    if tail:  # `a <-- b`
        return False, ""
    full = _FULL[line]
    raise scanner.fault(
        f"'{line}' opens a label that no '{full}' closes",
        f"write 'a {full} b', or 'a {line} text {full} b'",
        at=start - len(line),
    )


def _read_piped(scanner: Scanner) -> str:
    piped = scanner.match(_PIPED)
    if piped:
        return piped[1] or piped[2] or ""
    if scanner.sees(_PIPE):
        raise scanner.fault("the label of this arrow is not closed", "write '-->|text|'")
    return ""


def _direction(tail: bool, head: bool) -> Direction:
    if tail and head:
        return "both"
    return "forward" if tail or head else "none"
