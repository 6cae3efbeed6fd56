"""The reading of a scene: from shapes, strokes and texts to an architecture, notes and questions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Architecture, Reading
from whiteboard.model.errors import TooLargeError
from whiteboard.reading import words
from whiteboard.reading.assembly import assemble
from whiteboard.reading.components import find_components
from whiteboard.reading.connections import find_connections, find_legend
from whiteboard.reading.connectors import find_connectors
from whiteboard.reading.designs import find_designs
from whiteboard.reading.ends import aimed_at, targets_of
from whiteboard.reading.figures import find_parts
from whiteboard.reading.groups import find_groups
from whiteboard.reading.heads import with_drawn_heads
from whiteboard.reading.labels import find_labels, name_figures
from whiteboard.reading.marks import crossed_out, overlays
from whiteboard.reading.meanings import Meaning, find_meanings
from whiteboard.reading.nesting import nest
from whiteboard.reading.notes import find_notes
from whiteboard.reading.places import place_components
from whiteboard.reading.properties import describe
from whiteboard.reading.questions import designs_question, find_questions
from whiteboard.reading.visible import visible_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.formats.excalidraw import Element, Scene
    from whiteboard.model.architecture import Component, Group
    from whiteboard.reading.connectors import Connector
    from whiteboard.reading.figures import Figure
    from whiteboard.reading.labels import Labels
    from whiteboard.reading.meanings import Meanings
    from whiteboard.reading.nesting import Nesting
    from whiteboard.reading.visible import Visible


def read_scene(scene: Scene, catalog: Catalog) -> Reading:
    """Understand a drawing as a person would.

    The result does not depend on the order of the elements, nor on where on the canvas the drawing lies.
    Raises TooLargeError for a scene in which too many elements lie on top of each other.
    """
    try:
        return _read(scene, catalog)
    except TooLargeError as error:
        raise TooLargeError(replace(problem, file=scene.name) for problem in error.problems) from None


def _read(scene: Scene, catalog: Catalog) -> Reading:
    visible = visible_in(scene)
    parts = find_parts(visible)
    figures = assemble(parts.figures)
    crossed = crossed_out(visible, figures, parts.strokes)
    crosses = {id_ for lines in crossed.values() for id_ in lines}
    headed = with_drawn_heads([stroke for stroke in parts.strokes if stroke.id not in crosses])
    strokes = headed.strokes
    nesting, labels, marks = _named(visible, figures, strokes, parts.texts)
    connectors = find_connectors(strokes, targets_of(visible, nesting, labels, marks), headed.barbs)
    meanings = find_meanings(nesting, labels, connectors, crossed, catalog)
    connections, loose = find_connections(
        connectors, labels, meanings, find_legend(visible, strokes, connectors, labels)
    )
    groups = find_groups(visible, nesting, labels, meanings)
    components = place_components(find_components(nesting, labels, meanings, catalog), connections, catalog, groups)
    components = tuple(_marked(component) if component.id in crossed else component for component in components)
    components = describe(components, groups, _remarks(loose, labels, meanings), catalog)
    loose = tuple(connector for connector in loose if not _is_callout(connector, labels))
    architecture = Architecture(components=components, connections=connections, groups=groups)
    boxes = {
        id_: nesting.figures[id_].box if id_ in nesting.figures else visible.boxes[id_]
        for id_ in architecture.component
    }
    designs = find_designs(architecture, boxes)
    return Reading(
        architecture=architecture,
        notes=find_notes(visible, _panels(nesting, labels, meanings), _left(labels, meanings, components, groups)),
        unclear=(*find_questions(scene, components, crossed, loose, catalog), *designs_question(designs)),
        designs=designs,
    )


def _named(
    visible: Visible, figures: Sequence[Figure], strokes: Sequence[Element], texts: Sequence[Element]
) -> tuple[Nesting, Labels, Mapping[str, str | None]]:
    """Nest and label the figures, without those that only mark others; they come last, with what they mark."""
    nesting = nest(figures)
    labels = _labelled(visible, nesting, strokes, texts)
    marks = overlays(nesting, labels)
    if marks:
        on_marks = {text.id for mark in marks for text in labels.of(mark)}
        nesting = nest([figure for figure in figures if figure.id not in marks])
        labels = _labelled(visible, nesting, strokes, [text for text in texts if text.id not in on_marks])
    return nesting, labels, marks


def _labelled(visible: Visible, nesting: Nesting, strokes: Sequence[Element], texts: Sequence[Element]) -> Labels:
    named = name_figures(visible, nesting, strokes, texts)
    return find_labels(visible, nesting, named, strokes, aimed_at(visible, nesting, named.waiting, strokes))


def _remarks(loose: Iterable[Connector], labels: Labels, meanings: Meanings) -> dict[str, list[str]]:
    """What the texts say that lie beside each component, or that a line leads from."""
    texts = {text.id: text for text in labels.free}
    found: defaultdict[str, list[Element]] = defaultdict(list)
    for id_, beside in labels.nearby.items():
        found[meanings.stands_for.get(id_) or id_] += [text for text in beside if text.id in texts]
    for connector in loose:
        for remark, of in ((connector.source, connector.target), (connector.target, connector.source)):
            if remark in texts and of is not None:
                found[meanings.stands_for.get(of) or of].append(texts[remark])
    return {id_: [text.text for text in beside] for id_, beside in found.items()}


def _is_callout(connector: Connector, labels: Labels) -> bool:
    """Tell whether a connector leads from a remark to what it speaks of, or back."""
    remarks = {text.id for text in labels.free}
    ends = (connector.source, connector.target)
    return None not in ends and not remarks.isdisjoint(ends)


def _marked(component: Component) -> Component:
    return replace(component, notes=(*component.notes, "crossed out"))


def _panels(nesting: Nesting, labels: Labels, meanings: Meanings) -> Iterable[tuple[Element, ...]]:
    """The texts of the figures that are notes."""
    for id_ in meanings.having(Meaning.NOTE):
        if id_ in nesting.figures:
            texts = (*labels.inside.get(id_, ()), *labels.captions.get(id_, ()))
            yield tuple(text for text in texts if not words.is_step(text.text))


def _left(
    labels: Labels, meanings: Meanings, components: Iterable[Component], groups: Iterable[Group]
) -> Iterable[Element]:
    """The texts that nothing else has taken: free ones, and those in a group beside its title."""
    taken = {id_ for component in components for id_ in component.element_ids}
    taken |= {id_ for group in groups for id_ in group.element_ids}
    inside = (text for id_ in meanings.having(Meaning.GROUP) for text in labels.inside.get(id_, ()))
    return [text for text in (*labels.free, *inside) if text.id not in taken and not words.is_step(text.text)]
