"""All kinds and technologies, and what a label says about them."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from whiteboard.catalog.classify import Classifier
from whiteboard.catalog.lexicon import Lexicon
from whiteboard.catalog.tree import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from whiteboard.catalog.values import Classification, Grammar, Kind, Technology


_REMEMBERED = 10_000


class Catalog:
    """The kinds and technologies that Whiteboard knows, by id."""

    def __init__(self, kinds: Mapping[str, Kind], technologies: Mapping[str, Technology], grammar: Grammar) -> None:
        self.kinds = kinds
        self.technologies = technologies
        self._grammar = grammar
        self._tree = Tree(kinds)

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether `kind` is `ancestor` or stands below it in the tree. An unknown kind is only itself."""
        return self._tree.is_a(kind, ancestor)

    def below(self, ancestor: str) -> frozenset[str]:
        """`ancestor` and all kinds below it in the tree: those of which `is_a(kind, ancestor)` holds."""
        return self._tree.below(ancestor)

    def classify(self, label: str, *, shape: str | None = None) -> Classification:
        """What a component with this label is; `shape` (cylinder, cloud, person, queue …) is a weak hint."""
        return self._remembered(label, shape)

    def statement(self, label: str) -> str | None:
        """Why a label names no component but tells a step, asks, or heads a list; None when it may be a name."""
        return self._classifier.statement(label)

    @cached_property
    def _remembered(self) -> Callable[[str, str | None], Classification]:
        """The classifications of late: a board is read again after each stroke."""
        return lru_cache(maxsize=_REMEMBERED)(self._classifier.classify)

    @cached_property
    def _classifier(self) -> Classifier:
        return Classifier(Lexicon(self.kinds, self.technologies, self._grammar), self._tree)
