from __future__ import annotations

import pytest

from formats.diagrams_script.script import draw, edges, labels
from whiteboard.formats.diagrams_script import load_diagrams_script


@pytest.mark.parametrize(
    ("imported", "used"),
    [
        ("from diagrams.aws.database import RDS", "RDS"),
        ("from diagrams.aws.database import RDS as DB", "DB"),
        ("from diagrams.aws import database", "database.RDS"),
        ("from diagrams.aws import database as d", "d.RDS"),
        ("import diagrams.aws.database", "diagrams.aws.database.RDS"),
        ("import diagrams.aws.database as d", "d.RDS"),
        ("from diagrams.aws.database import *", "RDS"),
        ("from diagrams.aws.database import RDS\nDB = RDS", "DB"),
        ("from diagrams.aws.database import RDS\nclass DB(RDS):\n  pass", "DB"),
    ],
)
def test_imports(imported: str, used: str) -> None:
    text = f"import diagrams\n{imported}\nwith diagrams.Diagram('x'):\n  {used}('userdb')\n"
    assert [n.kind for n in load_diagrams_script(text).nodes] == ["relational_db"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("for i in range(2):\n  Node(f'w{i}')", ["w0", "w1"]),
        ("for n in ('p', 'q', 'r'):\n  if n == 'q':\n    continue\n  Node(n)", ["p", "r"]),
        ("for n in ('p', 'q'):\n  Node(n)\n  break", ["p"]),
        ("if 2 > 1:\n  Node('p')\nelse:\n  Node('q')", ["p"]),
        ("if __name__ == '__main__':\n  Node('p')", ["p"]),
        ("try:\n  Node('p')\nexcept OSError:\n  Node('q')\nfinally:\n  Node('r')", ["p", "r"]),
        ("with open('x') as f:\n  Node('p')", ["p"]),
        ("pass\nassert a\nglobal g\ndel b\nNode('p')", ["p"]),
    ],
)
def test_statements(body: str, found: list[str]) -> None:
    assert labels(body) == found


@pytest.mark.parametrize(
    ("defined", "call"),
    [
        ("def f(n):\n  return Node(n)", "f('p')"),
        ("def f(n='p'):\n  return Node(n)", "f()"),
        ("def f(x, *, n='q'):\n  return Node(n)", "f(1, n='p')"),
        ("def f(*names):\n  return [Node(n) for n in names]", "f('p')[0]"),
        ("def f(**settings):\n  return Node(settings['n'])", "f(n='p')"),
        ("def f(n):\n  def g():\n    return Node(n)\n  return g()", "f('p')"),
        ("f = lambda n: Node(n)", "f('p')"),
        ("def f(n):\n  if n == 'p':\n    return Node(n)\n  return f('p')", "f('q')"),
        ("def f(x, y='p'):\n  return Node(y)", "f(**{'x': 1})"),
    ],
)
def test_functions_are_read_through(defined: str, call: str) -> None:
    assert edges(f"{defined}\n{call} >> a") == ["p > a"]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("while True:\n  Node('x')", "'while'"),
        ("for n in input():\n  Node(n)", "a loop over what is known only when the script runs"),
        ("import helpers\nhelpers.connect(a, b)", "a function that gets nodes, but is not in the script"),
    ],
)
def test_what_is_left_out_is_noted(body: str, what: str) -> None:
    diagram = draw(body)
    assert len(diagram.nodes) == 3
    assert [note.split(": ")[1] for note in diagram.notes] == [what]


def test_a_condition_that_is_unknown_is_taken_to_hold() -> None:
    diagram = draw("import os\nif os.getenv('X'):\n  Node('p')\nelse:\n  Node('q')")
    assert [n.label for n in diagram.nodes[3:]] == ["p"]
    assert diagram.notes == ("Not read in line 6 of the script: a condition; it is taken to hold",)
