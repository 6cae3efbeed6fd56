"""Connections: connectors between components or groups, with label, direction and style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from whiteboard.model.architecture import Connection, Style
from whiteboard.reading import words
from whiteboard.reading.index import BoxIndex
from whiteboard.reading.traffic import access_of, step_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.formats.excalidraw import Element
    from whiteboard.model.architecture import Direction
    from whiteboard.reading.connectors import Connector
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.meanings import Meanings
    from whiteboard.reading.visible import Visible

_BESIDE = 25.0
"""How far the text of a legend may stand off its sample."""
_LONGEST_MEANING = 4
"""Words of a text in a legend."""
_MOSTLY = 0.7
"""Where more of the connectors than this are dashed, dashes are the style of the board and say nothing."""

_REPLICATION = re.compile(r"replicat|реплика|répli|replizier|réplica|复制|複製|レプリケ|복제", re.IGNORECASE)
_ASYNC = re.compile(
    r"\basync|asynchron|\bevents?\b|publish|subscri|\bpub\b|\bsub\b|enqueue|dequeue|\bconsume|\bproduce|\bcdc\b|webhook"
    r"|асинхр|событ|异步|非同期|비동기",
    re.IGNORECASE,
)
_SYNC = re.compile(r"\bsync(hronous)?(ly)?\b|синхр|同步|同期|동기", re.IGNORECASE)


Legend = Mapping[tuple[str, str], Style]
"""What a colour with a stroke style (solid, dashed, dotted) means."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """What the looks of connectors say on this board."""

    legend: Legend
    dash_tells: bool


def find_legend(
    visible: Visible, strokes: Iterable[Element], connectors: Iterable[Connector], labels: Labels
) -> Legend:
    """What looks mean by a legend on the board: a stroke that connects nothing, beside a short text such as "async".

    The look of most connectors means nothing in particular.
    """
    complete = [connector for connector in connectors if connector.is_complete]
    used = {stroke.id for connector in complete for stroke in connector.strokes}
    common = Counter(_look(connector.strokes[0]) for connector in complete)
    samples = [s for s in strokes if s.id not in used and common[_look(s)] <= _MOSTLY * len(complete)]
    short = [text for text in labels.free if len(text.text.split()) <= _LONGEST_MEANING]
    telling = [(visible.boxes[text.id], style) for text in short if (style := style_of(text.text, dashed=False))]
    index = BoxIndex([box for box, _ in telling])
    near_all = index.near([visible.boxes[sample.id] for sample in samples], _BESIDE)
    return {_look(sample): telling[near[0]][1] for sample, near in zip(samples, near_all, strict=True) if near}


def _look(stroke: Element) -> tuple[str, str]:
    return (stroke.stroke_color, stroke.stroke_style)


def find_connections(
    connectors: Sequence[Connector], labels: Labels, meanings: Meanings, legend: Legend
) -> tuple[tuple[Connection, ...], tuple[Connector, ...]]:
    """Make a connection of every connector between two different components or groups.

    Returns them sorted by id, and the connectors of which an end leads to neither, save those of the legend.
    """
    dashed = sum(connector.strokes[0].stroke_style != "solid" for connector in connectors)
    dash_tells = dashed <= _MOSTLY * len(connectors)
    found, loose = [], []
    for connector in connectors:
        source = meanings.stands_for.get(connector.source or "")
        target = meanings.stands_for.get(connector.target or "")
        if source is None or target is None:
            is_sample = source is None and target is None and _look(connector.strokes[0]) in legend
            loose += [] if is_sample else [connector]
        elif source != target:
            found.append(_connection(connector, source, target, labels, _Looks(legend, dash_tells)))
    return tuple(sorted(found, key=lambda c: c.id)), tuple(loose)


def _connection(connector: Connector, source: str, target: str, labels: Labels, looks: _Looks) -> Connection:
    texts = [text for stroke in connector.strokes for text in labels.on_strokes.get(stroke.id, ())]
    label = words.one_line(" ".join(text.text for text in texts))
    return Connection(
        id=connector.id,
        source=source,
        target=target,
        label=label,
        direction=_direction(connector),
        style=_style(connector, label, looks),
        element_ids=tuple(dict.fromkeys(e.id for e in (*connector.strokes, *texts))),
        step=step_of(label),
        access=access_of(label),
    )


def _direction(connector: Connector) -> Direction:
    """The direction as drawn, or as the user corrected it."""
    corrected = connector.strokes[0].custom.direction
    return cast("Direction", corrected) if corrected in ("forward", "both", "none") else connector.direction


def _style(connector: Connector, label: str, looks: _Looks) -> Style | None:
    """The style as drawn, or as the file says that the board was drawn from; there, dashes are always meant."""
    stroke = connector.strokes[0]
    if stroke.custom.style in get_args(Style):
        return cast("Style", stroke.custom.style)
    dashed = stroke.stroke_style != "solid" and (looks.dash_tells or stroke.custom.drawn)
    return style_of(label, dashed=False) or looks.legend.get(_look(stroke)) or style_of("", dashed=dashed)


def style_of(label: str, *, dashed: bool) -> Style | None:
    """What the label says about how it is called, else what a dashed line means by custom."""
    if _REPLICATION.search(label):
        return "replication"
    if _ASYNC.search(label):
        return "async"
    if _SYNC.search(label):
        return "sync"
    return "async" if dashed else None
