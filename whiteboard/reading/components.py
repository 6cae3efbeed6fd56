"""Components: figures and texts that stand for a part of the system, with kind, label, copies and notes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Component
from whiteboard.reading import words
from whiteboard.reading.kinds import Neighbours, best_of, by_place, classify_text
from whiteboard.reading.roles import Role, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.catalog.values import Classification
    from whiteboard.formats.excalidraw import CustomData, Element
    from whiteboard.model.architecture import Connection
    from whiteboard.reading.figures import Outline
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.nesting import Nesting
    from whiteboard.reading.roles import Roles

_SHAPE_HINTS: Mapping[Outline, str] = {"cylinder": "cylinder", "pipe": "queue", "person": "person"}
_CORRECTED = "the drawing says so"


def find_components(nesting: Nesting, labels: Labels, roles: Roles, catalog: Catalog) -> tuple[Component, ...]:
    """Make a component of every figure and free text in that role; sorted by id."""
    parts = _parts(roles)
    free = {text.id: text for text in labels.free}
    found = []
    for id_ in roles.having(Role.COMPONENT):
        if id_ in free:
            found.append(_of_text(free[id_], catalog))
        else:
            found.append(_of_figure(id_, nesting, labels, parts[id_], catalog))
    return tuple(sorted(found, key=lambda c: c.id))


def place_components(
    components: Sequence[Component], connections: Sequence[Connection], catalog: Catalog
) -> tuple[Component, ...]:
    """Look again at the components whose text says little, now that it is known what they are connected to."""
    kinds = {c.id: c.kind for c in components}
    to: defaultdict[str, list[str]] = defaultdict(list)
    from_: defaultdict[str, list[str]] = defaultdict(list)
    undirected: defaultdict[str, list[str]] = defaultdict(list)
    for connection in connections:
        if connection.source not in kinds or connection.target not in kinds:
            continue
        ahead, back = (to, from_) if connection.direction == "forward" else (undirected, undirected)
        ahead[connection.source].append(kinds[connection.target])
        back[connection.target].append(kinds[connection.source])
    return tuple(
        _placed(
            c, Neighbours(to=tuple(to[c.id]), from_=tuple(from_[c.id]), undirected=tuple(undirected[c.id])), catalog
        )
        for c in components
    )


def _placed(component: Component, neighbours: Neighbours, catalog: Catalog) -> Component:
    if component.reason == _CORRECTED:
        return component
    from whiteboard.catalog.values import Classification

    before = Classification(kind=component.kind, confidence=component.confidence, reason=component.reason)
    after = by_place(before, neighbours, catalog)
    return replace(component, kind=after.kind, confidence=after.confidence, reason=after.reason)


def _parts(roles: Roles) -> dict[str, list[str]]:
    """The figures that are part of each component."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in roles.having(Role.PART):
        whole = roles.stands_for[id_]
        if whole is not None:
            parts[whole].append(id_)
    return parts


def _of_text(text: Element, catalog: Catalog) -> Component:
    label, notes = words.split_name(text.text)
    found = _corrected(classify_text(text.text, catalog), text.custom, catalog)
    return Component(
        id=text.id,
        label=label,
        kind=found.kind,
        confidence=found.confidence,
        reason=found.reason,
        technology=found.technology,
        replicas=text.custom.replicas or words.stated_replicas(text.text),
        notes=notes,
        element_ids=(text.id,),
    )


def _of_figure(id_: str, nesting: Nesting, labels: Labels, parts: Sequence[str], catalog: Catalog) -> Component:
    figure = nesting.figures[id_]
    texts = _deduplicated(labels.of(id_))
    text = text_of(texts)
    name, notes = words.split_name(text)
    shape = _SHAPE_HINTS.get(figure.outline)
    beside = labels.nearby.get(id_, ())
    own = _classified(texts, shape, catalog)
    found = best_of(own, (classify_text(t.text, catalog) for t in beside))
    found = _corrected(found, figure.main.custom, catalog)
    used = beside if found is not own and figure.main.custom.kind is None else ()
    own_texts = (*labels.inside.get(id_, ()), *labels.captions.get(id_, ()), *used)
    elements = [*figure.element_ids, *(t.id for t in own_texts)]
    for part in sorted(parts):
        elements += [*nesting.figures[part].element_ids, *(t.id for t in labels.inside.get(part, ()))]
    insides = [words.one_line(text_of(labels.of(part))) for part in sorted(parts)]
    return Component(
        id=id_,
        label=name,
        kind=found.kind,
        confidence=found.confidence,
        reason=found.reason,
        technology=found.technology,
        replicas=figure.main.custom.replicas or words.stated_replicas(text) or _stacked(figure.copies),
        notes=(*notes, *(inside for inside in insides if not words.is_number(inside))),
        element_ids=tuple(dict.fromkeys(elements)),
    )


def _stacked(copies: int) -> int | None:
    return copies if copies > 1 else None


def _classified(texts: Sequence[Element], shape: str | None, catalog: Catalog) -> Classification:
    """Classify by the first text, or by the next one that says something."""
    found = [classify_text(text.text, catalog, shape=shape) for text in texts]
    return best_of(found[0], found[1:]) if found else classify_text("", catalog, shape=shape)


def _deduplicated(texts: Sequence[Element]) -> list[Element]:
    """Stacked copies often bear the same label each."""
    return list({words.one_line(text.text): text for text in reversed(texts)}.values())[::-1]


def _corrected(found: Classification, custom: CustomData, catalog: Catalog) -> Classification:
    """Let the kind that the palette or the user set win."""
    if custom.kind is None or custom.kind not in catalog.kinds:
        return found
    return replace(found, kind=custom.kind, confidence=1.0, reason=_CORRECTED)
