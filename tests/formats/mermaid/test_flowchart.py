from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.formats.diagram import MAX_BYTES, Diagram
from whiteboard.formats.mermaid import load_mermaid
from whiteboard.model.errors import InputError, TooLargeError


def labels(text: str) -> dict[str, str]:
    return {n.id: n.label for n in load_mermaid(text).nodes}


def edges(text: str) -> list[tuple[str, str, str]]:
    return [(e.source, e.target, e.label) for e in load_mermaid(text).edges]


def problems(text: str) -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(InputError) as caught:
        load_mermaid(text)
    return [(p.line, p.column, p.message) for p in caught.value.problems]


@pytest.mark.parametrize("header", ["graph LR", "graph TD;", "flowchart", "flowchart-elk TB", "graph RL;", "graph >"])
def test_headers(header: str) -> None:
    assert edges(f"{header}\n a --> b") == [("a", "b", "")]


def test_one_line() -> None:
    assert edges("graph LR; web[Web app] --> gw[API gateway]; gw-->svc") == [("web", "gw", ""), ("gw", "svc", "")]


def test_empty_flowchart() -> None:
    assert load_mermaid("flowchart\n") == Diagram()


@pytest.mark.parametrize(
    ("header", "flow"), [("LR", "LR"), ("TD", "TB"), ("TB", "TB"), ("BT", "BT"), ("RL", "RL"), (">", "LR"), ("", None)]
)
def test_which_way_it_runs(header: str, flow: str | None) -> None:
    assert load_mermaid(f"graph {header}\na --> b").flow == flow


@pytest.mark.parametrize(
    ("drawn", "shape"),
    [
        ("a[x]", None),
        ("a(x)", "round"),
        ("a([x])", "stadium"),
        ("a[[x]]", "subroutine"),
        ("a[(x)]", "cylinder"),
        ("a((x))", "circle"),
        ("a(((x)))", "double_circle"),
        ("a>x]", "flag"),
        ("a{x}", "diamond"),
        ("a{{x}}", "hexagon"),
        ("a[/x/]", "parallelogram"),
        (r"a[\x\]", "parallelogram"),
        (r"a[/x\]", "trapezoid"),
        (r"a[\x/]", "trapezoid"),
        ("a@{ shape: cyl, label: x }", "cylinder"),
        ('a@{ label: "x", shape: das }', "queue"),
        ("a@{\n  shape: cloud\n  label: 'x'\n}", "cloud"),
        ("a[x]@{ shape: database }:::store", "cylinder"),
    ],
)
def test_shapes(drawn: str, shape: str | None) -> None:
    (node,) = load_mermaid(f"graph LR\n{drawn}").nodes
    assert (node.label, node.shape) == ("x", shape)


@pytest.mark.parametrize(
    ("drawn", "label"),
    [
        ('a["Web (React) [v2]"]', "Web (React) [v2]"),
        ("a[Web (React)]", "Web (React)"),
        ("a[GET /users/{id}]", "GET /users/{id}"),
        ("a[/api/*]", "/api/*"),
        ("a[(Users DB (primary))]", "Users DB (primary)"),
        ("a[CDN<br/>CloudFront]", "CDN\nCloudFront"),
        ('a["one\n   two"]', "one\ntwo"),
        ('a["`**Orders** _service_`"]', "Orders service"),
        ("a[Ben #amp; Jerry #35;1 &lt;3]", "Ben & Jerry #1 <3"),
        ("a[fas:fa-train Trains]", "Trains"),
        ("a[<b>Bold</b>]", "Bold"),
        ("a[]", ""),
        ("a", "a"),
    ],
)
def test_labels(drawn: str, label: str) -> None:
    assert labels(f"graph LR\n{drawn}") == {"a": label}


@pytest.mark.parametrize(
    "identifier", ["app/network", "web-app", "a.b", "größe", "node_1", "R&D", "endpoint", "subgraphs", "style1"]
)
def test_ids(identifier: str) -> None:
    assert edges(f"graph LR\n{identifier}-->{identifier}2") == [(identifier, f"{identifier}2", "")]


