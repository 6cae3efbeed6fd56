"""Connections: connectors between components or groups, with label, direction and style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from whiteboard.model.architecture import Connection, Style
from whiteboard.reading import words
from whiteboard.reading.traffic import access_of, step_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.model.architecture import Direction
    from whiteboard.reading.connectors import Connector
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.roles import Roles

_MOSTLY = 0.7
"""Where more of the connectors than this are dashed, dashes are the style of the board and say nothing."""

_REPLICATION = re.compile(r"replicat|реплика|répli|replizier|réplica|复制|複製|レプリケ|복제", re.IGNORECASE)
_ASYNC = re.compile(
    r"\basync|asynchron|\bevents?\b|publish|subscri|\bpub\b|\bsub\b|enqueue|dequeue|\bconsume|\bproduce|\bcdc\b|webhook"
    r"|асинхр|событ|异步|非同期|비동기",
    re.IGNORECASE,
)
_SYNC = re.compile(r"\bsync(hronous)?(ly)?\b|синхр|同步|同期|동기", re.IGNORECASE)


def find_connections(
    connectors: Sequence[Connector], labels: Labels, roles: Roles
) -> tuple[tuple[Connection, ...], tuple[Connector, ...]]:
    """Make a connection of every connector between two different components or groups.

    Returns them sorted by id, and the connectors of which an end leads to neither.
    """
    dashed = sum(connector.strokes[0].stroke_style != "solid" for connector in connectors)
    dash_tells = dashed <= _MOSTLY * len(connectors)
    found, loose = [], []
    for connector in connectors:
        source = roles.stands_for.get(connector.source or "")
        target = roles.stands_for.get(connector.target or "")
        if source is None or target is None:
            loose.append(connector)
        elif source != target:
            found.append(_connection(connector, source, target, labels, dash_tells=dash_tells))
    return tuple(sorted(found, key=lambda c: c.id)), tuple(loose)


def _connection(connector: Connector, source: str, target: str, labels: Labels, *, dash_tells: bool) -> Connection:
    texts = [text for stroke in connector.strokes for text in labels.on_strokes.get(stroke.id, ())]
    label = words.one_line(" ".join(text.text for text in texts))
    return Connection(
        id=connector.id,
        source=source,
        target=target,
        label=label,
        direction=_direction(connector),
        style=_style(connector, label, dash_tells=dash_tells),
        element_ids=tuple(dict.fromkeys(e.id for e in (*connector.strokes, *texts))),
        step=step_of(label),
        access=access_of(label),
    )


def _direction(connector: Connector) -> Direction:
    """The direction as drawn, or as the user corrected it."""
    corrected = connector.strokes[0].custom.direction
    return cast("Direction", corrected) if corrected in ("forward", "both", "none") else connector.direction


def _style(connector: Connector, label: str, *, dash_tells: bool) -> Style | None:
    """The style as drawn, or as the file says that the board was drawn from; there, dashes are always meant."""
    stroke = connector.strokes[0]
    if stroke.custom.style in get_args(Style):
        return cast("Style", stroke.custom.style)
    return style_of(label, dashed=stroke.stroke_style != "solid" and (dash_tells or stroke.custom.drawn))


def style_of(label: str, *, dashed: bool) -> Style | None:
    """What the label says about how it is called, else what a dashed line means by custom."""
    if _REPLICATION.search(label):
        return "replication"
    if _ASYNC.search(label):
        return "async"
    if _SYNC.search(label):
        return "sync"
    return "async" if dashed else None
