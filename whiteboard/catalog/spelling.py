"""Words that are misspelt, or run together: "Notifcation", "userdb", "Benutzerdatenbank"."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from whiteboard.catalog.words import Token

_SHORTEST = 5
"""Letters of a word that may be taken for another."""
_LONG = 10
"""Letters from which two of them may be wrong."""
_SHORT_ENDINGS = frozenset({"db", "mq", "svc", "api"})
_SHORTEST_ENDING = 4
_ENDINGS = ("ed", "er", "or", "ing", "ion", "ment", "able", "ity", "ness")
"""What English words are derived with: a slip of the pen seldom turns one of these into another."""
_REAL_WORDS = Path(__file__).with_name("real_words.txt")


class Spelling:
    """Mends the words of a label that no term covers, with the words that terms are made of.

    Of words that are equally near the first is taken. A word of a natural language is never
    taken for another: real_words.txt lists those that are near enough to one of ours.
    """

    def __init__(self, words: Iterable[str], is_ending: Callable[[str], bool]) -> None:
        self._words = dict.fromkeys(words)
        self._is_ending = is_ending
        self.repair = lru_cache(maxsize=10_000)(self._repair)

    def mend(self, tokens: Sequence[Token], covered: Iterable[tuple[int, int]]) -> list[Token] | None:
        """The tokens with those mended that are not covered; None when there is nothing to mend."""
        known = {at for start, end in covered for at in range(start, end)}
        mended: list[Token] = []
        for at, token in enumerate(tokens):
            parts = None if at in known else self.repair(token.folded)
            mended += _parted(token, parts) if parts else [token]
        return mended if len(mended) != len(tokens) or mended != list(tokens) else None

    def _repair(self, word: str) -> tuple[str, ...] | None:
        return None if word in self._real_words else self.guess(word)

    def guess(self, word: str) -> tuple[str, ...] | None:
        """What a folded word stands for if it is no word of a natural language: another word, or two."""
        if len(word) < _SHORTEST - 1 or word in self._words or not word.isalpha():
            return None
        corrected = self._corrected(word) if len(word) >= _SHORTEST else None
        return (corrected,) if corrected else self._split(word)

    def _corrected(self, word: str) -> str | None:
        """The word of ours that is a slip of the pen away, if the first letter is right."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        limit = 2 if len(word) >= _LONG else 1
        ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
        choices = self._by_letter.get(word[0], ())
        if ending:
            choices = [choice for choice in choices if choice.endswith(ending)]
        near = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=limit)
        return near[0] if near else None

    def _split(self, word: str) -> tuple[str, str] | None:
        """The word in two, where its end is a term: the longest such end."""
        for at in range(2, len(word) - 1):
            ending = word[at:]
            if ending not in _SHORT_ENDINGS and (len(ending) < _SHORTEST_ENDING or at < 3):  # noqa: PLR2004
                continue
            if self._is_ending(ending):
                return word[:at], ending
        return None

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        letters: dict[str, list[str]] = {}
        for word in self._words:
            if len(word) >= _SHORTEST:
                letters.setdefault(word[0], []).append(word)
        return letters

    @cached_property
    def _real_words(self) -> frozenset[str]:
        lines = _REAL_WORDS.read_text(encoding="utf-8").splitlines() if _REAL_WORDS.exists() else []
        return frozenset(line for line in lines if not line.startswith("#"))


def _parted(token: Token, parts: tuple[str, ...]) -> list[Token]:
    """The token with other letters, or in several. What the person wrote stays in the text where it is one."""
    if len(parts) == 1:
        return [replace(token, folded=parts[0])]
    first, *rest = (replace(token, text=part, folded=part) for part in parts)
    return [first, *(replace(part, before=type(token.before)(0), glued=True) for part in rest)]
