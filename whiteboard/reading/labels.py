"""Which text belongs to what: inside a figure, a caption beside it, a label on a stroke, or free."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.reading.geometry import box_to_stroke
from whiteboard.reading.index import BoxIndex
from whiteboard.reading.nesting import hosts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.reading.board import Board
    from whiteboard.reading.figures import Figure
    from whiteboard.reading.geometry import Box
    from whiteboard.reading.nesting import Nesting

_BELOW = 2.2
"""How far a caption may stand above or below its figure, in font sizes."""
_BESIDE = 1.2
_ON_STROKE = 0.9
_LONGEST_CAPTION = 12
"""More words than these are a note."""
_LOOK_ALIKE = 0.08


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The texts of the board by what they belong to, each sequence from top to bottom.

    `inside` and `captions` go by figure, `on_strokes` by stroke. `lookalikes` names, for a figure without any text,
    the one in its row or column that looks the same and has a caption. `nearby` are free texts close to a figure that
    has a label already: they may say more about it. They are in `free` too.
    """

    inside: Mapping[str, tuple[Element, ...]]
    captions: Mapping[str, tuple[Element, ...]]
    lookalikes: Mapping[str, str]
    nearby: Mapping[str, tuple[Element, ...]]
    on_strokes: Mapping[str, tuple[Element, ...]]
    free: tuple[Element, ...]

    def of(self, figure_id: str) -> tuple[Element, ...]:
        """The texts that name a figure, its own or those of its lookalike."""
        shown = self.lookalikes.get(figure_id, figure_id)
        return (*self.inside.get(shown, ()), *self.captions.get(shown, ()))


def find_labels(board: Board, nesting: Nesting, strokes: Sequence[Element], texts: Sequence[Element]) -> Labels:
    """Decide for every text where it belongs."""
    figures = list(nesting.figures.values())
    host = dict(zip((t.id for t in texts), hosts(figures, [board.boxes[t.id] for t in texts]), strict=True))
    inside: defaultdict[str, list[Element]] = defaultdict(list)
    for figure in figures:
        inside[figure.id].extend(figure.texts)
    waiting = []
    for text in texts:
        holder = host[text.id]
        if holder is None or holder in nesting.children:
            waiting.append(text)
        else:
            inside[holder].append(text)
    distance = _nearest_strokes(board, [s for s in strokes if s.id not in board.bound], waiting)
    bare = [figure for figure in figures if not inside[figure.id]]
    captions = _captions(board, nesting, bare, waiting, host, distance)
    attached = {text.id for found in captions.values() for text in found}
    on_strokes: defaultdict[str, list[Element]] = defaultdict(list)
    for stroke in strokes:
        on_strokes[stroke.id].extend(board.bound.get(stroke.id, ()))
    free = []
    for text in waiting:
        holder = host[text.id]
        if text.id in attached:
            continue
        if text.id in distance and _is_short(text):
            on_strokes[distance[text.id][1]].append(text)
        elif holder is not None:
            inside[holder].append(text)
        else:
            free.append(text)
    labelled = [figure for figure in figures if inside[figure.id] or figure.id in captions]
    return Labels(
        inside=_frozen(inside),
        captions=_frozen(captions),
        lookalikes=_lookalikes(figures, inside, captions),
        nearby=_nearby(board, labelled, free),
        on_strokes=_frozen(on_strokes),
        free=tuple(free),
    )


def _frozen(found: Mapping[str, list[Element]]) -> dict[str, tuple[Element, ...]]:
    return {id_: tuple(texts) for id_, texts in found.items() if texts}


def _is_short(text: Element) -> bool:
    return len(text.text.split()) <= _LONGEST_CAPTION


def _nearest_strokes(
    board: Board, strokes: Sequence[Element], texts: Sequence[Element]
) -> dict[str, tuple[float, str]]:
    """For each text that stands on or right beside a stroke, the distance and the stroke; not one that ends at it."""
    found: dict[str, tuple[float, str]] = {}
    index = BoxIndex([board.boxes[s.id] for s in strokes])
    targets = {end for s in strokes for end in (s.start, s.end)}
    asked = [t for t in texts if t.id not in targets]
    around = [board.boxes[t.id].grown(_ON_STROKE * t.font_size) for t in asked]
    for text, near in zip(asked, index.near(around), strict=True):
        box = board.boxes[text.id]
        options = [(box_to_stroke(box, strokes[i].points), strokes[i].id) for i in near if strokes[i].points]
        best = min(options, default=None)
        if best and best[0] <= _ON_STROKE * text.font_size:
            found[text.id] = best
    return found


