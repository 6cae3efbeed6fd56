"""Texts right below or above an icon without a label: they name it, better than the icon's own name would."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from whiteboard.formats.drawio.sheet import Placed, Sheet

_TILE = 100.0
_LARGEST_ICON = 300.0
_MOST_OFF = 20.0
_MOST_OVERLAP = 12.0
"""How far a text may stand off an icon, or reach into its box, upwards or downwards."""
_LEAST_SHARED = 0.4
"""The share of the narrower one's width that both must have in common."""
_ABOVE = 10.0
"""How much nearer a text above must be to count as much as one below."""
_MOST_WORDS = 8
_MOST_ICONS_A_TILE = 50
"""So many icons in one place name nothing that a person could tell apart; without a bound it would take minutes."""


def captions_of(sheet: Sheet, connected: Collection[str]) -> dict[str, str]:
    """The id of the text by that of the icon it names; each text names the icon nearest to it."""
    tiles = _icons_by_tile(sheet)
    found: dict[str, tuple[float, str]] = {}
    for text in sheet.cells.values():
        if not tiles or not _may_be_caption(text) or text.cell.id in connected:
            continue
        tile = _tile(text.area.center.x), _tile(text.area.center.y)
        options = [(off, icon.cell.id) for icon in tiles.get(tile, ()) if (off := _off(text, icon)) is not None]
        if options:
            off, icon_id = min(options)
            found[icon_id] = min(found.get(icon_id, (off, text.cell.id)), (off, text.cell.id))
    return {icon_id: text_id for icon_id, (_, text_id) in found.items()}


def _icons_by_tile(sheet: Sheet) -> dict[tuple[int, int], list[Placed]]:
    tiles: defaultdict[tuple[int, int], list[Placed]] = defaultdict(list)
    for placed in sheet.cells.values():
        cell = placed.cell
        is_icon = cell.is_vertex and not cell.label and cell.style.icon_source
        if is_icon and max(placed.area.width, placed.area.height) <= _LARGEST_ICON:
            for tile in _tiles_around(placed):
                if len(tiles[tile]) < _MOST_ICONS_A_TILE:
                    tiles[tile].append(placed)
    return tiles


def _tiles_around(placed: Placed) -> Iterator[tuple[int, int]]:
    x, y, width, height, _ = placed.area
    columns = range(_tile(x - _TILE / 2), _tile(x + width + _TILE / 2) + 1)
    rows = range(_tile(y - _TILE / 2), _tile(y + height + _TILE / 2) + 1)
    return product(columns, rows)


def _off(text: Placed, icon: Placed) -> float | None:
    """How far a text stands off an icon that it may name; None when it stands elsewhere."""
    a, b = text.area, icon.area
    shared = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    if text.around != icon.around or shared < _LEAST_SHARED * min(a.width, b.width):
        return None
    below, above = a.y - b.y - b.height, b.y - a.y - a.height
    aside = abs(a.center.x - b.center.x)
    fits = [gap + more for gap, more in ((below, 0.0), (above, _ABOVE)) if -_MOST_OVERLAP <= gap <= _MOST_OFF]
    return min(fits) + aside if fits else None


def _may_be_caption(placed: Placed) -> bool:
    cell = placed.cell
    return cell.is_vertex and cell.style.is_text and 0 < len(cell.label.split()) <= _MOST_WORDS


def _tile(value: float) -> int:
    return int(value // _TILE)
