"""All kinds and technologies, and what a label says about them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.catalog.classify import classify
from whiteboard.catalog.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whiteboard.catalog.values import Classification, Kind, Technology


class Catalog:
    """The kinds and technologies that Whiteboard knows."""

    def __init__(self, kinds: Mapping[str, Kind], technologies: Mapping[str, Technology]) -> None:
        self.kinds = kinds
        self.technologies = technologies

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or stands below it in the tree. An unknown kind is only itself."""
        return kind == ancestor or ancestor in self._ancestors.get(kind, ())

    def classify(self, label: str, *, shape: str | None = None) -> Classification:
        """What a component with this label is; `shape` (cylinder, cloud, person, queue …) is a weak hint."""
        return classify(label, self._lexicon, shape=shape)

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        """The kinds above each kind."""
        return {kind: frozenset(self._above(kind)) for kind in self.kinds}

    def _above(self, kind: str) -> list[str]:
        parent = self.kinds[kind].parent
        return [parent, *self._above(parent)] if parent else []

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.kinds, self.technologies)
