"""Marks: what is drawn over components to say something about them, and is none itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.reading.index import BoxIndex
from whiteboard.reading.words import is_step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.reading.figures import Figure
    from whiteboard.reading.geometry import Box
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.nesting import Nesting
    from whiteboard.reading.visible import Visible

_LEAST_SHARED = 0.1
_MOST_SHARED = 0.9
_MARKED = 2
_MUCH_LARGER = 4
_MOSTLY = 0.5
_CENTERED = 0.25
_LEAST_SPAN = 0.6
_MOST_SPAN = 2.0


def overlays(nesting: Nesting, labels: Labels) -> dict[str, str | None]:
    """Find bare figures that only mark labelled ones, such as a bar over the partitions of three brokers.

    One that lies across several marks no single one; one that sticks out of a much larger one belongs to it, and so
    does the number of a step at its border.
    """
    holders = {parent for id_, parent in nesting.parent.items() if parent and labels.of(id_)}
    figures = [f for f in nesting.figures.values() if f.id not in holders and f.outline != "frame"]
    badges = {f.id for f in figures if _is_badge(f, labels)}
    labelled = [f for f in figures if labels.of(f.id) and f.id not in badges]
    bare = [f for f in figures if (not labels.of(f.id) or f.id in badges) and not f.custom.kind]
    near_all = BoxIndex([f.box for f in labelled]).near([f.box for f in bare])
    found: dict[str, str | None] = {}
    for figure, near in zip(bare, near_all, strict=True):
        across = [labelled[i] for i in near if _lies_across(figure.box, labelled[i].box)]
        larger = [
            f for f in across if _sticks_out(figure.box, f.box, _LEAST_SHARED if figure.id in badges else _MOSTLY)
        ]
        if larger:
            found[figure.id] = larger[0].id
        elif len(across) >= _MARKED and figure.id not in badges:
            found[figure.id] = None
    return found


def _is_badge(figure: Figure, labels: Labels) -> bool:
    texts = labels.of(figure.id)
    return bool(texts) and all(is_step(text.text) for text in texts)


def _sticks_out(box: Box, other: Box, share: float) -> bool:
    return other.area > _MUCH_LARGER * box.area and other.covers(box, share)


def _lies_across(box: Box, other: Box) -> bool:
    least = min(box.area, other.area)
    return _LEAST_SHARED * least < box.shared(other) < _MOST_SHARED * least


def crossed_out(visible: Visible, figures: Sequence[Figure], strokes: Sequence[Element]) -> dict[str, tuple[str, ...]]:
    """Find figures crossed out by two lines, one falling and one rising; returns the lines by figure."""
    lines = [s for s in strokes if s.type != "text" and _is_plain(s)]
    near_all = BoxIndex([f.box for f in figures]).near([visible.boxes[s.id] for s in lines])
    over: defaultdict[str, dict[bool, str]] = defaultdict(dict)
    for line, near in zip(lines, near_all, strict=True):
        struck = [figures[i] for i in near if _strikes(visible.boxes[line.id], figures[i].box)]
        if struck:
            figure = min(struck, key=lambda f: (-f.box.shared(visible.boxes[line.id]) / f.box.area, f.id))
            over[figure.id][_rises(line)] = line.id
    return {id_: tuple(sorted(found.values())) for id_, found in over.items() if len(found) == len("\\/")}


def _is_plain(stroke: Element) -> bool:
    return len(stroke.points) > 1 and not (stroke.start_head or stroke.end_head or stroke.start or stroke.end)


def _rises(stroke: Element) -> bool:
    start, end = stroke.points[0], stroke.points[-1]
    return (end.x - start.x) * (end.y - start.y) < 0


def _strikes(line: Box, figure: Box) -> bool:
    """Tell whether a stroke with this box goes through the middle of a figure from corner to corner, more or less."""
    dx, dy = abs(line.center.x - figure.center.x), abs(line.center.y - figure.center.y)
    if dx > _CENTERED * figure.width or dy > _CENTERED * figure.height:
        return False
    spans = (line.width / figure.width, line.height / figure.height)
    return all(_LEAST_SPAN <= span <= _MOST_SPAN for span in spans)