@pytest.mark.parametrize(
    ("arrow", "direction", "dashed"),
    [
        ("-->", "forward", False),
        ("---->", "forward", False),
        ("---", "none", False),
        ("<-->", "both", False),
        ("-.->", "forward", True),
        ("-..->", "forward", True),
        ("-.-", "none", True),
        ("<-.->", "both", True),
        ("==>", "forward", False),
        ("===", "none", False),
        ("--o", "forward", False),
        ("--x", "forward", False),
        ("o--o", "both", False),
        ("e1@-->", "forward", False),
    ],
)
def test_arrows(arrow: str, direction: str, dashed: bool) -> None:
    (edge,) = load_mermaid(f"graph LR\na {arrow} b").edges
    assert (edge.source, edge.target, edge.direction, edge.dashed) == ("a", "b", direction, dashed)


@pytest.mark.parametrize("arrow", ["<--", "<---", "<-.-"])
def test_an_arrow_with_its_head_at_the_left(arrow: str) -> None:
    (edge,) = load_mermaid(f"graph LR\na {arrow} b").edges
    assert (edge.source, edge.target, edge.direction) == ("b", "a", "forward")


@pytest.mark.parametrize(
    "arrow",
    ["-->|reads|", "-- reads -->", '-- "reads" -->', '-->|"reads"|', "--reads-->", "== reads ==>", "-. reads .->"],
)
def test_labels_of_arrows(arrow: str) -> None:
    assert edges(f"graph LR\na {arrow} b") == [("a", "b", "reads")]


def test_a_label_over_several_lines() -> None:
    assert edges('graph LR\na -- "views\n  [HTTPS]"--> b') == [("a", "b", "views\n[HTTPS]")]


def test_an_invisible_arrow_is_no_edge() -> None:
    assert edges("graph LR\na ~~~ b") == []


def test_chains_and_fans() -> None:
    assert edges("graph LR\na & b --> c & d -->|x| e") == [
        ("a", "c", ""),
        ("a", "d", ""),
        ("b", "c", ""),
        ("b", "d", ""),
        ("c", "e", "x"),
        ("d", "e", "x"),
    ]


def test_a_statement_may_go_on_in_the_next_line() -> None:
    assert edges("graph LR\na\n  --> b -->\n  c\nx --> y") == [("a", "b", ""), ("b", "c", ""), ("x", "y", "")]


def test_parallel_edges_have_ids_of_their_own() -> None:
    assert [e.id for e in load_mermaid("graph LR\na --> b\na --> b\na e1@--> b").edges] == ["a->b", "a->b#2", "e1"]


def test_attributes_of_an_edge_are_no_node() -> None:
    assert labels("graph LR\na e1@--> b\ne1@{ animate: true }") == {"a": "a", "b": "b"}


def test_a_later_label_counts() -> None:
    assert labels("graph LR\na --> b\nb[Cache]") == {"a": "a", "b": "Cache"}


def test_nested_subgraphs() -> None:
    diagram = load_mermaid("graph LR\nsubgraph vpc [My VPC]\n direction TB\n subgraph zone\n a\n end\n b\nend\nc")
    assert [(s.id, s.label, s.parent) for s in diagram.subgraphs] == [("vpc", "My VPC", None), ("zone", "zone", "vpc")]
    assert {n.id: n.parent for n in diagram.nodes} == {"a": "zone", "b": "vpc", "c": None}


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Data Layer", "Data Layer"),
        ('"Data Layer"', "Data Layer"),
        ('d["Data [Layer]"]', "Data [Layer]"),
        ("BI & Analytics", "BI & Analytics"),
        ("", ""),
    ],
)
def test_titles_of_subgraphs(heading: str, label: str) -> None:
    (subgraph,) = load_mermaid(f"graph LR\nsubgraph {heading}\na\nend").subgraphs
    assert subgraph.label == label


def test_an_edge_may_end_at_a_subgraph() -> None:
    diagram = load_mermaid("graph LR\na --> data\nsubgraph data\nb\nend")
    assert [n.id for n in diagram.nodes] == ["a", "b"]
    assert [(e.source, e.target) for e in diagram.edges] == [("a", "data")]


def test_a_node_belongs_to_the_first_subgraph_that_mentions_it() -> None:
    diagram = load_mermaid("graph LR\nsubgraph one\na --> b\nend\nsubgraph two\nb\nend")
    assert {n.id: n.parent for n in diagram.nodes} == {"a": "one", "b": "one"}


