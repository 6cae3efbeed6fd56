"""What each figure means on the board: a component, a boundary around some, a part of one, or a note."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from whiteboard.reading import words
from whiteboard.reading.headings import heading_of
from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.formats.excalidraw import Element
    from whiteboard.reading.connectors import Connector
    from whiteboard.reading.figures import Figure
    from whiteboard.reading.geometry import Box
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.nesting import Nesting

_TINY_SIDE = 40.0
_TINY_SHARE = 0.01
_SEAM = 3.0
_SURE = 0.5
_CERTAIN = 0.8
_MADE_OF_PARTS = ("datastore", "cache", "queue", "stream", "pubsub", "object_store", "load_balancer", "api_gateway")
_AS_LARGE = 1.6
"""How many times as wide or high a box may be that is drawn as another is."""
_STEPS = 6
"""Sizes that are told apart, up to one that is e times as large."""
_LONGEST_WEAK_NAME = 3
_LONGEST_BARE_NAME = 5
_LONGEST_CONNECTED_NAME = 14
_ROUND_OUTLINES = frozenset({"ellipse", "diamond", "cylinder", "person", "icon", "picture"})


class Meaning(Enum):
    """What a figure or a free text stands for."""

    COMPONENT = auto()
    GROUP = auto()
    PART = auto()
    """Belongs to the component it stands in (or, for its body, that stands in it)."""
    NOTE = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """What each figure and free text means, and which component or group each one stands for, if any."""

    of: Mapping[str, Meaning]
    stands_for: Mapping[str, str | None]

    def having(self, meaning: Meaning) -> list[str]:
        """The ids of all that mean this."""
        return [id_ for id_, own in self.of.items() if own is meaning]


def find_meanings(
    nesting: Nesting, labels: Labels, connectors: Sequence[Connector], crossed: Container[str], catalog: Catalog
) -> Meanings:
    """Decide what each figure and each free text is, the smallest figures first.

    What is crossed out and has no connector is left out.
    """
    degree = Counter(id_ for c in connectors if c.is_complete for id_ in (c.source, c.target) if id_)
    judge = _Judge(nesting, labels, degree, catalog)
    of: dict[str, Meaning] = {}
    for figure in sorted(nesting.figures.values(), key=lambda f: (f.box.area, f.id)):
        left_out = figure.id in crossed and not degree[figure.id]
        of[figure.id] = Meaning.NOTHING if left_out else judge.figure(figure, of)
        if of[figure.id] is Meaning.COMPONENT and figure.outline not in _ROUND_OUTLINES:
            of.update((id_, Meaning.PART) for id_ in judge.insides(figure) if of[id_] is Meaning.COMPONENT)
    for text in labels.free:
        of[text.id] = judge.free_text(text)
    return Meanings(of=of, stands_for=_stands_for(of, nesting))


class _Judge:
    """Decides on one figure after the other."""

    def __init__(self, nesting: Nesting, labels: Labels, degree: Counter[str], catalog: Catalog) -> None:
        self.nesting = nesting
        self.labels = labels
        self.degree = degree
        self.catalog = catalog
        self.live = {around for id_ in degree if id_ in nesting.figures for around in (id_, *nesting.around(id_))}
        self.cells = cells([f for f in nesting.figures.values() if labels.of(f.id) and not degree[f.id]])
        self.looks = _looks([f for f in nesting.figures.values() if labels.of(f.id) and (degree[f.id] or not degree)])

    def figure(self, figure: Figure, of: Mapping[str, Meaning]) -> Meaning:
        """Decide on a figure, given what those inside mean."""
        if figure.custom.kind:
            return Meaning.COMPONENT
        if figure.outline == "frame":
            return Meaning.GROUP
        text = text_of(self.labels.of(figure.id))
        if figure.custom.drawn:
            is_one = self.degree[figure.id] or figure.custom.listed or not is_no_name(text)
            return Meaning.COMPONENT if is_one else Meaning.NOTE
        inside = [
            id_ for id_ in self.nesting.children.get(figure.id, ()) if of[id_] in (Meaning.COMPONENT, Meaning.GROUP)
        ]
        if inside:
            return self._around(figure, text, inside)
        return self._labelled(figure, text) if text else self._bare(figure)

    def free_text(self, text: Element) -> Meaning:
        """Decide on a text without a figure: a component when arrows lead to it and it reads like a name."""
        if text.custom.kind:
            return Meaning.COMPONENT
        name, _ = words.split_name(text.text)
        degree = self.degree[text.id]
        short = len(name.split()) <= _LONGEST_BARE_NAME and not words.is_number(name) and not heading_of(text.text)
        named = degree and short and (degree > 1 or self._is_known(name))
        return Meaning.COMPONENT if named else Meaning.NOTE

    def insides(self, figure: Figure) -> list[str]:
        """The figures inside one that no arrow leads to: when it is a component, they are its parts."""
        return [id_ for id_ in self.nesting.children.get(figure.id, ()) if id_ not in self.live]

    def _around(self, figure: Figure, text: str, inside: Sequence[str]) -> Meaning:
        if text and (figure.outline in _ROUND_OUTLINES or self._is_made_of(text, inside)):
            return Meaning.COMPONENT
        return Meaning.PART if not text and len(inside) == 1 else Meaning.GROUP

    def _is_made_of(self, text: str, inside: Sequence[str]) -> bool:
        """Tell whether a box is one component with its insides shown: it bears the name of a store, a queue or a way
        in, and no arrow leads to what is inside.
        """
        name = words.split_name(text)[0]
        found = self.catalog.classify(name)
        if words.is_of_several(name) and not found.technology:
            return False
        of_parts = any(self.catalog.is_a(found.kind, kind) for kind in _MADE_OF_PARTS)
        return of_parts and found.confidence >= _CERTAIN and not any(id_ in self.live for id_ in inside)

    def _bare(self, figure: Figure) -> Meaning:
        around = self.nesting.parent[figure.id]
        if around is None:
            return Meaning.COMPONENT if self.degree[figure.id] else Meaning.NOTHING
        is_part = self._is_tiny(figure) or not self.degree[figure.id] or not self._is_boundary(around)
        return Meaning.PART if is_part else Meaning.COMPONENT

    def _is_tiny(self, figure: Figure) -> bool:
        """Tell whether a figure is small, or next to nothing beside what it stands in."""
        around = self.nesting.parent[figure.id]
        share = figure.box.area / self.nesting.figures[around].box.area if around else 1.0
        return max(figure.box.width, figure.box.height) < _TINY_SIDE or share < _TINY_SHARE

    def _is_boundary(self, id_: str) -> bool:
        """Tell whether a figure holds others that bear a name, or is made to hold some."""
        inside = self.nesting.children[id_]
        named = any(not words.is_number(text_of(self.labels.of(child))) for child in inside)
        return named or self.nesting.figures[id_].outline == "frame" or not self.labels.of(id_)

    def _labelled(self, figure: Figure, text: str) -> Meaning:
        name, _ = words.split_name(text)
        around = self.nesting.around(figure.id)
        if words.is_number(name):
            return Meaning.PART if around else Meaning.NOTE
        if self.degree[figure.id]:
            is_callout = len(name.split()) > _LONGEST_CONNECTED_NAME and self.degree[figure.id] == 1
            return Meaning.NOTE if is_callout else Meaning.COMPONENT
        is_table_or_legend = self.degree and self._is_of_a_table_or_legend(figure)
        if is_table_or_legend or (reads_like_a_note(text) and not self._is_named_like_a_heading(figure, text)):
            return Meaning.NOTE
        is_short = len(name.split()) <= _LONGEST_WEAK_NAME
        looks_like_one = is_short and not around and self._looks_like_a_component(figure)
        has_a_place = not self.degree or looks_like_one or any(id_ in self.live for id_ in around)
        return Meaning.COMPONENT if has_a_place or self._is_known(name) else Meaning.NOTE

    def _looks_like_a_component(self, figure: Figure) -> bool:
        """Tell whether a figure is drawn as those are that arrows lead to: with their outline and colours, as large."""
        sizes = self.looks.get(_look(figure), ())
        return any(_is_as_large(figure.box, box) for box in sizes)

    def _is_named_like_a_heading(self, figure: Figure, text: str) -> bool:
        """Tell whether a box is a component that only bears a word that heads lists, too: "API", "Storage"."""
        found = self.catalog.classify(text)
        is_name = "\n" not in text.strip() and found.kind != "other" and found.confidence >= _CERTAIN
        return is_name and self._looks_like_a_component(figure)

    def _is_of_a_table_or_legend(self, figure: Figure) -> bool:
        """Tell whether a box without arrows is a cell beside others, or a small sample with a caption."""
        return figure.id in self.cells or (self._is_tiny(figure) and not self.labels.inside.get(figure.id))

    def _is_known(self, name: str) -> bool:
        known = self.catalog.classify(name)
        return known.kind != "other" and known.confidence >= _SURE


def _look(figure: Figure) -> tuple[str, ...]:
    """How a figure is drawn, but for its size."""
    main = figure.main
    return (figure.outline, main.stroke_color, main.background_color, main.stroke_style)


def _looks(figures: Iterable[Figure]) -> dict[tuple[str, ...], list[Box]]:
    """The sizes of figures by how they are drawn, about the same ones once."""
    found: defaultdict[tuple[str, ...], dict[tuple[int, int], Box]] = defaultdict(dict)
    for figure in figures:
        width, height = (round(_STEPS * math.log(max(side, 1.0))) for side in (figure.box.width, figure.box.height))
        found[_look(figure)].setdefault((width, height), figure.box)
    return {look: list(sizes.values()) for look, sizes in found.items()}


def _is_as_large(one: Box, other: Box) -> bool:
    pairs = ((one.width, other.width), (one.height, other.height))
    return all(a <= _AS_LARGE * b and b <= _AS_LARGE * a for a, b in pairs)


def cells(figures: Sequence[Figure]) -> frozenset[str]:
    """Find boxes that share a whole side with another: the cells of a table."""
    boxes = [figure.box for figure in figures]
    near_all = BoxIndex(boxes).near(boxes, _SEAM)
    return frozenset(
        figure.id
        for figure, near in zip(figures, near_all, strict=True)
        if any(boxes[i] != figure.box and _share_a_side(figure.box, boxes[i]) for i in near)
    )


def _share_a_side(a: Box, b: Box) -> bool:
    across, down = a.gaps(b)
    same_column = abs(a.left - b.left) <= _SEAM and abs(a.right - b.right) <= _SEAM
    same_row = abs(a.top - b.top) <= _SEAM and abs(a.bottom - b.bottom) <= _SEAM
    return (same_column and abs(down) <= _SEAM) or (same_row and abs(across) <= _SEAM)


def reads_like_a_note(text: str) -> bool:
    """Tell whether a text that no arrow leads to reads like a note: by its heading, its form or its length."""
    return bool(
        heading_of(text)
        or words.is_task(text)
        or words.is_interface(text)
        or words.is_schema(text)
        or words.is_list(text)
        or words.is_long(text)
    )


def is_no_name(text: str) -> bool:
    """Tell whether the text of a node of a diagram, to which no arrow leads, is a note and not a name."""
    return bool(
        ("\n" in text and heading_of(text))
        or words.is_interface(text)
        or words.is_schema(text)
        or words.is_list(text)
        or words.is_long(text)
    )


def text_of(texts: Iterable[Element]) -> str:
    """The texts of a figure as one, each on its own lines."""
    return "\n".join(text.text for text in texts)


def _stands_for(of: Mapping[str, Meaning], nesting: Nesting) -> dict[str, str | None]:
    """Find for each figure and free text the component or group that it stands for, if any.

    A part stands for what it is in; the bare box around a single component, and all in it, for that one.
    """
    inside = {id_: [c for c in found if of[c] is Meaning.COMPONENT] for id_, found in nesting.children.items()}
    whole = {id_: id_ for id_, meaning in of.items() if meaning in (Meaning.COMPONENT, Meaning.GROUP)}
    bodies = {id_: found[0] for id_, found in inside.items() if of[id_] is Meaning.PART and len(found) == 1}
    found: dict[str, str | None] = {}
    for id_, meaning in of.items():
        places = (id_, *nesting.around(id_)) if meaning is Meaning.PART else (id_,)
        found[id_] = next((whole.get(at) or bodies[at] for at in places if at in whole or at in bodies), None)
    return found