def _captions(  # noqa: PLR0913 - what a caption is depends on all of it
    board: Board,
    nesting: Nesting,
    figures: Sequence[Figure],
    texts: Sequence[Element],
    host: Mapping[str, str | None],
    distance: Mapping[str, tuple[float, str]],
) -> dict[str, list[Element]]:
    """Give bare figures the texts beside them, the nearest pairs first, one text each."""
    pairs = []
    short = [t for t in texts if _is_short(t)]
    around = [board.boxes[t.id].grown(_BELOW * t.font_size) for t in short]
    near_all = BoxIndex([f.box for f in figures]).near(around)
    for text, near in zip(short, near_all, strict=True):
        for i in near:
            gap = _caption_gap(figures[i].box, board.boxes[text.id], text.font_size)
            same_place = nesting.parent[figures[i].id] == host[text.id]
            on_stroke = text.id in distance and gap is not None and distance[text.id][0] + text.font_size / 2 < gap
            if gap is not None and same_place and not on_stroke:
                pairs.append((gap, text.id, figures[i].id))
    captions: dict[str, list[Element]] = {}
    given: set[str] = set()
    for _, text_id, figure_id in sorted(pairs):
        if text_id not in given and figure_id not in captions:
            captions[figure_id] = [board.by_id[text_id]]
            given.add(text_id)
    return captions


def _caption_gap(figure: Box, text: Box, font_size: float) -> float | None:
    """How far a caption stands from its figure, or None when it is no caption: too far, or not in line."""
    across, down = figure.gaps(text)
    over = figure.left <= text.center.x <= figure.right or text.left <= figure.center.x <= text.right
    if over and -font_size <= down <= _BELOW * font_size:
        return max(down, 0.0)
    beside = figure.top <= text.center.y <= figure.bottom
    if beside and -font_size <= across <= _BESIDE * font_size:
        return max(across, 0.0)
    return None


def _lookalikes(
    figures: Sequence[Figure], inside: Mapping[str, list[Element]], captions: Mapping[str, list[Element]]
) -> dict[str, str]:
    """Find bare figures in one row or column with a captioned one that looks the same: the caption is for all."""
    open_ = [f for f in figures if f.id in captions or not inside.get(f.id)]
    near_all = BoxIndex([f.box for f in open_]).near([f.box.grown(min(f.box.width, f.box.height)) for f in open_])
    found: dict[str, str] = {}
    reached = [i for i, f in enumerate(open_) if f.id in captions]
    for i in reached:  # grows while it runs
        shown = found.get(open_[i].id, open_[i].id)
        for j in near_all[i]:
            bare = open_[j].id not in captions and open_[j].id not in found
            if bare and _is_next_in_line(open_[i], open_[j]):
                found[open_[j].id] = shown
                reached.append(j)
    return found


def _is_next_in_line(a: Figure, b: Figure) -> bool:
    size = max(a.box.width, a.box.height)
    same = a.outline == b.outline and abs(a.box.width - b.box.width) <= _LOOK_ALIKE * size
    if not same or abs(a.box.height - b.box.height) > _LOOK_ALIKE * size:
        return False
    dx, dy = abs(a.box.center.x - b.box.center.x), abs(a.box.center.y - b.box.center.y)
    across, down = a.box.gaps(b.box)
    least = min(a.box.width, a.box.height)
    return (dx <= size / 4 and down <= least) or (dy <= size / 4 and across <= least)


def _nearby(board: Board, figures: Sequence[Figure], texts: Iterable[Element]) -> dict[str, tuple[Element, ...]]:
    """Find the free texts close to figures that have a label."""
    short = [t for t in texts if _is_short(t)]
    around = [board.boxes[t.id].grown(_BESIDE * t.font_size) for t in short]
    found: defaultdict[str, list[Element]] = defaultdict(list)
    near_all = BoxIndex([f.box for f in figures]).near(around)
    for text, near in zip(short, near_all, strict=True):
        gaps = [(_caption_gap(figures[i].box, board.boxes[text.id], text.font_size), figures[i].id) for i in near]
        close = [(gap, id_) for gap, id_ in gaps if gap is not None and gap <= _BESIDE * text.font_size]
        if close:
            found[min(close)[1]].append(text)
    return _frozen(found)
