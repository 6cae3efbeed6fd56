"""Merge what several writers drew. Pure: elements in, elements out.

The rule is Excalidraw's own (`reconcileElements`), so browser and server always agree: of two
states of an element the one with the higher `version` stays, and of equal versions the one with
the lower `versionNonce`. Deleted elements stay as tombstones, or an old copy would bring them back.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.storage.records import Element


def reconcile(ours: Iterable[Element], theirs: Iterable[Element]) -> list[Element]:
    """Return one state of every element of both, in drawing order.

    Commutative, associative and idempotent: the order in which saves arrive does not matter.
    """
    merged: dict[str, Element] = {}
    for element in chain(ours, theirs):
        known = merged.get(element["id"])
        merged[element["id"]] = element if known is None else newer(known, element)
    return in_drawing_order(merged.values())


def newer(one: Element, other: Element) -> Element:
    """Return the state that stays of two states of an element."""
    if one == other:
        return one
    ranks = (_rank(one), _rank(other))
    if ranks[0] != ranks[1]:
        return one if ranks[0] > ranks[1] else other
    # Same version and nonce, yet different: no client of ours does that. Any fixed rule will do.
    return max(one, other, key=_text)


def in_drawing_order(elements: Iterable[Element]) -> list[Element]:
    """Sort by Excalidraw's fractional `index`, equal ones by id; those without an index come last."""
    return sorted(elements, key=_place)


def changes(before: Iterable[Element], after: Iterable[Element]) -> list[Element]:
    """Return the elements of `after` that are new or differ from `before`."""
    known = {element["id"]: element for element in before}
    return [element for element in after if known.get(element["id"]) != element]


def replay(keyframe: Iterable[Element], deltas: Iterable[Iterable[Element]]) -> list[Element]:
    """Return the board after `deltas`, each laid over the one before."""
    board = {element["id"]: element for element in keyframe}
    for delta in deltas:
        board.update((element["id"], element) for element in delta)
    return in_drawing_order(board.values())


def _rank(element: Element) -> tuple[int, int]:
    return element.get("version") or 0, -(element.get("versionNonce") or 0)


def _place(element: Element) -> tuple[bool, str, str]:
    index = element.get("index")
    return index is None, index or "", element["id"]


def _text(element: Element) -> str:
    return json.dumps(element, sort_keys=True)
