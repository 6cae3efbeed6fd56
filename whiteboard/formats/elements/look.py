"""How what we draw looks on the board: the palette's colours, so that an opened file looks as if drawn here.

The colours and sizes are those of the palette in the browser (static/src/drawing/look.ts).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours and line of a shape. `fill` is "transparent" for none: arrows do not end inside of that."""

    stroke: str = "#1e1e1e"
    fill: str = "#ffffff"
    dashed: bool = False


PLAIN = Look()

_LOOKS = {
    "client": Look(stroke="#343a40", fill="#f1f3f5"),
    "external_service": Look(stroke="#495057", fill="#f8f9fa", dashed=True),
    "entry": Look(stroke="#e67700", fill="#fff3bf"),
    "compute": Look(stroke="#1971c2", fill="#d0ebff"),
    "datastore": Look(stroke="#2b8a3e", fill="#d3f9d8"),
    "cache": Look(stroke="#c92a2a", fill="#ffe3e3"),
    "object_store": Look(stroke="#0b7285", fill="#c5f6fa"),
    "file_store": Look(stroke="#0b7285", fill="#c5f6fa"),
    "messaging": Look(stroke="#6741d9", fill="#e5dbff"),
    "platform": Look(stroke="#868e96", fill="#ffffff"),
}


def look_for(label: str, kind: str | None, shape: str) -> Look:
    """The look of a component: by the kind that is stated, else by what its label is read as."""
    from whiteboard.catalog import load_catalog

    catalog = load_catalog()
    return look_of(kind or catalog.classify(label, shape=shape).kind, catalog)


def look_of(kind: str, catalog: Catalog) -> Look:
    """The look of a kind: that of the nearest kind above it, or itself, that has one."""
    at: str | None = kind
    while at is not None:
        if at in _LOOKS:
            return _LOOKS[at]
        at = catalog.kinds[at].parent if at in catalog.kinds else None
    return PLAIN
