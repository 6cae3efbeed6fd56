from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.formats.diagram import Edge, Node
from whiteboard.formats.graph import graph_from_document, is_graph, load_graph
from whiteboard.model.errors import InputError, TooLargeError

if TYPE_CHECKING:
    from pathlib import Path

    from whiteboard.formats.diagram import Diagram


def load(**document: Any) -> Diagram:
    return load_graph(json.dumps(document).encode())


def messages(document: object) -> list[str]:
    with pytest.raises(InputError) as caught:
        graph_from_document(document)
    return [p.message for p in caught.value.problems]


def test_a_graph(tmp_path: Path) -> None:
    path = tmp_path / "shop.json"
    node = {"id": "n1", "label": "Orders", "kind": "service", "replicas": 3, "notes": "stateless", "x": 4}
    edge = {"from": "n1", "to": "n1", "label": None, "style": "async"}
    path.write_text(json.dumps({"title": "Shop", "nodes": [node], "edges": [edge], "source": {"repo": "r"}}))
    diagram = load_graph(path)
    assert diagram.title == "Shop"
    assert diagram.nodes == (Node(id="n1", label="Orders", kind="service", replicas=3, notes=("stateless",)),)
    assert diagram.edges == (Edge(id="edge 1", source="n1", target="n1", style="async"),)


def test_what_is_null_is_not_said() -> None:
    diagram = load(nodes=[{"id": "a", "label": None, "kind": None, "replicas": None, "notes": None}], edges=None)
    assert diagram.nodes == (Node(id="a", label=""),)


def test_notes_beside_the_drawing() -> None:
    assert load(nodes=[], notes=["Risks", "The cache fails"]).notes == ("Risks", "The cache fails")


def test_nested_groups() -> None:
    groups = [{"label": "region", "members": ["a", "b"]}, {"label": "zone", "members": ["a"]}, {"id": "g"}]
    diagram = load(nodes=[{"id": "a"}, {"id": "b"}], groups=groups)
    assert [(s.id, s.parent) for s in diagram.subgraphs] == [("group 1", None), ("group 2", "group 1"), ("g", None)]
    assert {n.id: n.parent for n in diagram.nodes} == {"a": "group 2", "b": "group 1"}


def test_groups_that_only_overlap_are_not_nested() -> None:
    groups = [{"label": "x", "members": ["a", "b"]}, {"label": "y", "members": ["b", "c", "d"]}]
    diagram = load(nodes=[{"id": i} for i in "abcd"], groups=groups)
    assert [s.parent for s in diagram.subgraphs] == [None, None]


def test_all_problems_are_said() -> None:
    nodes = [{"id": "a"}, {"id": "a", "replicas": 0, "label": 4}, "x", {"label": "no id", "replicas": True}]
    edges = [{"from": "a", "to": "z", "style": "dotted", "direction": "left"}, {"to": "a"}]
    found = messages({"nodes": nodes, "edges": edges, "groups": [{"members": ["q"]}], "title": []})
    assert found == [
        "nodes[2] must be an object, not 'x'",
        "nodes[1].label must be a text, not 4",
        "nodes[1].replicas must be a whole number from 1 or nothing, not 0",
        "nodes[3].id must be a text, not nothing",
        "nodes[3].replicas must be a whole number from 1 or nothing, not True",
        "edges[0].direction must be one of forward, both, none, not 'left'",
        "edges[0].style must be one of sync, async, replication, not 'dotted'",
        "edges[1].from must be a text, not nothing",
        "graph.title must be a text, not a list",
        "nodes[1].id is the same as nodes[0].id: 'a'",
        "edges[0].to names no node or group: 'z'",
        "groups[0].members names no node: 'q'",
    ]


@pytest.mark.parametrize("document", [[], 3, None, {}, {"elements": [], "nodes": []}])
def test_what_is_no_graph(document: object) -> None:
    assert not is_graph(document)
    assert "not graph JSON" in messages(document)[0]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "1:1: not JSON"),
        (b'{"nodes": [', "1:12: not JSON"),
        (b'{"a":\n "\xff"}', "2:3: not UTF-8 text"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"nodes": ' + b"9" * 5000, "too many digits"),
    ],
)
def test_what_is_no_json(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_graph(data)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_graph(tmp_path / "none.json")


def test_too_many_nodes() -> None:
    with pytest.raises(TooLargeError, match="50,000"):
        graph_from_document({"nodes": [{"id": str(i)} for i in range(50_001)]})


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "nodes", "edges", "groups", "from", "to", "label", "members", "notes", "replicas"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(VALUES)
def test_nothing_but_input_errors(document: object) -> None:
    for value in (document, {"nodes": [document], "edges": document, "groups": [document]}):
        with suppress(InputError):
            diagram = graph_from_document(value)
            assert len({n.id for n in diagram.nodes}) == len(diagram.nodes)
