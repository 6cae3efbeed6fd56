"""The stems of words, by which labels and notes are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from whiteboard.catalog.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAMEL = re.compile(r"(?<=[a-z0-9]{2})(?=[A-Z][A-Za-z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
"""Where a word begins inside one; not in "OAuth", "mTLS", "JWTs" and "SignalR", which are one word."""

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (
    *("ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate"),
    *("ions", "ings", "ion", "ing", "ers", "ies", "er", "ed", "es", "s", "e", "y"),
)
"""Endings that do not change what a word is about, the longest first."""

_SHORTEST_STEM = 4
"""What is left of a word must still be one: "user" is not "us"."""


@lru_cache(maxsize=65536)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, in order: "RateLimiter" and "rate limiting" give the same."""
    return tuple(_stem(word) for word in _WORD.findall(fold(_CAMEL.sub(" ", text))) if not word.isdigit())


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return _single(word.removesuffix(ending))
    return _single(word.removesuffix("s"))


def _single(stem: str) -> str:
    """The stem without a doubled last letter: "logg" of "logging" is "log"."""
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem


def speaks_of(text: str, terms: Iterable[str]) -> tuple[str, ...]:
    """The terms that a text uses: all words of a term side by side, whatever their endings.

    A term of several words is also found when it is written as one ("failover" for "fail over").
    """
    return tuple(term for term in terms if _uses(text, term))


@lru_cache(maxsize=65536)
def _uses(text: str, term: str) -> bool:
    """Remembered: a board is judged again and again, and its notes hardly change."""
    return _contains(stems(text), stems(term))


def first_stems(term: str) -> tuple[str, ...]:
    """The stems with which a use of the term may start: its first word's, or that of all written as one."""
    words = stems(term)
    return tuple(dict.fromkeys([words[0], _joined(words)])) if words else ()


def _contains(words: tuple[str, ...], term: tuple[str, ...]) -> bool:
    if not term or not words:
        return False
    size = len(term)
    if size == 1:
        return term[0] in words
    if any(words[at : at + size] == term for at in range(len(words) - size + 1)):
        return True
    # All written as one may end like an ending, and leave the stem of a part: "errorrate" must not be "error".
    joined = _joined(term)
    return joined in words and joined not in term


def _joined(words: tuple[str, ...]) -> str:
    return _stem("".join(words))