def test_a_subgraph_in_itself_is_no_ring() -> None:
    diagram = load_mermaid("graph LR\nsubgraph a\nsubgraph b\nsubgraph a\nx\nend\nend\nend")
    assert [(s.id, s.parent) for s in diagram.subgraphs] == [("a", None), ("b", "a")]


def test_styling_and_comments_are_left_out() -> None:
    text = """---
title: "Shop"
config: {theme: dark}
---
%%{init: {"theme": "dark",
  "flowchart": {}}}%%
%% a comment --> nowhere
flowchart LR
  accTitle: Shop
  accDescr { several
    lines }
  a:::hot --> b[Orders]:::cold %% to the end
  %% another
  style a fill:#fff,stroke:#000
  classDef hot fill:#f00;
  class a,b hot
  linkStyle 0 stroke:#f00
  click a "https://example.org" _blank
"""
    diagram = load_mermaid(text)
    assert diagram.title == "Shop"
    assert [(n.id, n.label) for n in diagram.nodes] == [("a", "a"), ("b", "Orders")]


def test_windows_line_ends_and_byte_order_mark() -> None:
    assert edges("\ufeffgraph LR\r\n  a --> b\r\n  b --> c\r\n") == [("a", "b", ""), ("b", "c", "")]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", (1, 1), "no Mermaid flowchart"),
        ("a --> b", (1, 1), "no Mermaid flowchart"),
        ("graph LR\n  a -->", (2, 8), "a node is missing at the end"),
        ("graph LR\n  a -- b\n", (2, 5), "opens a label"),
        ("graph LR\n  a[x --> b[y]", (2, 4), "not closed"),
        ("graph LR\n  a -->|x b", (2, 8), "not closed"),
        ("graph LR\n  a b", (2, 5), "unexpected 'b'"),
        ("graph LR\n  --> b", (2, 3), "a node is missing before '--'"),
        ("graph LR\n subgraph x\n a", (2, 2), "never closed"),
        ("graph LR\n a\n end", (3, 2), "closes no subgraph"),
    ],
)
def test_problems_have_a_place(text: str, place: tuple[int, int], message: str) -> None:
    ((line, column, said),) = problems(text)
    assert (line, column) == place
    assert message in said


def test_all_problems_are_said() -> None:
    assert [line for line, _, _ in problems("graph LR\na b\nc --> d\ne[x\nf --> g\n h -- i")] == [2, 4, 6]


def test_problems_name_the_file() -> None:
    with pytest.raises(InputError, match=re.escape("x.mmd:2:3: ")):
        load_mermaid("graph LR\na b", "x.mmd")


def test_too_many_edges() -> None:
    many = " & ".join(f"n{i}" for i in range(300))
    with pytest.raises(TooLargeError, match="50,000"):
        load_mermaid(f"graph LR\n{many} --> {many}")


def test_too_large_a_text() -> None:
    with pytest.raises(TooLargeError, match="20 MB"):
        load_mermaid("graph LR\n" + "%" * MAX_BYTES)


@pytest.mark.parametrize(
    "part", ['a["', "a <-- b;", "%%{", "a@{", "a>x\n", "((((", "a -- ", '-- "', "subgraph a\n", "|"]
)
def test_time_does_not_grow_with_the_square(part: str) -> None:
    start = time.process_time()
    with suppress(InputError):
        load_mermaid("graph LR\n" + part * 15_000)
    assert time.process_time() - start < 5


PIECES = st.sampled_from(
    ["graph LR", "\n", "|", ";", " ", "a", "b", "[x]", "[(", ")]", "((", "))", "{", "}", '"', "-->", "--", "-.->", "-.",
     "==", "<-->", "o--", "---", "&", "subgraph", "end", "direction TB", ":::", "@{", "shape: cyl", "%%", "%%{",
     "style", "click", "e1@", "#35;", "<br/>", "é", "\u2028", "\x00", "---\n", "title: x\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_nothing_but_input_errors(text: str) -> None:
    for document in (text, "graph LR\n" + text):
        try:
            diagram = load_mermaid(document)
        except InputError:
            continue
        ids = [n.id for n in diagram.nodes] + [s.id for s in diagram.subgraphs]
        assert len(ids) == len(set(ids))
        assert {e for edge in diagram.edges for e in (edge.source, edge.target)} <= set(ids)
