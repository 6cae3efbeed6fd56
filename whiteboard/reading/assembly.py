"""Figures drawn in pieces: cylinders and people made of loose shapes, and stacks of copies."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.reading.figures import Figure
from whiteboard.reading.geometry import box_around
from whiteboard.reading.index import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from whiteboard.reading.figures import Outline
    from whiteboard.reading.geometry import Box

_FLAT = 0.6
_ROUND = 0.6
_SAME = 0.08
_OVERLAP_OF_COPIES = 0.2


def assemble(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Put figures together that draw one thing."""
    whole = _join(figures, _is_cylinder, "cylinder")
    whole = _join(whole, _is_person, "person")
    return tuple(_join(whole, _is_copy, None))


def _join(
    figures: Sequence[Figure], belongs: Callable[[Figure, Figure], bool], outline: Outline | None
) -> list[Figure]:
    """Join all figures that belong together, directly or by way of others. Without an outline they are copies."""
    boxes = [figure.box for figure in figures]
    leader = list(range(len(figures)))

    def find(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for i, near in enumerate(BoxIndex(boxes).near(boxes, 1.0)):
        for j in near:
            if j > i and belongs(figures[i], figures[j]):
                leader[find(j)] = find(i)
    sets: defaultdict[int, list[Figure]] = defaultdict(list)
    for i, figure in enumerate(figures):
        sets[find(i)].append(figure)
    return [pieces[0] if len(pieces) == 1 else _joined(pieces, outline) for pieces in sets.values()]


def _joined(pieces: Sequence[Figure], outline: Outline | None) -> Figure:
    """Make one figure of several; the one with the text leads, else the largest."""
    main = max(pieces, key=lambda f: (bool(f.texts), f.box.area if outline else 0.0))
    others = [figure for figure in pieces if figure is not main]
    return Figure(
        id=main.id,
        elements=(*main.elements, *(e for f in others for e in f.elements)),
        box=box_around(figure.box for figure in pieces),
        outline=outline or main.outline,
        texts=(*main.texts, *(t for f in others for t in f.texts)),
        copies=1 if outline else len(pieces) * main.copies,
    )


def _is_cylinder(a: Figure, b: Figure) -> bool:
    """Tell whether a bare flat ellipse closes an end of the other figure: as wide, in line, and touching."""
    return _closes(a, b) or _closes(b, a)


def _closes(lid: Figure, body: Figure) -> bool:
    if lid.outline != "ellipse" or lid.texts or body.outline not in ("rectangle", "ellipse"):
        return False
    return _closes_along(lid.box, body.box) or _closes_along(_turned(lid.box), _turned(body.box))


def _closes_along(lid: Box, body: Box) -> bool:
    if lid.height > _FLAT * lid.width or not 0.8 * body.width <= lid.width <= 1.25 * body.width:
        return False
    in_line = abs(lid.center.x - body.center.x) <= 0.15 * body.width
    at_an_end = min(abs(lid.center.y - body.top), abs(lid.center.y - body.bottom)) <= lid.height
    return in_line and at_an_end


def _turned(box: Box) -> Box:
    return type(box)(box.top, box.left, box.bottom, box.right)


def _is_person(a: Figure, b: Figure) -> bool:
    """Tell whether one figure is a head on the other: a bare small circle, right above it, in line."""
    head, body = sorted((a, b), key=lambda f: f.box.top)
    if head.outline != "ellipse" or head.texts or not _is_round(head.box) or body.box.area < head.box.area / 2:
        return False
    across, down = head.box.gaps(body.box)
    in_line = abs(head.box.center.x - body.box.center.x) <= 0.25 * head.box.width
    below = body.box.center.y > head.box.bottom and abs(down) <= 0.3 * head.box.height
    return in_line and below and across < 0 and body.box.width <= 3 * head.box.width and not body.texts


def _is_round(box: Box) -> bool:
    return _ROUND * box.width <= box.height <= box.width / _ROUND


def _is_copy(a: Figure, b: Figure) -> bool:
    """Tell whether two figures look the same, lie shifted on each other, and do not bear different labels."""
    if a.outline != b.outline or a.outline == "frame" or not _same_size(a.box, b.box):
        return False
    if a.custom.kind and b.custom.kind and a.custom.kind != b.custom.kind:
        return False
    if a.outline in ("diamond", "ellipse") and not _is_round(a.box):
        return False
    return a.box.shared(b.box) >= _OVERLAP_OF_COPIES * a.box.area and len(_labels((a, b))) <= 1


def _same_size(a: Box, b: Box) -> bool:
    return abs(a.width - b.width) <= _SAME * a.width and abs(a.height - b.height) <= _SAME * a.height


def _labels(figures: Iterable[Figure]) -> set[str]:
    return {" ".join(text.text.split()).lower() for figure in figures for text in figure.texts}
