"""Every term of the catalog, found by its spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.catalog.words import fold, key, split

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.catalog.values import Kind, Technology


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase that names a kind, directly or through a technology."""

    kind: str
    technology: str | None = None
    qualifier: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A term as it stands in a label: the words from `start` up to `end`."""

    term: Term
    start: int
    end: int
    text: str


class Lexicon:
    """The terms of kinds and technologies."""

    LONGEST = 6

    def __init__(self, kinds: Mapping[str, Kind], technologies: Mapping[str, Technology]) -> None:
        self._terms: dict[str, Term] = {}
        for kind in kinds.values():
            for _, noun in kind.nouns:
                self._terms.setdefault(key(noun), Term(kind.id))
        for technology in technologies.values():
            for alias in (technology.name, *technology.aliases):
                self._terms[key(alias)] = Term(technology.kind, technology.id)
        for kind in kinds.values():
            for word in kind.qualifiers:
                self._terms.setdefault(key(word), Term(kind.id, qualifier=True))

    def find(self, words: Sequence[str]) -> Term | None:
        """The term that these words spell, in the singular or the plural."""
        joined = "".join(fold(word) for word in words)
        return self._terms.get(joined) or (self._terms.get(joined[:-1]) if joined.endswith("s") else None)

    def mentions(self, label: str) -> list[Mention]:
        """The terms in a label from left to right, the longest first."""
        words = split(label)
        found, at = [], 0
        while at < len(words):
            mention = self._longest(words, at)
            if mention:
                found.append(mention)
            at = mention.end if mention else at + 1
        return found

    def _longest(self, words: list[str], start: int) -> Mention | None:
        for end in range(min(len(words), start + self.LONGEST), start, -1):
            term = self.find(words[start:end])
            if term:
                return Mention(term, start, end, " ".join(words[start:end]))
        return None
