"""Graph JSON, the neutral form of a node-link drawing.

`{"title", "nodes": [{"id", "label", "kind", "replicas", "notes"}],
"edges": [{"from", "to", "label", "style", "direction"}], "groups": [{"id", "label", "members"}], "notes"}`.

Only `nodes` and their ids must be there; other keys are left alone. `members` are ids of nodes.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast, get_args

from whiteboard.formats.diagram import MAX_ELEMENTS, Diagram, Edge, Node, Subgraph
from whiteboard.formats.json_text import parse_json
from whiteboard.formats.records import MAX_NUMBER, Problems, Record, clean, shown
from whiteboard.formats.source import content_of
from whiteboard.model.architecture import Direction, Style
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

_STYLES = get_args(Style)
_DIRECTIONS = get_args(Direction)


def load_graph(source: Path | bytes, name: str | None = None) -> Diagram:
    """Load graph JSON from a file (a path) or its content (bytes).

    Raises InputError with every problem and its place, TooLargeError over 20 MB or 50,000 elements.
    """
    data, file = content_of(source, name)
    return graph_from_document(parse_json(data, file), file)


def is_graph(document: object) -> bool:
    """Tell whether parsed JSON means to be graph JSON: nodes are nothing that a scene has."""
    return isinstance(document, dict) and "nodes" in document and "elements" not in document


def graph_from_document(document: object, name: str | None = None) -> Diagram:
    """Make a diagram of JSON that is already parsed, with the same checks and errors as `load_graph`."""
    if not is_graph(document):
        raise InputError(Problem(message="not graph JSON: no object with nodes", file=name))
    problems = Problems(name)
    top = Record(cast("Mapping[str, object]", document), "graph", problems)
    if not isinstance(top.value["nodes"], list):
        top.wrong("nodes", "a list", top.value["nodes"])
    nodes, edges, groups = (_records(top, key) for key in ("nodes", "edges", "groups"))
    if len(nodes) + len(edges) + len(groups) > MAX_ELEMENTS:
        raise TooLargeError(Problem(message=f"more than {MAX_ELEMENTS:,} nodes, edges and groups", file=name))
    diagram = Diagram(
        nodes=tuple(map(_node, nodes)),
        edges=tuple(_edge(record, f"edge {i}") for i, record in enumerate(edges, 1)),
        subgraphs=tuple(_subgraph(record, f"group {i}") for i, record in enumerate(groups, 1)),
        notes=_texts(top, "notes"),
        title=top.text("title", "") or None,
    )
    members = [record.texts("members") for record in groups]
    node_ids, group_ids = [node.id for node in diagram.nodes], [group.id for group in diagram.subgraphs]
    _check_unique(zip([*nodes, *groups], [*node_ids, *group_ids], strict=True))
    _check_unique(zip(edges, [edge.id for edge in diagram.edges], strict=True))
    _check_ends(edges, {*node_ids, *group_ids})
    _check_members(zip(groups, members, strict=True), set(node_ids))
    problems.raise_any()
    return _nested(diagram, members)


def _records(top: Record, key: str) -> list[Record]:
    value = top.value.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        top.wrong(key, "a list", value)
        return []
    for i, item in enumerate(value):
        if not isinstance(item, dict):
            top.problems.add(f"{key}[{i}]", f"must be an object, not {shown(item)}")
    return [Record(item, f"{key}[{i}]", top.problems) for i, item in enumerate(value) if isinstance(item, dict)]


def _node(record: Record) -> Node:
    return Node(
        id=record.text("id"),
        label=record.text("label", ""),
        kind=record.text("kind", "") or None,
        replicas=_replicas(record),
        notes=_texts(record, "notes"),
    )


def _edge(record: Record, identifier: str) -> Edge:
    return Edge(
        id=record.text("id", "") or identifier,
        source=record.text("from"),
        target=record.text("to"),
        label=record.text("label", ""),
        direction=cast("Direction", _choice(record, "direction", _DIRECTIONS) or "forward"),
        style=cast("Style | None", _choice(record, "style", _STYLES)),
    )


def _subgraph(record: Record, identifier: str) -> Subgraph:
    return Subgraph(id=record.text("id", "") or identifier, label=record.text("label", ""))


def _choice(record: Record, key: str, choices: Collection[str]) -> str | None:
    value = record.text(key, "")
    if value and value not in choices:
        record.wrong(key, f"one of {', '.join(choices)}", value)
    return value or None


def _replicas(record: Record) -> int | None:
    value = record.value.get("replicas")
    if value is None or (type(value) is int and 1 <= value <= MAX_NUMBER):
        return value
    record.wrong("replicas", "a whole number from 1 or nothing", value)
    return None


def _texts(record: Record, key: str) -> tuple[str, ...]:
    """Take one text or a list of texts."""
    if isinstance(record.value.get(key), str):
        text = record.text(key, "")
        return (text,) if text else ()
    return record.texts(key)


def _check_unique(ids: Iterable[tuple[Record, str]]) -> None:
    first: dict[str, Record] = {}
    for record, identifier in ids:
        if identifier and first.setdefault(identifier, record) is not record:
            message = f"is the same as {first[identifier].where}.id: {shown(identifier)}"
            record.problems.add(f"{record.where}.id", message)


def _check_ends(edges: Iterable[Record], known: Collection[str]) -> None:
    for record in edges:
        for key in ("from", "to"):
            end = record.value.get(key)
            if isinstance(end, str) and end and clean(end) not in known:
                record.problems.add(f"{record.where}.{key}", f"names no node or group: {shown(end)}")


def _check_members(groups: Iterable[tuple[Record, Sequence[str]]], known: Collection[str]) -> None:
    for record, members in groups:
        for member in members:
            if member not in known:
                record.problems.add(f"{record.where}.members", f"names no node: {shown(member)}")


def _nested(diagram: Diagram, members: Sequence[Sequence[str]]) -> Diagram:
    """Put each node into the smallest group that lists it, and each group into the next larger that lists all of it."""
    around: dict[str, list[int]] = {}
    for group in sorted(range(len(members)), key=lambda i: len(members[i])):
        for node in members[group]:
            around.setdefault(node, []).append(group)
    ids = [group.id for group in diagram.subgraphs]
    outer = {ids[i]: ids[o] for i, o in _around(around, [frozenset(m) for m in members]).items()}
    return replace(
        diagram,
        nodes=tuple(replace(n, parent=ids[around[n.id][0]]) if n.id in around else n for n in diagram.nodes),
        subgraphs=tuple(replace(group, parent=outer.get(group.id)) for group in diagram.subgraphs),
    )


def _around(groups_of: Mapping[str, Sequence[int]], members: Sequence[frozenset[str]]) -> dict[int, int]:
    """Give for each group the one around it. In `groups_of` the smaller comes first, so that neighbours suffice."""
    neighbours = {pair for groups in groups_of.values() for pair in pairwise(groups)}
    return {inner: outer for inner, outer in sorted(neighbours, reverse=True) if members[inner] < members[outer]}
