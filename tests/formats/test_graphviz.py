from __future__ import annotations

import random

import pytest

from whiteboard.formats.graphviz import GraphvizError, quoted, run


def test_a_graph_is_laid_out() -> None:
    assert "node a 0.375 1.25" in run("digraph { a -> b }", "plain")


@pytest.mark.parametrize("source", ["", "digraph {", "nonsense", "digraph { a -> }"])
def test_what_is_no_dot_is_refused(source: str) -> None:
    with pytest.raises(GraphvizError):
        run(source, "plain")


def test_too_much_work_is_stopped() -> None:
    chance = random.Random(1)
    edges = "".join(f"n{chance.randrange(400)} -> n{chance.randrange(400)};" for _ in range(3_000))
    with pytest.raises(GraphvizError, match="failed"):
        run(f"digraph {{ {edges} }}", "plain", seconds=0.2)


def test_a_failure_leaves_nothing_behind() -> None:
    before = run("digraph { a -> b }", "json0")
    with pytest.raises(GraphvizError):
        run("digraph { " + "subgraph {" * 100_000, "plain")
    assert run("digraph { a -> b }", "json0") == before


@pytest.mark.parametrize("text", ['a "b"', "a\\", "a\nb", 'x" [shape=box]; y ["'])
def test_any_text_can_be_quoted(text: str) -> None:
    assert run(f"digraph {{ {quoted('id')} [label={quoted(text)}] }}", "plain").count("node ") == 1
