from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.formats.diagram import Diagram, Node
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.model.errors import InputError, TooLargeError

AB = "System(a)\nSystem(b)\n"


def load(text: str, level: str = "Container") -> Diagram:
    return load_mermaid(f"C4{level}\n{text}")


def edges(text: str, level: str = "Context") -> list[tuple[str, str, str, str]]:
    return [(e.source, e.target, e.direction, e.label) for e in load(text, level).edges]


def problems(text: str) -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(InputError) as caught:
        load(text)
    return [(p.line, p.column, str(p)) for p in caught.value.problems]


def test_an_element() -> None:
    (node,) = load('Container(api, "API", "Java, Spring", "Answers <br/> the app")').nodes
    assert node == Node(id="api", label="API", notes=("Java, Spring", "Answers the app"))


@pytest.mark.parametrize("level", ["Context", "Container", "Component", "Dynamic", "Deployment"])
def test_every_level(level: str) -> None:
    assert [n.id for n in load(AB, level).nodes] == ["a", "b"]


@pytest.mark.parametrize(
    ("drawn", "kind", "shape"),
    [
        ('Person(a, "Admin")', "client", "person"),
        ('Person_Ext(a, "Robot")', "client", "person"),
        ('System(a, "Orders")', None, None),
        ('System_Ext(a, "Orders")', "external_service", None),
        ('System_Ext(a, "Stripe")', "payment_provider", None),
        ('SystemDb(a, "Orders")', "datastore", "cylinder"),
        ('SystemQueue(a, "Orders")', "queue", "queue"),
        ('SystemQueue_Ext(a, "Orders")', "external_service", "queue"),
        ('Container(a, "Orders", "Kafka topic")', "stream", None),
        ('Container(a, "Order cache", "Redis")', None, None),
        ('Container(a, "Sessions", "Redis")', "cache", None),
        ('Container_Ext(a, "Mobile app", "Swift")', None, None),
        ('ContainerDb(a, "Orders", "PostgreSQL")', "relational_db", "cylinder"),
        ('ContainerDb(a, "Sessions", "Redis")', "cache", "cylinder"),
        ('ContainerDb(a, "Orders", "Java")', "datastore", "cylinder"),
        ('ContainerQueue(a, "Orders", "Kafka")', "stream", "queue"),
        ('ContainerDb_Ext(a, "Orders", "MySQL")', "relational_db", "cylinder"),
        ('Component(a, "Orders", "Spring Bean")', "service", None),
        ('ComponentDb(a, "Pictures", "Amazon S3")', "object_store", "cylinder"),
    ],
)
def test_what_an_element_states(drawn: str, kind: str | None, shape: str | None) -> None:
    (node,) = load(drawn).nodes
    assert (node.kind, node.shape) == (kind, shape)


@pytest.mark.parametrize(
    ("arguments", "label", "notes"),
    [
        ("a", "a", ()),
        ("a, Plain words, Go (1.22)", "Plain words", ("Go (1.22)",)),
        ('a, "One, two", $descr="it (works)"', "One, two", ("it (works)",)),
        ('a, "One", "", "works"', "One", ("works",)),
        ('$alias="a", $label="One", $techn="Go"', "One", ("Go",)),
        ('\n  a,\n  "One",\n  "Go"\n', "One", ("Go",)),
        ('a, "One", "Go", "works", "sprite", "tags", $link="https://x.org"', "One", ("Go", "works")),
    ],
)
def test_arguments(arguments: str, label: str, notes: tuple[str, ...]) -> None:
    (node,) = load(f"Container({arguments})").nodes
    assert (node.id, node.label, node.notes) == ("a", label, notes)


def test_nested_boundaries() -> None:
    diagram = load(
        'Enterprise_Boundary(e, "Bank") {\n System_Boundary(s, "Shop")\n {\n  Container(api)\n }\n'
        ' Boundary(b, "Team", "team") {\n }\n Container(web)\n}\nPerson(p)'
    )
    assert [(s.id, s.label, s.parent) for s in diagram.subgraphs] == [
        ("e", "Bank", None),
        ("s", "Shop", "e"),
        ("b", "Team", "e"),
    ]
    assert {n.id: n.parent for n in diagram.nodes} == {"api": "s", "web": "e", "p": None}


def test_deployment_nodes_show_their_type() -> None:
    diagram = load(
        'Deployment_Node(dc, "Data centre", "Ubuntu 22", "in Bonn") {\n Node_L(n, "Tomcat") {\n  Container(api)\n }\n}',
        "Deployment",
    )
    assert [(s.label, s.parent) for s in diagram.subgraphs] == [("Data centre\n[Ubuntu 22]", None), ("Tomcat", "dc")]


