from __future__ import annotations

import pytest

from whiteboard.formats.mermaid import load_mermaid
from whiteboard.model.errors import InputError


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("graph LR\na --> b", 1),
        ("architecture-beta\nservice a\nservice b\na:R --> L:b", 1),
        ("C4Context\nSystem(a)\nSystem(b)\nRel(a, b)", 1),
    ],
)
def test_the_header_says_which_grammar(text: str, edges: int) -> None:
    assert len(load_mermaid(text).edges) == edges


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("sequenceDiagram", "a sequence diagram"),
        ("classDiagram-v2", "a class diagram"),
        ("stateDiagram-v2", "a state diagram"),
        ("erDiagram", "an entity relationship diagram"),
        ("xychart-beta", "a chart"),
        ("pie showData", "a pie chart"),
        ("gitGraph:", "a Git graph"),
        ("block-beta", "a block diagram"),
    ],
)
def test_other_diagrams_are_no_architecture(header: str, what: str) -> None:
    with pytest.raises(InputError) as caught:
        load_mermaid(f"---\ntitle: x\n---\n\n  {header}\n  A->>B: hi", "x.mmd")
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.column) == ("x.mmd", 5, 3)
    assert problem.message == f"this is {what}, which is not an architecture"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end: str) -> None:
    text = end.join(["graph LR", "a[One] --> b", "%% no part of it", "b --> c", "class a replicas-3"])
    diagram = load_mermaid(text)
    assert [(e.source, e.target) for e in diagram.edges] == [("a", "b"), ("b", "c")]
    assert diagram.nodes[0].replicas == 3


def test_a_problem_is_placed_by_lines_of_any_system() -> None:
    with pytest.raises(InputError) as caught:
        load_mermaid("graph LR\ra --> b\r  ]")
    assert (caught.value.problems[0].line, caught.value.problems[0].column) == (3, 3)


@pytest.mark.parametrize("text", ["```mermaid\ngraph LR\na --> b\n```", "# Design\n\n```mermaid\ngraph LR\n```"])
def test_markdown_is_told_from_mermaid(text: str) -> None:
    with pytest.raises(
        InputError, match=r"this is Markdown with Mermaid inside.*between the lines that begin with ```"
    ):
        load_mermaid(text)


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x9b"])
def test_a_message_shows_the_code_of_a_control_character(character: str) -> None:
    with pytest.raises(InputError) as caught:
        load_mermaid(f"graph LR\na --> {character}")
    assert str(caught.value).isprintable()
    assert f"{ord(character):02x}" in str(caught.value)


def test_labels_hold_no_control_characters() -> None:
    assert load_mermaid("graph LR\na[one\x9btwo]").nodes[0].label == "one two"


@pytest.mark.parametrize(
    "text", ["graph LR\n" + "subgraph x\n" * 5000, "C4Context\n" + "\n".join(f"Boundary(b{i}) {{" for i in range(5000))]
)
def test_not_every_problem_of_a_hopeless_file_is_told(text: str) -> None:
    with pytest.raises(InputError) as caught:
        load_mermaid(text)
    assert len(caught.value.problems) == 100
