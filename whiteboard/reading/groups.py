"""Groups: frames and boxes around components."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Group
from whiteboard.reading import words
from whiteboard.reading.meanings import Meaning

if TYPE_CHECKING:
    from whiteboard.formats.excalidraw import Element
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.meanings import Meanings
    from whiteboard.reading.nesting import Nesting
    from whiteboard.reading.visible import Visible


def find_groups(visible: Visible, nesting: Nesting, labels: Labels, meanings: Meanings) -> tuple[Group, ...]:
    """Make a group of every figure that means one; sorted by id."""
    groups = set(meanings.having(Meaning.GROUP))
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in meanings.having(Meaning.COMPONENT):
        around = _group_around(id_, nesting, groups) if id_ in nesting.figures else None
        if around is not None:
            members[around].append(id_)
    found = []
    for id_ in sorted(groups):
        title = title_of(visible, nesting, labels, id_)
        elements = [*nesting.figures[id_].element_ids, *([title.id] if title else [])]
        found.append(
            Group(
                id=id_,
                label=words.one_line(title.text) if title else nesting.figures[id_].main.text,
                members=tuple(sorted(members[id_])),
                parent=_group_around(id_, nesting, groups),
                element_ids=tuple(dict.fromkeys(elements)),
            )
        )
    return tuple(found)


def title_of(visible: Visible, nesting: Nesting, labels: Labels, id_: str) -> Element | None:
    """The text that names a group: bound to it, beside it, or the one nearest to its upper edge."""
    bound = nesting.figures[id_].texts
    options = bound or labels.captions.get(id_, ()) or labels.inside.get(id_, ())
    short = [text for text in options if not words.is_long(text.text)]
    return min(short, key=lambda t: (visible.boxes[t.id].top, visible.boxes[t.id].left, t.id), default=None)


def _group_around(id_: str, nesting: Nesting, groups: set[str]) -> str | None:
    return next((around for around in nesting.around(id_) if around in groups), None)
