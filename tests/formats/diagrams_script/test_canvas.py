from __future__ import annotations

from formats.diagrams_script.script import draw, labels
from whiteboard.formats.diagrams_script import load_diagrams_script


def test_nested_clusters() -> None:
    diagram = draw("with Cluster('VPC'):\n  Node('x')\n  with Cluster(label='Zone'):\n    Node('y')\nNode('z')")
    assert [(s.id, s.label, s.parent) for s in diagram.subgraphs] == [("VPC", "VPC", None), ("Zone", "Zone", "VPC")]
    assert [n.parent for n in diagram.nodes[3:]] == ["VPC", "Zone", None]


def test_clusters_of_one_name_are_two() -> None:
    diagram = draw("for i in range(2):\n  with Cluster('Zone'):\n    Node('x')")
    assert [(s.id, s.label) for s in diagram.subgraphs] == [("Zone", "Zone"), ("Zone#2", "Zone")]


def test_a_node_without_a_label_shows_its_class() -> None:
    assert labels("RDS()\nRDS('')\nRDS('userdb')") == ["Amazon RDS", "Amazon RDS", "userdb"]


def test_the_technology_of_a_node_is_a_note_unless_the_label_says_it() -> None:
    diagram = draw("RDS('userdb')\nRDS('Orders RDS')\nNode('plain')")
    assert [n.notes for n in diagram.nodes[3:]] == [("Amazon RDS",), (), ()]


def test_labels_have_lines() -> None:
    assert labels("Node('  one\\n\\n two\\t three\\x00 ')") == ["one\ntwo three"]


def test_a_diagram_may_label_nodes_with_their_classes() -> None:
    text = (
        "from diagrams import Diagram\nfrom diagrams.aws.database import RDS\n"
        "with Diagram('x', autolabel=True):\n    RDS('userdb')\n    RDS()\n"
    )
    assert [n.label for n in load_diagrams_script(text).nodes] == ["RDS\nuserdb", "RDS"]


def test_a_diagram_runs_to_the_right_unless_it_says_otherwise() -> None:
    assert draw("").flow == "LR"
    assert draw("with Diagram('y', direction='BT'): pass").flow == "LR"


def test_nodes_outside_of_a_diagram_are_drawn_too() -> None:
    assert [n.id for n in load_diagrams_script("from diagrams import Node\nNode('x')").nodes] == ["x"]


def test_a_blank_node_only_keeps_a_place() -> None:
    blank = "from diagrams.generic.blank import Blank\n"
    assert labels(f"{blank}Blank('')\nBlank('x')") == ["x"]
    assert labels(f"{blank}a >> Blank('') >> b") == [""]


def test_only_a_product_is_a_note() -> None:
    diagram = draw("from diagrams.onprem.client import Users\nUsers('Shoppers')\nRDS('userdb')")
    assert [n.notes for n in diagram.nodes[3:]] == [(), ("Amazon RDS",)]
