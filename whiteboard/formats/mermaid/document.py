"""A Mermaid document before its type is known: front matter and comments taken off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from whiteboard.formats.mermaid.scanner import Scanner

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)?[ \t]*---[ \t]*(?:\n|$)", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"%%\{(?:(?!%%\{).)*?\}%%|^[ \t]*%%[^\n]*", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """The text, to be scanned from its header on, and the title that the front matter gives."""

    scanner: Scanner
    title: str | None


def open_document(text: str, name: str | None) -> Document:
    """Blank out what no grammar cares for; everything else keeps its place."""
    text = text.removeprefix("\ufeff")
    front = _FRONT_MATTER.match(text)
    if front:
        text = _blank(front) + text[front.end() :]
    title = _TITLE.search(front[1] or "") if front else None
    return Document(Scanner(_COMMENT.sub(_blank, text), name), title[1].strip("\"'") if title else None)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
