from __future__ import annotations

import pytest

from formats.diagrams_script.script import draw, edges


@pytest.mark.parametrize(
    ("chain", "drawn"),
    [
        ("a >> b", ["a > b"]),
        ("a << b", ["b > a"]),
        ("a - b", ["a - b"]),
        ("a >> b >> c", ["a > b", "b > c"]),
        ("a >> b << c", ["a > b", "c > b"]),
        ("a >> [b, c]", ["a > b", "a > c"]),
        ("[a, b] >> c", ["a > c", "b > c"]),
        ("[a, b] << c", ["c > a", "c > b"]),
        ("[a, b] - c", ["a - c", "b - c"]),
        ("[a, [b]] >> c", ["a > c", "b > c"]),
        ("a >> [b, c] >> a", ["a > b", "a > c", "b > a", "c > a"]),
        ("a - b >> c", ["a - b", "b > c"]),
        ("a >> b - c", ["b - c", "a > c"]),
        ("a >> Edge() >> b", ["a > b"]),
        ("a << Edge() << b", ["b > a"]),
        ("a - Edge() - b", ["a - b"]),
        ("a >> Edge() << b", ["a = b"]),
        ("a << Edge() >> b", ["a = b"]),
        ("a - Edge(forward=True) - b", ["a > b"]),
        ("a - Edge(reverse=True) - b", ["b > a"]),
        ("a >> Edge(reverse=True) >> b", ["a = b"]),
        ("[a, b] >> Edge() >> c", ["a > c", "b > c"]),
        ("a >> Edge() >> [b, c]", ["a > b", "a > c"]),
        ("a >> Edge() >> b >> Edge() >> c", ["a > b", "b > c"]),
        ("Edge() >> a >> b", ["a > b"]),
        ("Edge(a) >> b", ["a > b"]),
        ("a >> Edge(style='invis') >> b", []),
        ("a.connect(b, Edge(forward=True))", ["a > b"]),
        ("e = Edge()\na >> e >> b\nb - e - c", ["a > b", "b - c"]),
        ("a >> a", ["a > a"]),
    ],
)
def test_chains_draw_what_the_library_draws(chain: str, drawn: list[str]) -> None:
    assert edges(chain) == drawn


@pytest.mark.parametrize("style", ["dashed", "dotted", "bold,dashed"])
def test_the_looks_of_an_edge(style: str) -> None:
    (edge,) = draw(f"a >> Edge(label='reads\\nSQL', color='red', style='{style}') >> b").edges
    assert (edge.label, edge.dashed) == ("reads\nSQL", True)


def test_two_edges_in_a_row_are_one() -> None:
    (edge,) = draw("a >> Edge(label='x') >> Edge(label='y') >> b").edges
    assert (edge.source, edge.target, edge.label) == ("a", "b", "y")


def test_an_end_that_only_the_running_script_knows_is_noted() -> None:
    diagram = draw("import os\na >> os.thing()\na >> [b, os.thing()]")
    assert [(e.source, e.target) for e in diagram.edges] == [("a", "b")]
    assert [note[:24] for note in diagram.notes] == ["Not read in line 6 of th", "Not read in line 7 of th"]


def test_a_long_chain() -> None:
    assert len(edges("a" + " >> b >> a" * 150)) == 300
