"""Ids for what a file gives none: readable, each one once."""

from __future__ import annotations

from collections import Counter


class Ids:
    """Hands out ids: the one wanted, or where it is taken the next free one of `a#2`, `a#3` …."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: Counter[str] = Counter()

    def new(self, wanted: str) -> str:
        """Return an id that was not returned before."""
        candidate = wanted
        while candidate in self._taken:
            self._last[wanted] = max(self._last[wanted], 1) + 1
            candidate = f"{wanted}#{self._last[wanted]}"
        self._taken.add(candidate)
        return candidate
