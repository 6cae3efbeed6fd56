"""The text of Mermaid labels: line breaks, entities, formatting and icons made plain."""

from __future__ import annotations

import html
import re

_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_FORMATTING = re.compile(
    r"</?(?:a|b|big|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|u|ul)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"[#&](#?\w{1,31});")
_ICON = re.compile(r"\bfa[a-z]{0,2}:fa-[\w-]+")
_EMPHASIS = re.compile(r"(\*\*|__|\*|(?<!\w)_(?=\S))(.+?)\1")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def plain_text(label: str, *, markdown: bool = False) -> str:
    """Return the label as a reader sees it, one line of the label per line.

    Only tags that format text are dropped; any other `<…>` is text. With `markdown`, so are the marks of emphasis.
    """
    text = _BREAK.sub("\n", label)
    text = _FORMATTING.sub("", text)
    text = _ICON.sub("", text)
    if markdown:
        text = _EMPHASIS.sub(r"\2", text)
    text = _ENTITY.sub(_character, text)
    lines = (" ".join(line.split()) for line in _CONTROL.sub(" ", text).split("\n"))
    return "\n".join(line for line in lines if line)


def _character(entity: re.Match[str]) -> str:
    """Mermaid writes `#35;` and `#quot;` for what HTML writes `&#35;` and `&quot;`."""
    name = entity[1]
    code = f"#{name}" if name.isascii() and name.isdigit() else name
    character = html.unescape(f"&{code};")
    return entity[0] if character == f"&{code};" else character
