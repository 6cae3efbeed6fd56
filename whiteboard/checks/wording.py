"""How findings name things: components by their labels, roles and lists in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.model.architecture import Component

_MOST_NAMED = 6
_MOST_STEPS = 12
_LONGEST = 60
_COUNT = re.compile(r"\s*[(\[]?\s*(?:[x×✕]\s?\d{1,4}|\d{1,4}\s?[x×✕])\s*[)\]]?$", re.IGNORECASE)
_TURNING = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
"""Marks that turn the direction of all the text behind them."""


def name(component: Component) -> str:
    """The label on one line, without its count of copies; or what kind of component it is when it has none."""
    label = short(component.label)
    uncounted = _COUNT.sub("", label) if component.replicas else label
    return uncounted or label or f"the unnamed {plain(component.kind)}"


def short(text: str) -> str:
    """A text on one line, cut where it gets long, without marks that would turn the direction of what follows."""
    line = " ".join(text.translate(_TURNING).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def plain(identifier: str) -> str:
    """A role or kind in words: "list_store" is "list store"."""
    return identifier.replace("_", " ").replace("-", " ")


def a(identifier: str) -> str:
    """A role or kind with its article: "an object store"."""
    words = plain(identifier)
    return f"an {words}" if words[:1].lower() in "aeiou" else f"a {words}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Items as prose: "A, B and C"; past a handful the rest is counted."""
    items = list(items)
    if len(items) > _MOST_NAMED:
        items = [*items[: _MOST_NAMED - 1], f"{len(items) - _MOST_NAMED + 1} more"]
    return f" {last} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def walked(names: Sequence[str]) -> str:
    """A walk, as "Web app → API gateway → Product DB"; the middle of a long one is counted."""
    if len(names) > _MOST_STEPS:
        half = _MOST_STEPS // 2
        names = [*names[:half], f"{len(names) - 2 * half} more", *names[-half:]]
    return " → ".join(names)


def topic(terms: Sequence[str]) -> str:
    """What several terms are about, by the first of them: "“rate limit” or the like"."""
    return f"“{terms[0]}” or the like" if len(terms) > 1 else f"“{terms[0]}”"


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def ask_for_copies(number: int) -> str:
    """How to show that there are several of a component."""
    return f"Draw the copies, or write how many there are (“×{number}”)."


def title(identifier: str) -> str:
    """An id as a title: "cache-on-read-path" is "Cache on read path"."""
    words = plain(identifier)
    return words[:1].upper() + words[1:]
