from __future__ import annotations

import subprocess
import sys

import pytest

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram, Edge, Node, Subgraph
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.model.architecture import Component, Connection, Group, Reading
from whiteboard.reading import read


def reading(text: str) -> Reading:
    return read(load_mermaid(f"graph LR\n{text}"), load_catalog())


def component(node: Node) -> Component:
    other = Node(id="other", label="Web app")
    diagram = Diagram(nodes=(node, other), edges=(Edge(id="e", source=other.id, target=node.id),))
    return read(diagram, load_catalog()).architecture.component[node.id]


def connection(text: str) -> Connection:
    (found,) = reading(text).architecture.connections
    return found


def test_kinds_come_from_labels() -> None:
    found = {c.id: (c.label, c.kind) for c in reading("web[Web app] --> db[(Orders<br/>DB)]").architecture.components}
    assert found["web"] == ("Web app", "client")
    assert found["db"][0] == "Orders DB"
    assert load_catalog().is_a(found["db"][1], "datastore")


def test_a_stated_kind_wins() -> None:
    found = component(Node(id="a", label="Redis", kind="stream"))
    assert (found.kind, found.confidence, found.technology) == ("stream", 1.0, "redis")


def test_an_unknown_kind_is_asked_about() -> None:
    found = read(Diagram(nodes=(Node(id="a", label="Redis", kind="castle"),)), load_catalog())
    assert found.architecture.components[0].kind == "cache"
    assert "castle" in found.unclear[0].question


@pytest.mark.parametrize(("label", "replicas"), [("API x3", 3), ("API\n(4 replicas)", 4), ("API", None)])
def test_copies_come_from_labels(label: str, replicas: int | None) -> None:
    assert component(Node(id="a", label=label)).replicas == replicas


def test_stated_copies_win() -> None:
    assert component(Node(id="a", label="API x3", replicas=1)).replicas == 1


def test_notes_of_a_node() -> None:
    found = component(Node(id="a", label="Gateway\n- auth\n- rate limits", notes=("Envoy",)))
    assert found.label == "Gateway"
    assert found.notes == ("Envoy", "auth", "rate limits")


@pytest.mark.parametrize(
    ("drawn", "style", "direction"),
    [
        ("a --> b", None, "forward"),
        ("a -.-> b", "async", "forward"),
        ("a -->|replicates| b", "replication", "forward"),
        ("a -->|publish event| b", "async", "forward"),
        ("a <--> b", None, "both"),
        ("a --- b", None, "none"),
    ],
)
def test_connections(drawn: str, style: str | None, direction: str) -> None:
    found = connection(drawn)
    assert (found.source, found.target, found.style, found.direction) == ("a", "b", style, direction)


def test_a_stated_style_wins() -> None:
    edge = Edge(id="e", source="a", target="b", label="publish", style="sync", dashed=True)
    found = read(Diagram(nodes=(Node(id="a", label=""), Node(id="b", label="")), edges=(edge,)), load_catalog())
    assert found.architecture.connections[0].style == "sync"


def test_an_edge_to_itself_is_no_connection() -> None:
    assert reading("a[API] --> a").architecture.connections == ()


def test_subgraphs_are_groups() -> None:
    found = reading("subgraph vpc\nsubgraph zone\na --> b\nend\nc\nend\nvpc --> d").architecture
    assert found.groups == (
        Group(id="vpc", label="vpc", members=("c",)),
        Group(id="zone", label="zone", members=("a", "b"), parent="vpc"),
    )
    assert [c.source for c in found.connections if c.target == "d"] == ["vpc"]


def test_a_subgraph_around_nothing_is_a_component() -> None:
    found = reading('subgraph outer\nsubgraph q["Message queue"]\nend\nend\na[API] --> q').architecture
    assert found.component["q"].kind == "queue"
    assert [g.members for g in found.groups] == [("q",)]


def test_notes_are_sorted_under_headings() -> None:
    diagram = Diagram(notes=("Requirements\nUsers see lists.\nRisks\nCache stampede", "GET /v1/lists"))
    notes = read(diagram, load_catalog()).notes
    assert [(n.id, n.heading) for n in notes] == [("n1", "functional"), ("n2", "risks"), ("n3", "api")]


def test_a_loose_node_with_a_list_is_a_note() -> None:
    found = reading('n["Risks<br/>- the cache fails<br/>- a hot key"]\na[API] --> b[(Orders DB)]')
    assert [c.id for c in found.architecture.components] == ["a", "b"]
    assert found.notes[0].heading == "risks"


def test_everything_is_sorted_by_id() -> None:
    diagram = Diagram(
        nodes=(Node(id="z", label="API"), Node(id="a", label="DB")),
        edges=(Edge(id="y", source="z", target="a"), Edge(id="x", source="a", target="z")),
        subgraphs=(Subgraph(id="t", label=""), Subgraph(id="s", label="")),
    )
    found = read(diagram, load_catalog()).architecture
    assert [c.id for c in found.components] == ["a", "s", "t", "z"]
    assert [c.id for c in found.connections] == ["x", "y"]


def test_a_diagram_is_read_without_geometry() -> None:
    program = (
        "import sys; from whiteboard.catalog import load_catalog; from whiteboard.formats.diagram import Diagram, Node;"
        "from whiteboard.reading import read; read(Diagram(nodes=(Node(id='a', label='API'),)), load_catalog());"
        "print([m for m in ('shapely', 'numpy', 'networkx', 'pydantic') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"[]"


def test_a_subgraph_around_nothing_but_notes_is_a_component() -> None:
    diagram = Diagram(
        nodes=(Node(id="fk", label="FK", parent="inner"), Node(id="orders", label="Orders service", parent="region")),
        subgraphs=(
            Subgraph(id="region", label="eu-west-1"),
            Subgraph(id="web", label="Web app", parent="region"),
            Subgraph(id="inner", label="PK", parent="web"),
        ),
    )
    found = read(diagram, load_catalog())
    assert [component.id for component in found.architecture.components] == ["orders", "web"]
    assert [(group.id, group.members) for group in found.architecture.groups] == [("region", ("orders", "web"))]
    assert [note.text for note in found.notes] == ["FK", "PK"]
