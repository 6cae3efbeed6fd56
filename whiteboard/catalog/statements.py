"""Text that names no component: a step of a story, a request, a heading, a fragment of a schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whiteboard.catalog.clauses import Link
from whiteboard.catalog.naming import Grade

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.catalog.clauses import Clause
    from whiteboard.catalog.lexicon import Lexicon
    from whiteboard.catalog.naming import Naming

_FORMS = {
    "it has no letters": re.compile(r"^[\W\d_]*$"),
    "it is an HTTP request": re.compile(r"^\s*(get|post|put|patch|delete|head|options)\s*:?\s*/", re.IGNORECASE),
    "it is an SQL statement": re.compile(
        r"^\s*(insert\s+into|delete\s+from|update\s[^=]+=|select\s.+\sfrom|(create|alter|drop)\s+table)", re.IGNORECASE
    ),
    "it is a question": re.compile(r"\w\s*[?？]\s*$"),
    "it ends as a heading does": re.compile(r"\w\s*[:：]\s*$"),
    "it holds a network address": re.compile(r"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])"),
    "it is a fragment of a schema": re.compile(r"\{[^{}]*[:,\n]|\b(pk|fk)\b|//", re.IGNORECASE),
}
_LONG = 8
"""Words from which a label with several prepositions is prose."""
_PROSE_LINKS = 2


def statement(label: str, parts: Sequence[Clause], naming: Naming | None, lexicon: Lexicon) -> str | None:
    """Why a label names no component; None when it may well be a name."""
    form = next((why for why, form in _FORMS.items() if form.search(label)), None)
    if form or not parts:
        return form
    firm = naming is not None and naming.grade >= Grade.GENERAL and naming.kind != "client"
    if lexicon.is_heading(parts[0].text):
        return "it is a heading"
    if _is_prose(parts):
        return "it is a sentence"
    if not firm and (_begins_with_step(parts, lexicon) or _somebody_acts(parts, lexicon)):
        return "it tells a step"
    return None


def _is_prose(parts: Sequence[Clause]) -> bool:
    words = sum(len(part.tokens) for part in parts)
    return words >= _LONG and sum(part.link is Link.OF for part in parts) >= _PROSE_LINKS


def _begins_with_step(parts: Sequence[Clause], lexicon: Lexicon) -> bool:
    """“Return the result”: a verb and more."""
    words = [token.folded for part in parts for token in part.tokens]
    return len(words) > 1 and (lexicon.is_step(words[0]) or lexicon.is_step("".join(words[:2])))


def _somebody_acts(parts: Sequence[Clause], lexicon: Lexicon) -> bool:
    """“User clicks the ad”: somebody and a verb."""
    words = [token.folded for part in parts for token in part.tokens]
    who = parts[0].mentions[0] if parts[0].mentions else None
    if who is None or who.start != parts[0].start or who.term.kind != "client":
        return False
    does, *what = words[who.end - who.start :] or [""]
    return bool(what) and does.endswith("s") and lexicon.is_verb(does[:-1])
