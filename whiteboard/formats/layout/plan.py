"""What is to be laid out: boxes of known size, boundaries around some, links between; and where they came to be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whiteboard.formats.diagram import Flow
    from whiteboard.formats.elements import Area
    from whiteboard.formats.excalidraw import Point

BOX_GAP = 56.0
"""Between boxes side by side, in scene units."""
LAYER_GAP = 88.0
"""Between one layer and the next."""
PADDING = 32.0
"""Between a boundary and what it holds."""
HEADROOM = 24.0
"""For the name of a boundary, which the editor writes above it."""


class Size(NamedTuple):
    """A width and a height."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A thing to place; `parent` is the key of the boundary it stands in."""

    key: str
    size: Size
    outline: str = "rectangle"
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """A boundary with something inside."""

    key: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two boxes or boundaries; `label` is the size of the text on it."""

    key: str
    source: str
    target: str
    label: Size | None = None


@dataclass(frozen=True)
class Plan:
    """All that is to be placed. A boundary comes before those inside of it."""

    boxes: tuple[Box, ...]
    boundaries: tuple[Boundary, ...]
    links: tuple[Link, ...]
    flow: Flow

    @cached_property
    def parents(self) -> dict[str, str | None]:
        """The boundary that each box and each boundary stands in."""
        return {b.key: b.parent for b in self.boundaries} | {b.key: b.parent for b in self.boxes}

    @cached_property
    def inside(self) -> Mapping[str | None, list[str]]:
        """The keys of what stands directly in each boundary, and in none."""
        found: defaultdict[str | None, list[str]] = defaultdict(list)
        for key, parent in self.parents.items():
            found[parent].append(key)
        return found

    def around(self, key: str) -> list[str | None]:
        """The boundaries around a thing, the innermost first; last None, the sheet."""
        found: list[str | None] = []
        at: str | None = key
        while at is not None:
            at = self.parents[at]
            found.append(at)
        return found

    def common(self, one: str, other: str) -> str | None:
        """The innermost boundary around both things."""
        places = set(self.around(one))
        return next(at for at in self.around(other) if at in places)


@dataclass(frozen=True)
class Places:
    """Where things came to be. `ways` are the corners of links between their ends; `labels` the middles of labels."""

    areas: Mapping[str, Area]
    ways: Mapping[str, tuple[Point, ...]] = field(default_factory=dict)
    labels: Mapping[str, Point] = field(default_factory=dict)
