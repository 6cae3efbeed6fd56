"""One board, prepared once for all the rules that judge it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from whiteboard.checks.texts import Texts
from whiteboard.graph import Graph

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Reading


class Board:
    """A reading with its graph and its texts.

    Raises TooLargeError when connections between boundaries stand for too many pairs.
    """

    def __init__(self, reading: Reading, catalog: Catalog) -> None:
        self.reading = reading
        self.catalog = catalog
        self.graph = Graph(reading.architecture, catalog)

    @cached_property
    def texts(self) -> Texts:
        """All that is written on it."""
        return Texts(self.reading)

    @property
    def blank(self) -> bool:
        """Whether it is empty: neither a component nor a note."""
        return not self.reading.architecture.components and not self.reading.notes
