from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.formats.diagram import Diagram
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.model.errors import InputError, TooLargeError

AB = "service a\nservice b\n"


def load(text: str) -> Diagram:
    return load_mermaid(f"architecture-beta\n{text}")


def edges(text: str) -> list[tuple[str, str, str, str]]:
    return [(e.source, e.target, e.direction, e.label) for e in load(text).edges]


def problems(text: str) -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(InputError) as caught:
        load(text)
    return [(p.line, p.column, str(p)) for p in caught.value.problems]


def test_groups_services_and_title() -> None:
    diagram = load(
        "title My shop\naccTitle: no\ngroup cloud(cloud)[The cloud]\ngroup vpc[VPC] in cloud\n"
        "  service db(database)[Orders] in vpc %% a comment\n  service web\n"
    )
    assert diagram.title == "My shop"
    assert [(s.id, s.label, s.parent) for s in diagram.subgraphs] == [
        ("cloud", "The cloud", None),
        ("vpc", "VPC", "cloud"),
    ]
    assert [(n.id, n.label, n.shape, n.parent) for n in diagram.nodes] == [
        ("db", "Orders", "cylinder", "vpc"),
        ("web", "web", None, None),
    ]


@pytest.mark.parametrize(
    ("drawn", "label"),
    [
        ("(server)[Web server]", "Web server"),
        ('(server)["Web (v2)"]', "Web (v2)"),
        ("(server)['it']", "it"),
        ("[Größe]", "Größe"),
        ('"icon text"[Web]', "Web"),
        ("(server)", "a-b_1"),
    ],
)
def test_labels(drawn: str, label: str) -> None:
    (node,) = load(f"service a-b_1{drawn}").nodes
    assert node.label == label


@pytest.mark.parametrize(
    ("icon", "label", "shape", "kind"),
    [
        ("database", "Orders", "cylinder", None),
        ("disk", "Orders", "cylinder", None),
        ("internet", "Out", "cloud", None),
        ("server", "Orders", None, "service"),
        ("logos:aws-lambda", "Thumbnails", None, "function"),
        ("aws:arch-amazon-rds-48", "userdb", None, "relational_db"),
        ("logos:redis", "Sessions", None, "cache"),
        ("logos:aws-ec2", "Worker", None, None),
        ("mdi:whatever", "Thing", None, None),
    ],
)
def test_icons_are_hints(icon: str, label: str, shape: str | None, kind: str | None) -> None:
    (node,) = load(f"service a({icon})[{label}]").nodes
    assert (node.shape, node.kind) == (shape, kind)


@pytest.mark.parametrize(
    ("drawn", "edge"),
    [
        ("a:L -- R:b", ("a", "b", "none", "")),
        ("a:T --> B:b", ("a", "b", "forward", "")),
        ("a:T <-- B:b", ("b", "a", "forward", "")),
        ("a:L<-->R:b", ("a", "b", "both", "")),
        ("a:L -[reads]- R:b", ("a", "b", "none", "reads")),
        ('a:L -["reads (SQL)"]-> R:b', ("a", "b", "forward", "reads (SQL)")),
        ("a:L --> R : b", ("a", "b", "forward", "")),
    ],
)
def test_edges(drawn: str, edge: tuple[str, str, str, str]) -> None:
    assert edges(drawn + "\n" + AB) == [edge]


def test_an_edge_may_end_at_the_group_around_a_service() -> None:
    text = "group g[G]\nservice a in g\nservice b\na{group}:R --> L:b\nb:T --> B:a"
    assert edges(text) == [("g", "b", "forward", ""), ("b", "a", "forward", "")]


FOUR = "junction j\njunction k in g\nservice a\nservice b\nservice c\nservice d\ngroup g\n"