@pytest.mark.parametrize(
    ("drawn", "edge"),
    [
        ('Rel(a, b, "Uses")', ("a", "b", "forward", "Uses")),
        ("Rel(a, b)", ("a", "b", "forward", "")),
        ('Rel(a, b, "Uses", "HTTPS")', ("a", "b", "forward", "Uses\n[HTTPS]")),
        ('Rel(a, b, "Uses", $techn="HTTPS")', ("a", "b", "forward", "Uses\n[HTTPS]")),
        ('Rel(a, b, "", "HTTPS")', ("a", "b", "forward", "[HTTPS]")),
        ('BiRel(a, b, "Syncs")', ("a", "b", "both", "Syncs")),
        ('Rel_Back(a, b, "Uses")', ("b", "a", "forward", "Uses")),
        ('Rel_U(a, b, "x")', ("a", "b", "forward", "x")),
        ('Rel_Right(a, b, "x")', ("a", "b", "forward", "x")),
        ('RelIndex(7, a, b, "x")', ("a", "b", "forward", "x")),
    ],
)
def test_relations(drawn: str, edge: tuple[str, str, str, str]) -> None:
    assert edges(drawn + "\n" + AB) == [edge]


def test_relations_of_a_dynamic_diagram_are_numbered() -> None:
    text = AB + 'Rel(a, b, "asks")\nRelIndex(9, b, a, "answers", "HTTP")'
    assert [label for *_, label in edges(text, "Dynamic")] == ["1: asks", "2: answers\n[HTTP]"]


def test_a_relation_may_end_at_a_boundary() -> None:
    text = 'System_Boundary(s, "Shop") {\nSystem(a)\n}\nPerson(p)\nRel(p, s, "buys")'
    assert edges(text) == [("p", "s", "forward", "buys")]


def test_a_second_definition_counts() -> None:
    diagram = load('System_Boundary(s, "Shop") {\nSystem(a, "One")\n}\nSystem(a, "Two")')
    assert [(n.label, n.parent) for n in diagram.nodes] == [("Two", "s")]


def test_looks_are_left_out() -> None:
    diagram = load(
        'title The shop\n%% a comment\nUpdateElementStyle(a, $bgColor="grey", $offsetX="5")\n' + AB + "Rel(a, b)\n"
        'UpdateRelStyle(a, b, $textColor="red")\nUpdateLayoutConfig($c4ShapeInRow="3", $c4BoundaryInRow="1")\n'
        'AddElementTag("v1", $bgColor="red")\nLAYOUT_LEFT_RIGHT()\n'
    )
    assert diagram.title == "The shop"
    assert len(diagram.nodes) == 2


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('Sistem(a, "A")', (2, 1), "did you mean 'System'?"),
        ("System(a)\nRel(a, bb)", (3, 8), "'bb' is not defined"),
        ("System(shop)\nRel(shop, shp)", (3, 11), "did you mean 'shop'?"),
        ("System()", (2, 1), "the argument 'alias' is missing"),
        ("System(a)\nRel(a)", (3, 1), "the argument 'to' is missing"),
        ('System(a, "A', (2, 7), "not closed"),
        ("Boundary(a) {\nSystem(b)", (2, 1), "never closed"),
        ("System(b)\n}", (3, 1), "closes no boundary"),
        ("System(b)\nBoundary(b) {\n}", (3, 10), "defined already, in line 2"),
        ("a --> b", (2, 1), "unexpected 'a'"),
    ],
)
def test_problems_have_a_place(text: str, place: tuple[int, int], message: str) -> None:
    ((line, column, said),) = problems(text)
    assert (line, column) == place
    assert message in said


def test_too_many_elements() -> None:
    with pytest.raises(TooLargeError, match="50,000"):
        load("\n".join(f"Person(p{i})" for i in range(50_001)))


@pytest.mark.parametrize("part", ["System(", "Boundary(a) {\n", '"', "a, ", "accDescr {", "((", "Rel(a,a)\n", "x "])
def test_time_does_not_grow_with_the_square(part: str) -> None:
    start = time.process_time()
    with suppress(InputError):
        load(part * 15_000)
    assert time.process_time() - start < 5


PIECES = st.sampled_from(
    ["System", "ContainerDb", "_Ext", "Person", "Boundary", "Deployment_Node", "Rel", "BiRel", "_Back", "RelIndex", "(",
     ")", "{", "}", "a", "b", ", ", '"', '"x"', "$techn=", "Redis", "\n", "\n", " ", "title ", "%%", "é", "\x00"]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the catalog
@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_but_input_errors(text: str) -> None:
    with suppress(InputError):
        diagram = load(text)
        ids = [n.id for n in diagram.nodes] + [s.id for s in diagram.subgraphs]
        assert len(ids) == len(set(ids))
        assert {e for edge in diagram.edges for e in (edge.source, edge.target)} <= set(ids)
