"""Labels of draw.io cells: HTML to plain text, and placeholders filled in."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from whiteboard.formats.records import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_LABEL = 20_000
"""Characters of one label, HTML included, that are read."""

_BREAKS = frozenset({"br", "div", "p", "li", "tr", "table", "ul", "ol", "hr", "pre", "blockquote", "section"})
_BREAKS |= {f"h{level}" for level in range(1, 7)}
_UNSEEN = frozenset({"script", "style", "title", "head"})
_TAG = re.compile(r"</?(?:" + "|".join(sorted({"b", "i", "u", "font", "span", "a", "sup", "sub", *_BREAKS})) + r")\b")
_SPACES = re.compile(r"[ \t\xa0\u200b\ufeff]+")
_PLACEHOLDER = re.compile(r"%([^%\s][^%\n]{0,80})%")


def plain_text(value: str, *, html: bool) -> str:
    """The words of a label, each block on a line of its own. Text that holds no HTML is taken as it is."""
    if (html and ("<" in value or "&" in value)) or _TAG.search(value):
        parser = _Text()
        parser.feed(value[:MAX_LABEL])
        parser.close()
        value = "".join(parser.found)
    lines = (_SPACES.sub(" ", line).strip() for line in clean(value).split("\n"))
    return "\n".join(line for line in lines if line)


def filled(value: str, owners: Sequence[Mapping[str, str]]) -> str:
    """Fill in `%name%` from the attributes of the nearest owner that has it; unknown ones stay as they are."""

    def found(match: re.Match[str]) -> str:
        return next((owner[match[1]] for owner in owners if match[1] in owner), match[0])

    return _PLACEHOLDER.sub(found, value)


class _Text(HTMLParser):
    """Collects the text of HTML. Line breaks in the source are spaces, as in a browser."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unseen += tag in _UNSEEN
        if tag in _BREAKS:
            self.found.append("\n- " if tag == "li" else "\n")
        elif tag in ("td", "th"):
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BREAKS and tag != "br":
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.found.append(data.replace("\n", " "))