@pytest.mark.parametrize(
    ("arms", "lines"),
    [
        ("a:R -- L:j\nj:R --> L:b\nj:T --> B:c", ["a > b", "a > c"]),
        ("a:R -- L:j\nb:R -- L:j\nj:R -- L:k\nk:T --> B:c\nk:R --> L:d", ["a > c", "a > d", "b > c", "b > d"]),
        ("a:R --> L:j\nj:R -- L:b", ["a > b"]),
        ("a:R -- L:j\nj:R -- L:b\nj:T -- B:c", ["a - b", "a - c", "b - c"]),
        ("a:R <-- L:j\nj:R --> L:b", ["a - b"]),
        ("a:R <--> L:j\nj:R <--> L:b", ["a = b"]),
        ("a:R -- L:j\nb:R --> L:k\nk:R -- L:c", ["b > c"]),
        ("j:R -- L:k\nk:R -- L:j", []),
    ],
)
def test_junctions_join_what_their_arms_lead_to(arms: str, lines: list[str]) -> None:
    diagram = load(FOUR + arms)
    mark = {"forward": ">", "none": "-", "both": "="}
    assert [f"{e.source} {mark[e.direction]} {e.target}" for e in diagram.edges] == lines
    assert [n.id for n in diagram.nodes] == ["a", "b", "c", "d"]


def test_labels_of_arms_go_with_the_line() -> None:
    assert edges(FOUR + "a:R -- L:j\nj:R -[reads]-> L:b") == [("a", "b", "forward", "reads")]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("service a\nservice a", (3, 9), "'a' is defined already, in line 2"),
        ("service server\nserver:L -- R:servr", (3, 15), "did you mean 'server'?"),
        ("service a in nowhere", (2, 14), "'nowhere' is no group"),
        ("group a in b\ngroup b", (2, 12), "no group 'b' is defined before"),
        ("service a\nservice b in a", (3, 14), "'a' is no group"),
        ("service a[b", (2, 10), "not closed"),
        (AB + "a - b", (4, 2), "the side of this edge is missing"),
        (AB + "a:L b:R", (4, 5), "an arrow is missing before 'b'"),
        (AB + "a:L --> b", (4, 8), "the side at the end"),
        ("--> b", (2, 1), "an id is missing before '--'"),
        ("service a extra", (2, 11), "unexpected 'extra'"),
    ],
)
def test_problems_have_a_place(text: str, place: tuple[int, int], message: str) -> None:
    (line, column, said), *_ = problems(text)
    assert (line, column) == place
    assert message in said


def test_all_problems_are_said() -> None:
    assert [line for line, *_ in problems("service a[\nservice b\nb:L -- R:c\n!")] == [2, 5, 4]


def test_too_many_junctions() -> None:
    with pytest.raises(TooLargeError, match="500 junctions"):
        load("\n".join(f"junction j{i}" for i in range(501)))


def test_too_many_lines_through_a_junction() -> None:
    services = "\n".join(f"service s{i}\ns{i}:R -- L:j" for i in range(400))
    with pytest.raises(TooLargeError, match="50,000"):
        load("junction j\n" + services)


@pytest.mark.parametrize("part", ["a:L -", "service a[ ", "service a\n", "a{group}", "title x\n", "[   "])
def test_time_does_not_grow_with_the_square(part: str) -> None:
    start = time.process_time()
    with suppress(InputError):
        load(part * 15_000)
    assert time.process_time() - start < 5


PIECES = st.sampled_from(
    ["service ", "group ", "junction ", "a", "b", "j", " in ", "[x]", "(database)", "(logos:redis)", ":L", " -- ",
     " --> ", " <--> ", "R:", "{group}", "-[x]-", "\n", "\n", " ", '"', "title ", "%%", "[", "é", "\x00"]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the catalog
@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_but_input_errors(text: str) -> None:
    with suppress(InputError):
        diagram = load(text)
        ids = [n.id for n in diagram.nodes] + [s.id for s in diagram.subgraphs]
        assert len(ids) == len(set(ids))
        assert {e for edge in diagram.edges for e in (edge.source, edge.target)} <= set(ids)
