"""Texts that stand right below an icon without a label: they name it, better than the icon's own name would."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from whiteboard.formats.drawio.sheet import Placed, Sheet

_TILE = 100.0
_MOST_BELOW = 20.0
_MOST_ABOVE = 10.0
"""How far below the lower edge of an icon a text may begin, and how far above it."""
_MOST_WORDS = 8
_MOST_ICONS_A_TILE = 50
"""So many icons in one place name nothing that a person could tell apart; without a bound it would take minutes."""


def captions_of(sheet: Sheet, connected: Collection[str]) -> dict[str, str]:
    """The id of the text by that of the icon it names; each text names the icon nearest to it."""
    tiles: defaultdict[tuple[int, int], list[Placed]] = defaultdict(list)
    for placed in sheet.cells.values():
        if placed.cell.is_vertex and not placed.cell.label and placed.cell.style.icon_source:
            tile = tiles[_tile(*_foot(placed))]
            if len(tile) < _MOST_ICONS_A_TILE:
                tile.append(placed)
    found: dict[str, tuple[float, str]] = {}
    for text in sheet.cells.values():
        if tiles and _may_be_caption(text) and text.cell.id not in connected:
            for off, icon in _icons_above(text, tiles):
                found[icon] = min(found.get(icon, (off, text.cell.id)), (off, text.cell.id))
    return {icon: text for icon, (_, text) in found.items()}


def _icons_above(text: Placed, tiles: dict[tuple[int, int], list[Placed]]) -> list[tuple[float, str]]:
    """The nearest icon that a text stands below, if any, with how far off it is."""
    x, y = text.area.center.x, text.area.y
    column, row = _tile(x, y)
    near = [p for dx in (-1, 0, 1) for dy in (-1, 0, 1) for p in tiles.get((column + dx, row + dy), ())]
    options = []
    for icon in near:
        foot_x, foot_y = _foot(icon)
        below, aside = y - foot_y, abs(x - foot_x)
        if icon.around == text.around and -_MOST_ABOVE <= below <= _MOST_BELOW and aside <= icon.area.width / 2:
            options.append((abs(below) + aside, icon.cell.id))
    return [min(options)] if options else []


def _may_be_caption(placed: Placed) -> bool:
    cell = placed.cell
    return cell.is_vertex and cell.style.is_text and 0 < len(cell.label.split()) <= _MOST_WORDS


def _foot(placed: Placed) -> tuple[float, float]:
    return placed.area.center.x, placed.area.y + placed.area.height


def _tile(x: float, y: float) -> tuple[int, int]:
    return int(x // _TILE), int(y // _TILE)
