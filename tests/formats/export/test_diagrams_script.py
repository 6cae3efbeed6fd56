from __future__ import annotations

import ast
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram, Edge, Node
from whiteboard.formats.diagrams_script import load_diagrams_script
from whiteboard.formats.export.diagrams_script import class_for, class_table, diagrams_script_of
from whiteboard.model.architecture import Architecture, Component, Connection, Group
from whiteboard.reading import read

from ..diagrams import diagrams, graph


def written_and_read(diagram: Diagram) -> Architecture:
    script = diagrams_script_of(read(diagram, load_catalog()).architecture)
    return read(load_diagrams_script(script), load_catalog()).architecture


def test_a_script_says_classes_labels_clusters_and_edges() -> None:
    architecture = Architecture(
        components=(
            Component(id="a", label="Web app", kind="client"),
            Component(id="b", label="Orders (PostgreSQL)", kind="relational_db", technology="postgresql"),
        ),
        connections=(Connection(id="c", source="a", target="b", label="reads", direction="both", style="async"),),
        groups=(Group(id="g", label="Region", members=("b",)),),
    )
    assert diagrams_script_of(architecture) == (
        "from diagrams import Cluster, Diagram, Edge, Node\n"
        "from diagrams.onprem.client import Users\n"
        "from diagrams.onprem.database import PostgreSQL\n"
        "\n"
        'with Diagram("Architecture", filename="architecture", show=False, direction="LR"):\n'
        "    web_app = Users('Web app')\n"
        "    with Cluster('Region'):\n"
        "        orders_postgresql = PostgreSQL('Orders (PostgreSQL)')\n"
        "    web_app >> Edge(label='reads', style='dashed', forward=True, reverse=True) >> orders_postgresql\n"
    )


@pytest.mark.parametrize("label", ["'); import os; ('", '"""', "a\\", "x\ny", "\u202e", "{x}", "日本"])
def test_what_somebody_typed_stays_a_literal(label: str) -> None:
    components = (Component(id="a", label=label, kind="other"),)
    tree = ast.parse(diagrams_script_of(Architecture(components=components)))
    assert [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)].count(label) == 1
    assert {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)} == {"diagrams"}


@given(diagrams())
@settings(deadline=None)
def test_what_is_written_reads_to_the_same_graph(diagram: Diagram) -> None:
    """But for what the library cannot say: copies, notes, connections of groups, empty groups, how a call is made.

    A number alone is no name there: with the class it reads as so many servers.
    """
    assume(all(any(map(str.isalpha, node.label)) for node in diagram.nodes))
    nodes = {
        node.id: replace(node, kind=None, shape=None, replicas=None, notes=(), technology=None)
        for node in diagram.nodes
    }
    edges = tuple(replace(e, style=None) for e in diagram.edges if {e.source, e.target} <= nodes.keys())
    plain = replace(diagram, nodes=tuple(nodes.values()), edges=edges)
    before = read(plain, load_catalog())
    after = read(load_diagrams_script(diagrams_script_of(before.architecture)), load_catalog())
    assert graph(after, noted=False) == graph(before, noted=False)


def test_every_component_has_a_class() -> None:
    catalog = load_catalog()
    for technology in class_table()["technologies"]:
        component = Component(id="a", label="", kind=catalog.technologies[technology].kind, technology=technology)
        assert class_for(component, catalog)
    for kind in class_table()["kinds"]:
        assert kind in catalog.kinds


def test_names_of_classes_are_distinct() -> None:
    paths = {path for table in class_table().values() for path in table.values()}
    assert len({path.rpartition(".")[2] for path in paths}) == len(paths)


def test_labels_alike_get_names_of_their_own() -> None:
    nodes = (Node(id="a", label="Class"), Node(id="b", label="class"), Node(id="c", label="2 fast"))
    edges = (Edge(id="e", source="a", target="b"), Edge(id="f", source="b", target="c"))
    found = written_and_read(Diagram(nodes=nodes, edges=edges))
    assert sorted(component.label for component in found.components) == ["2 fast", "Class", "class"]
