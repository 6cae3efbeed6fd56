"""Questions: what the reading could not settle, put to the person who drew it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from whiteboard.model.architecture import Unclear
from whiteboard.reading.kinds import SURE

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.formats.excalidraw import Element, Scene
    from whiteboard.model.architecture import Component
    from whiteboard.reading.connectors import Connector


def find_questions(
    scene: Scene, components: Sequence[Component], crossed: Iterable[str], loose: Sequence[Connector], catalog: Catalog
) -> tuple[Unclear, ...]:
    """Say what of the file was left out; ask about unknown element types, unsure kinds (the least sure first), kinds
    that the catalog does not know, what is crossed out, and loose arrows.
    """
    unsure = sorted((c for c in components if c.confidence < SURE), key=lambda c: (c.confidence, c.id))
    return (
        *(Unclear(question=sentence) for sentence in scene.left_out),
        *_unknown_types(scene),
        *(kind_question(component, catalog) for component in unsure),
        *_unknown_kinds(scene.elements, catalog),
        *(_crossed_question(id_, {component.id for component in components}) for id_ in sorted(crossed)),
        *(_loose_question(connector) for connector in loose if connector.strokes[0].type == "arrow"),
    )


def designs_question(designs: Sequence[Sequence[str]]) -> tuple[Unclear, ...]:
    """Ask which of several designs is meant."""
    if len(designs) < len("ab"):
        return ()
    question = f"There are {len(designs)} designs here that do not hang together: which one do you mean?"
    return (Unclear(question=question),)


def _unknown_types(scene: Scene) -> Iterable[Unclear]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for type_, id_ in scene.unknown:
        ids[type_].append(id_)
    for type_, found in sorted(ids.items()):
        count = "1 element" if len(found) == 1 else f"{len(found)} elements"
        yield Unclear(question=f"I do not know the type “{type_}”: {count} left out.", element_ids=tuple(sorted(found)))


def kind_question(component: Component, catalog: Catalog) -> Unclear:
    """Ask about a kind that is not sure."""
    name = f"“{component.label}”" if component.label else "this shape without a label"
    title = catalog.kinds[component.kind].title.lower()
    question = f"What is {name}?" if component.kind == "other" else f"I read {name} as a {title}: right?"
    return Unclear(question=question, component_ids=(component.id,), element_ids=component.element_ids[:1])


def _unknown_kinds(elements: Iterable[Element], catalog: Catalog) -> Iterable[Unclear]:
    for element in sorted(elements, key=lambda e: e.id):
        if element.custom.kind and element.custom.kind not in catalog.kinds:
            question = f"The kind “{element.custom.kind}” is set here, but I do not know it: what is this?"
            yield Unclear(question=question, element_ids=(element.id,))


def _crossed_question(id_: str, component_ids: Container[str]) -> Unclear:
    if id_ in component_ids:
        question = "This is crossed out, but arrows lead to it: is it still there?"
        return Unclear(question=question, component_ids=(id_,), element_ids=(id_,))
    return Unclear(question="This is crossed out, so I left it out: right?", element_ids=(id_,))


def _loose_question(connector: Connector) -> Unclear:
    ends = {"starts": connector.source, "ends": connector.target}
    nowhere = [verb for verb, target in ends.items() if target is None]
    place = " and ".join(nowhere) if nowhere else "starts or ends"
    question = f"This arrow {place} at nothing that I read as a component: what does it connect?"
    return Unclear(question=question, element_ids=tuple(stroke.id for stroke in connector.strokes))
