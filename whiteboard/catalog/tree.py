"""The tree that the kinds form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whiteboard.catalog.values import Kind


class Tree:
    """Which kind is a special case of which."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
        self._lines = {kind: self._line(kind) for kind in kinds}
        below: dict[str, set[str]] = {kind: set() for kind in kinds}
        for kind, line in self._lines.items():
            for ancestor in line:
                below[ancestor].add(kind)
        self._below = {kind: frozenset(kinds) for kind, kinds in below.items()}

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or stands below it. An unknown kind is only itself."""
        return kind == ancestor or ancestor in self._lines.get(kind, ())

    def below(self, ancestor: str) -> frozenset[str]:
        """`ancestor` and all kinds below it."""
        return self._below.get(ancestor, frozenset({ancestor}))

    def is_any(self, kind: str, ancestors: tuple[str, ...]) -> bool:
        """Whether `kind` is one of the ancestors or stands below one."""
        return any(self.is_a(kind, ancestor) for ancestor in ancestors)

    def is_akin(self, one: str, other: str) -> bool:
        """Whether one of two kinds is a special case of the other, or both are the same."""
        return self.is_a(one, other) or self.is_a(other, one)

    def top(self, kind: str) -> str:
        """The kind at the top of the line that `kind` stands in."""
        return self._lines[kind][-1]

    def _line(self, kind: str) -> tuple[str, ...]:
        parent = self._kinds[kind].parent
        return (kind, *self._line(parent)) if parent else (kind,)
