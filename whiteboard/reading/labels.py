"""Which text belongs to what: inside a figure, a caption beside it, a label on a stroke, or free."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whiteboard.reading.geometry import box_to_stroke
from whiteboard.reading.index import BoxIndex
from whiteboard.reading.nesting import hosts
from whiteboard.reading.words import is_step

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.reading.figures import Figure
    from whiteboard.reading.geometry import Box
    from whiteboard.reading.nesting import Nesting
    from whiteboard.reading.visible import Visible

_BELOW = 2.2
"""How far a caption may stand above or below its figure, in font sizes."""
_BESIDE = 1.2
_OFF_STROKE = 0.9
_STEP_OFF_STROKE = 2.0
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The first half of the work: texts inside and beside figures; `waiting` are the others.

    `host` is the figure that each text stands in, `strokes` the nearest stroke of those right beside one.
    """

    inside: Mapping[str, tuple[Element, ...]]
    captions: Mapping[str, tuple[Element, ...]]
    waiting: tuple[Element, ...]
    host: Mapping[str, str | None]
    strokes: Mapping[str, tuple[float, str]]


def name_figures(visible: Visible, nesting: Nesting, strokes: Sequence[Element], texts: Sequence[Element]) -> Named:
    """Give the figures the texts inside of them and, if they have none, the captions beside them."""
    figures = list(nesting.figures.values())
    host = dict(zip((t.id for t in texts), hosts(figures, [visible.boxes[t.id] for t in texts]), strict=True))
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
    bare = [figure for figure in figures if not inside[figure.id]]
    nearest = nearest_strokes(visible, strokes, waiting)
    captions = _captions(_Beside(visible, nesting, host, nearest), bare, waiting)
    attached = {text.id for text in captions.values()}
    return Named(
        inside=_frozen(inside),
        captions={id_: (text,) for id_, text in captions.items()},
        waiting=tuple(text for text in waiting if text.id not in attached),
        host=host,
        strokes=nearest,
    )


def find_labels(
    visible: Visible, nesting: Nesting, named: Named, strokes: Sequence[Element], aimed_at: Container[str]
) -> Labels:
    """Give the remaining texts to the strokes they stand on, if none is `aimed_at` them, else to what they stand in."""
    figures = list(nesting.figures.values())
    nearby = _nearby(visible, [f for f in figures if f.id in named.inside or f.id in named.captions], named.waiting)
    at_figures = {text.id for texts in nearby.values() for text in texts}
    inside = defaultdict(list, {id_: list(texts) for id_, texts in named.inside.items()})
    on_strokes = defaultdict(list, {s.id: list(visible.bound.get(s.id, ())) for s in strokes})
    free = []
    for text in named.waiting:
        holder = named.host[text.id]
        _, stroke_id = named.strokes.get(text.id, (0.0, ""))
        speaks_of_figure = text.id in at_figures and stroke_id in visible.bound
        if stroke_id and not speaks_of_figure and text.id not in aimed_at and _is_short(text):
            on_strokes[stroke_id].append(text)
        elif holder is not None:
            inside[holder].append(text)
        else:
            free.append(text)
    left = {text.id for text in free}
    return Labels(
        inside=_frozen(inside),
        captions=named.captions,
        lookalikes=_lookalikes(figures, inside, named.captions),
        nearby=_frozen({id_: [t for t in texts if t.id in left] for id_, texts in nearby.items()}),
        on_strokes=_frozen(on_strokes),
        free=tuple(free),
    )


def _frozen(found: Mapping[str, list[Element]]) -> dict[str, tuple[Element, ...]]:
    return {id_: tuple(texts) for id_, texts in found.items() if texts}


def _is_short(text: Element) -> bool:
    return len(text.text.split()) <= _LONGEST_CAPTION


def nearest_strokes(
    visible: Visible, strokes: Sequence[Element], texts: Sequence[Element]
) -> dict[str, tuple[float, str]]:
    """For each text that stands on or right beside a stroke, the distance and the stroke; not if one is bound to it."""
    found: dict[str, tuple[float, str]] = {}
    index = BoxIndex([visible.boxes[s.id] for s in strokes])
    targets = {end for s in strokes for end in (s.start, s.end)}
    asked = [t for t in texts if t.id not in targets]
    around = [visible.boxes[t.id].grown(_reach(t)) for t in asked]
    for text, near in zip(asked, index.near(around), strict=True):
        box = visible.boxes[text.id]
        options = [(box_to_stroke(box, strokes[i].points), strokes[i].id) for i in near if strokes[i].points]
        best = min(options, default=None)
        if best and best[0] <= _reach(text):
            found[text.id] = best
    return found


