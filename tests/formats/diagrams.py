"""Diagrams made by chance, and what two readings must have in common to be the same graph."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from whiteboard.formats.diagram import Diagram, Edge, Node, Subgraph
from whiteboard.formats.records import clean

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading, Style

NAMES = [
    "Web app",
    "API gateway",
    "Orders DB",
    "Redis",
    "Kafka",
    "Worker x3",
    "Load balancer",
    "S3",
    "Foo",
    "user",
    "end",
]
HARD = [
    '"quoted"',
    "a#b; c",
    "<b>bold</b>",
    "x --> y",
    "subgraph",
    "#quot;",
    "`code`",
    "fa:fa-user x",
    "50%% off",
    "[a](b)",
]
HARDER = [
    "\\n",
    "*.example.com",
    "__init__",
    "a|b",
    "{x}",
    "日本語 キャッシュ",
    "%%{init}%%",
    "&amp;",
    "C++",
    "a\nb",
    "£ é 😀",
    "?",
    "…",
]
LABELS = st.sampled_from([*NAMES, *HARD, *HARDER]) | st.text(max_size=20).map(clean).filter(str.strip)
KINDS = st.sampled_from([None, None, None, "cache", "stream", "service", "client"])
SHAPES = st.sampled_from([None, "cylinder", "circle", "diamond", "stadium", "queue"])
STYLES: st.SearchStrategy[Style | None] = st.sampled_from([None, None, "sync", "async", "replication"])


@st.composite
def diagrams(draw: st.DrawFn) -> Diagram:
    """A diagram of some nodes, edges between them or their subgraphs, and nested subgraphs."""
    subgraphs = [
        Subgraph(id=f"g{i}", label=draw(LABELS), parent=draw(st.sampled_from([None, *(f"g{j}" for j in range(i))])))
        for i in range(draw(st.integers(0, 3)))
    ]
    places = st.sampled_from([None, *(s.id for s in subgraphs)])
    replicas = st.sampled_from([None, None, 2, 40])
    nodes = [
        Node(
            id=f"c{i}",
            label=draw(LABELS),
            kind=draw(KINDS),
            shape=draw(SHAPES),
            replicas=draw(replicas),
            technology=draw(st.sampled_from([None, None, "Amazon RDS", "no product"])),
            notes=draw(st.sampled_from([(), (), ("one",), ("- a", "b\nc"), ("3 pods", "Java", "")])),
            parent=draw(places),
        )
        for i in range(draw(st.integers(1, 6)))
    ]
    ends = st.sampled_from([*(node.id for node in nodes), *(subgraph.id for subgraph in subgraphs)])
    edges = [
        Edge(
            id=f"edge {i}",
            source=draw(ends),
            target=draw(ends),
            label=draw(st.just("") | LABELS),
            direction=draw(st.sampled_from(["forward", "both", "none"])),
            style=draw(STYLES),
            dashed=draw(st.booleans()),
        )
        for i in range(draw(st.integers(0, 6)))
    ]
    return Diagram(nodes=tuple(nodes), edges=tuple(edges), subgraphs=tuple(subgraphs))


def graph(reading: Reading, *, noted: bool = True) -> dict[str, Counter[Any]]:
    """Components, connections and groups without their ids; `noted` with notes and technologies."""
    architecture = reading.architecture
    components = {
        c.id: (c.label, c.kind, c.replicas, *((c.notes, c.technology) if noted else ()))
        for c in architecture.components
    }
    labels = {g.id: g.label for g in architecture.groups}
    ends: dict[str, object] = {**components, **labels}
    return {
        "components": Counter(components.values()),
        "connections": Counter(
            (ends[c.source], ends[c.target], c.label, c.direction, c.style) for c in architecture.connections
        ),
        "groups": Counter(
            (g.label, tuple(sorted(map(repr, (ends[m] for m in g.members)))), labels.get(g.parent or ""))
            for g in architecture.groups
        ),
    }
