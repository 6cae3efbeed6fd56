"""The reading of a diagram: nodes, edges and subgraphs, whose labels are read as those of a scene are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from graphlib import TopologicalSorter
from operator import attrgetter
from typing import TYPE_CHECKING

from whiteboard.formats.diagram import Node
from whiteboard.formats.listed import notes_to_list
from whiteboard.model.architecture import Architecture, Connection, Group, Reading, Unclear
from whiteboard.reading import words
from whiteboard.reading.connections import style_of
from whiteboard.reading.designs import find_designs
from whiteboard.reading.kinds import STATED, SURE, classify_text, component_of, with_technology
from whiteboard.reading.meanings import is_no_name
from whiteboard.reading.notes import notes_of
from whiteboard.reading.places import place_components
from whiteboard.reading.properties import copies_of, describe, keeps_data
from whiteboard.reading.questions import designs_question, kind_question
from whiteboard.reading.traffic import access_of, step_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.catalog.values import Classification
    from whiteboard.formats.diagram import Diagram, Edge, Subgraph
    from whiteboard.model.architecture import Component

_by_id = attrgetter("id")


def read_diagram(diagram: Diagram, catalog: Catalog) -> Reading:
    """Understand a diagram. A component's id is that of its node, a connection's that of its edge.

    A subgraph around nothing but notes is a component. A node without edges whose text is no name (a list, an API,
    a schema) is a note.
    """
    notes, nodes = _told_apart(diagram)
    connections = [_connection(edge) for edge in diagram.edges if edge.source != edge.target]
    groups = sorted(_groups(diagram.subgraphs, nodes, notes), key=_by_id)
    components = place_components([_component(node, catalog) for node in nodes], connections, catalog, groups)
    components = describe(components, groups, {}, catalog)
    architecture = Architecture(
        components=tuple(sorted(components, key=_by_id)),
        connections=tuple(sorted(connections, key=_by_id)),
        groups=tuple(groups),
    )
    designs = find_designs(architecture)
    return Reading(
        architecture=architecture,
        notes=notes_of([*(node.label for node in notes), *diagram.notes]),
        unclear=(*_questions(nodes, components, catalog), *designs_question(designs)),
        designs=designs,
    )


def _is_note(node: Node) -> bool:
    return not node.kind and not node.notes and is_no_name(node.label)


def _told_apart(diagram: Diagram) -> tuple[list[Node], list[Node]]:
    """The nodes that are notes, and those that are components: empty subgraphs last, the inner before the outer."""
    connected = {end for edge in diagram.edges for end in (edge.source, edge.target)}
    notes: list[Node] = []
    components: list[Node] = []
    parents: set[str | None] = set()
    for node in (*diagram.nodes, *_as_nodes(diagram.subgraphs)):
        if node.id in parents:
            parents.add(node.parent)
        elif node.id not in connected and _is_note(node):
            notes.append(node)
        else:
            components.append(node)
            parents.add(node.parent)
    return notes, components


def _as_nodes(subgraphs: Iterable[Subgraph]) -> list[Node]:
    """The subgraphs as nodes, each before the one around it."""
    nodes = {group.id: Node(id=group.id, label=group.label, parent=group.parent) for group in subgraphs}
    inside: dict[str, list[str]] = {group_id: [] for group_id in nodes}
    for node in nodes.values():
        if node.parent:
            inside[node.parent].append(node.id)
    return [nodes[group_id] for group_id in TopologicalSorter(inside).static_order()]


def _component(node: Node, catalog: Catalog) -> Component:
    label, points = words.split_name(node.label)
    found = _classified(node, catalog)
    stated = node.replicas or copies_of(node.label, keeps_data=keeps_data(found.kind, catalog))
    return component_of(node.id, (label, (*notes_to_list(node.notes), *points)), found, stated)


def _classified(node: Node, catalog: Catalog) -> Classification:
    """Let a kind that the diagram states win."""
    found = with_technology(classify_text(node.label, catalog, shape=node.shape), node.technology, catalog)
    if node.kind is None or node.kind not in catalog.kinds:
        return found
    return replace(found, kind=node.kind, also=(), confidence=1.0, reason=STATED)


def _connection(edge: Edge) -> Connection:
    return Connection(
        id=edge.id,
        source=edge.source,
        target=edge.target,
        label=words.one_line(edge.label),
        direction=edge.direction,
        style=edge.style or style_of(edge.label, dashed=edge.dashed),
        step=step_of(edge.label),
        access=access_of(edge.label),
    )


def _groups(subgraphs: Iterable[Subgraph], nodes: Sequence[Node], notes: Sequence[Node]) -> Iterator[Group]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for node in nodes:
        if node.parent:
            members[node.parent].append(node.id)
    told = {node.id for node in (*nodes, *notes)}
    for subgraph in subgraphs:
        if subgraph.id not in told:
            label = words.one_line(subgraph.label)
            inside = tuple(sorted(members[subgraph.id]))
            yield Group(id=subgraph.id, label=label, members=inside, parent=subgraph.parent)


def _questions(nodes: Iterable[Node], components: Iterable[Component], catalog: Catalog) -> Iterator[Unclear]:
    for node in nodes:
        if node.kind and node.kind not in catalog.kinds:
            question = f"The kind “{node.kind}” is set here, but I do not know it: what is this?"
            yield Unclear(question=question, component_ids=(node.id,))
    for component in components:
        if component.confidence < SURE:
            yield kind_question(component, catalog)
