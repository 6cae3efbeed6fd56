"""Traffic: what the label of a connection says about what goes along it, and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.model.architecture import Access

_STEP = re.compile(
    r"^\W*(?:step\s*)?(?P<number>\d{1,2})(?:[a-z]\b)?(?:\s*[.):\-–—](?!\d)|\s*$)|^\((?P<bracketed>\d{1,2})\)",
    re.IGNORECASE,
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_READ = re.compile(
    r"\b(?:r/w|read(?:s|ing)?|get(?:s|ting)?|fetch(?:es|ing)?|quer(?:y|ies|ying)|select(?:s|ing)?|look(?:s|ing)?[ -]?up"
    r"|retriev(?:e|es|ing)|load(?:s|ing)?|search(?:es|ing)?|download(?:s|ing)?|list(?:s|ing)?)\b|чита|读|読|읽|\blee\b",
    re.IGNORECASE,
)
_WRITE = re.compile(
    r"\b(?:r/w|writ(?:e|es|ing)|put(?:s|ting)?|post(?:s|ing)?|patch|insert(?:s|ing)?|updat(?:e|es|ing)|sav(?:e|es|ing)"
    r"|stor(?:e|es|ing)|persist(?:s|ing)?|delet(?:e|es|ing)|upload(?:s|ing)?|append(?:s|ing)?|creat(?:e|es|ing)"
    r"|publish(?:es|ing)?|enqueue(?:s|ing)?|produc(?:e|es|ing)|set)\b|пиш|запис|写|書|쓰기",
    re.IGNORECASE,
)


def step_of(label: str) -> int | None:
    """The number of the step that a label begins with: "3", "2. store it", "(4) reply", "⑤"; None without one."""
    text = label.strip()
    if text[:1] and text[0] in _CIRCLED:
        return _CIRCLED.index(text[0]) + 1
    match = _STEP.match(text)
    return int(match["number"] or match["bracketed"]) or None if match else None


def access_of(label: str) -> Access | None:
    """Whether a label speaks of reading, of writing, or of both; None when of neither."""
    reads, writes = _READ.search(label), _WRITE.search(label)
    if reads and writes:
        return "both"
    return "read" if reads else "write" if writes else None
