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
