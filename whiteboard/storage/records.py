"""What storage gives back: frozen values, free of the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

Element = dict[str, Any]
"""An element of a scene as Excalidraw writes it; never changed in place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One sitting of one person; `scenario_id` None is a free board, `revision` the newest.

    `design` are the ids of the components of the design that was chosen on a board with several, as they were then;
    None for the whole board.
    """

    id: str
    owner: str
    title: str
    scenario_id: str | None
    revision: int
    created_at: datetime
    updated_at: datetime
    design: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An embedded picture under the id that elements use for it; `created_ms` is Unix time in milliseconds."""

    id: str
    mime_type: str
    data: bytes
    created_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A revision of a board: every element, tombstones included, in drawing order."""

    revision: int
    elements: Sequence[Element] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """The answer to a save: the newest revision and the elements the writer must take over."""

    revision: int
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAssessment:
    """An assessment as it was given for a revision: of one design, counted from 1, or of the whole board (None)."""

    id: str
    session_id: str
    revision: int
    created_at: datetime
    result: Mapping[str, Any]
    design: int | None = None
