"""Components: figures and texts that stand for a part of the system, with kind, label, copies and notes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.formats.listed import split_listed
from whiteboard.reading import words
from whiteboard.reading.kinds import STATED, best_of, classify_text, component_of, with_technology
from whiteboard.reading.meanings import Meaning, text_of
from whiteboard.reading.properties import copies_of, keeps_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.catalog.values import Classification
    from whiteboard.formats.excalidraw import CustomData, Element
    from whiteboard.model.architecture import Component
    from whiteboard.reading.figures import Figure, Outline
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.meanings import Meanings
    from whiteboard.reading.nesting import Nesting

_SHAPE_HINTS: Mapping[Outline, str] = {"cylinder": "cylinder", "pipe": "queue", "person": "person"}
_DOUBTED = 0.45


def find_components(nesting: Nesting, labels: Labels, meanings: Meanings, catalog: Catalog) -> tuple[Component, ...]:
    """Make a component of every figure and free text that means one; sorted by id."""
    parts = _parts(meanings)
    free = {text.id: text for text in labels.free}
    found = []
    for id_ in meanings.having(Meaning.COMPONENT):
        if id_ in free:
            found.append(_of_text(free[id_], catalog))
        else:
            found.append(_of_figure(id_, nesting, labels, parts[id_], catalog))
    return tuple(sorted(found, key=lambda c: c.id))


def _parts(meanings: Meanings) -> dict[str, list[str]]:
    """The figures that are part of each component."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in meanings.having(Meaning.PART):
        whole = meanings.stands_for[id_]
        if whole is not None:
            parts[whole].append(id_)
    return defaultdict(list, {whole: sorted(found) for whole, found in parts.items()})


def _of_text(text: Element, catalog: Catalog) -> Component:
    name = words.split_name(text.text)
    found = _corrected(classify_text(text.text, catalog), text.custom, name[0], catalog)
    stated = text.custom.replicas or copies_of(text.text, keeps_data=keeps_data(found.kind, catalog))
    return component_of(text.id, name, found, stated, (text.id,))


def _of_figure(id_: str, nesting: Nesting, labels: Labels, parts: Sequence[str], catalog: Catalog) -> Component:
    figure = nesting.figures[id_]
    texts = _deduplicated(labels.of(id_))
    text, listed = split_listed(text_of(texts), figure.custom.listed)
    if listed:
        texts = [replace(texts[0], text=text)]
    label, points = words.split_name(text)
    own = _classified(texts, _SHAPE_HINTS.get(figure.outline), catalog)
    beside = labels.nearby.get(id_, ())
    found = best_of(own, (classify_text(other.text, catalog) for other in beside))
    own_texts = (*labels.inside.get(id_, ()), *labels.captions.get(id_, ()), *(() if found is own else beside))
    found = with_technology(_corrected(found, figure.custom, label, catalog), figure.custom.technology, catalog)
    stated = figure.custom.replicas or copies_of(text, keeps_data=keeps_data(found.kind, catalog))
    return component_of(
        id_,
        (label, (*listed, *points, *_insides(labels, parts))),
        found,
        stated or _stacked(figure.copies),
        _element_ids(figure, own_texts, [nesting.figures[part] for part in parts], labels),
    )


def _insides(labels: Labels, parts: Iterable[str]) -> Iterable[str]:
    """What the parts of a component are called; the numbers of partitions say nothing."""
    names = (words.one_line(text_of(labels.of(part))) for part in parts)
    return [name for name in names if not words.is_number(name)]


def _element_ids(figure: Figure, texts: Iterable[Element], parts: Iterable[Figure], labels: Labels) -> tuple[str, ...]:
    """All elements that draw a component, the main one first."""
    ids = [*figure.element_ids, *(text.id for text in texts)]
    for part in parts:
        ids += [*part.element_ids, *(text.id for text in labels.inside.get(part.id, ()))]
    return tuple(dict.fromkeys(ids))


def _stacked(copies: int) -> int | None:
    return copies if copies > 1 else None


def _classified(texts: Sequence[Element], shape: str | None, catalog: Catalog) -> Classification:
    """Classify by the first text, or by the next one that says something."""
    found = [classify_text(text.text, catalog, shape=shape) for text in texts]
    return best_of(found[0], found[1:]) if found else classify_text("", catalog, shape=shape)


def _deduplicated(texts: Sequence[Element]) -> list[Element]:
    """Stacked copies often bear the same label each."""
    return list({words.one_line(text.text): text for text in reversed(texts)}.values())[::-1]


def _corrected(found: Classification, custom: CustomData, label: str, catalog: Catalog) -> Classification:
    """Let the kind that the palette or the user set win; set for another label, it has had its day."""
    if custom.kind is None or custom.kind not in catalog.kinds:
        return found
    if custom.label is not None and words.one_line(custom.label).casefold() != label.casefold():
        reason = f"the kind that was set was for “{custom.label}”; {found.reason}"
        return replace(found, confidence=min(found.confidence, _DOUBTED), reason=reason)
    return replace(found, kind=custom.kind, also=(), confidence=1.0, reason=STATED)