def _reach(text: Element) -> float:
    """How far a text may stand off its stroke; the number of a step farther than words."""
    return (_STEP_OFF_STROKE if is_step(text.text) else _OFF_STROKE) * text.font_size


@dataclass(frozen=True, slots=True)
class _Beside:
    """What decides whether a text is a caption: where both stand, and how near the text is to a stroke."""

    visible: Visible
    nesting: Nesting
    host: Mapping[str, str | None]
    strokes: Mapping[str, tuple[float, str]]

    def gap(self, figure: Figure, text: Element) -> float | None:
        """How far a caption stands from a figure; None when it is none."""
        if self.nesting.parent[figure.id] != self.host[text.id]:
            return None
        gap = _caption_gap(figure.box, self.visible.boxes[text.id], text.font_size)
        on_stroke = gap is not None and text.id in self.strokes and self.strokes[text.id][0] + text.font_size / 2 < gap
        return None if on_stroke else gap


@dataclass(frozen=True, slots=True)
class _Pair:
    """A text that may be the caption of a figure."""

    gap: float
    text: Element
    figure_id: str
    is_below: bool

    def order(self, custom: int) -> tuple[float, str, str]:
        """The nearest first; against the custom of the board (captions below: above 0) it counts as farther."""
        against = custom != 0 and self.is_below != (custom > 0)
        return self.gap + against * self.text.font_size / 2, self.text.id, self.figure_id


def _captions(beside: _Beside, figures: Sequence[Figure], texts: Sequence[Element]) -> dict[str, Element]:
    """Give bare figures the texts beside them, the nearest pairs first, one text each.

    A text between two figures goes by the custom of the board: captions above, or captions below.
    """
    pairs = _caption_pairs(beside, figures, [t for t in texts if _is_short(t)])
    by_text = Counter(pair.text.id for pair in pairs)
    custom = sum(1 if pair.is_below else -1 for pair in pairs if by_text[pair.text.id] == 1)
    captions: dict[str, Element] = {}
    given: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: pair.order(custom)):
        if pair.text.id not in given and pair.figure_id not in captions:
            captions[pair.figure_id] = pair.text
            given.add(pair.text.id)
    return captions


def _caption_pairs(beside: _Beside, figures: Sequence[Figure], texts: Sequence[Element]) -> list[_Pair]:
    boxes = beside.visible.boxes
    around = [boxes[text.id].grown(_BELOW * text.font_size) for text in texts]
    pairs = []
    for text, near in zip(texts, BoxIndex([f.box for f in figures]).near(around), strict=True):
        for figure in (figures[i] for i in near):
            gap = beside.gap(figure, text)
            if gap is not None:
                is_below = boxes[text.id].center.y > figure.box.center.y
                pairs.append(_Pair(gap, text, figure.id, is_below))
    return pairs


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
    figures: Sequence[Figure], inside: Mapping[str, Sequence[Element]], captions: Mapping[str, tuple[Element, ...]]
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


def _nearby(visible: Visible, figures: Sequence[Figure], texts: Iterable[Element]) -> dict[str, tuple[Element, ...]]:
    """Find the free texts close to figures that have a label."""
    short = [t for t in texts if _is_short(t)]
    around = [visible.boxes[t.id].grown(_BESIDE * t.font_size) for t in short]
    found: defaultdict[str, list[Element]] = defaultdict(list)
    near_all = BoxIndex([f.box for f in figures]).near(around)
    for text, near in zip(short, near_all, strict=True):
        gaps = [(_caption_gap(figures[i].box, visible.boxes[text.id], text.font_size), figures[i].id) for i in near]
        close = [(gap, id_) for gap, id_ in gaps if gap is not None and gap <= _BESIDE * text.font_size]
        if close:
            found[min(close)[1]].append(text)
    return _frozen(found)
