"""What can be drawn on a board: values, which `elements_of` turns into Excalidraw elements.

Each thing is named by an id, distinct on its board. Lengths are scene units, y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from whiteboard.formats.elements.courses import Area
    from whiteboard.formats.elements.look import Look
    from whiteboard.formats.excalidraw import Point
    from whiteboard.model.architecture import Direction

Shape: TypeAlias = Literal["rectangle", "ellipse", "diamond", "cylinder", "queue", "person", "cloud"]
LABEL_SIZE = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A shape with a label inside: in the middle, with `titled` at the upper edge, or with `caption` below.

    `kind` and `replicas` are stated: they are kept with the drawing and win over what is read. Without a `look` it has
    the colours of its kind, or else of what its label is read as. `frame` is the id of the frame it stands in,
    `groups` are the ids of what it is grouped with, the innermost first.
    """

    id: str
    label: str
    area: Area
    shape: Shape = "rectangle"
    kind: str | None = None
    replicas: int | None = None
    look: Look | None = None
    caption: bool = False
    titled: bool = False
    frame: str | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text that stands free, its upper left corner at x and y. With a `width` its lines break there."""

    id: str
    text: str
    x: float
    y: float
    font_size: float = LABEL_SIZE
    width: float | None = None
    frame: str | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The boundary around a group. What stands in it says so by its own `frame`; frames may lie in each other."""

    id: str
    label: str
    area: Area


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A connection between two things, named by their ids, bound to both.

    Without `points` (its whole course) it goes straight from border to border, or by way of `via`; where others
    join the same two already, it bends aside. An end that is None leads nowhere: it needs points.
    """

    id: str
    source: str | None
    target: str | None
    points: tuple[Point, ...] = ()
    via: tuple[Point, ...] = ()
    label: str = ""
    direction: Direction = "forward"
    dashed: bool = False
    curved: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line through points that connects nothing."""

    id: str
    points: tuple[Point, ...]
    dashed: bool = False


Thing: TypeAlias = Box | Text | Frame | Arrow | Line
