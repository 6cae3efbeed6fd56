from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whiteboard.formats.diagrams_script import is_diagrams_script, load_diagrams_script
from whiteboard.formats.diagrams_script.load import MAX_CHARACTERS
from whiteboard.model.errors import InputError, TooLargeError

SHOP = """
from diagrams import Cluster, Diagram, Edge
from diagrams.aws.compute import ECS
from diagrams.aws.database import RDS
from diagrams.onprem.queue import Kafka

with Diagram("My shop", show=False, direction="TB"):
    with Cluster("Services"):
        workers = [ECS(f"worker {i}") for i in range(2)]
    db = RDS("userdb")
    queue = Kafka("orders")
    queue >> Edge(label="takes", style="dashed") >> workers >> db
"""


def problems(text: str) -> list[tuple[int | None, int | None, str]]:
    with pytest.raises(InputError) as caught:
        load_diagrams_script(text, "shop.py")
    return [(p.line, p.column, str(p)) for p in caught.value.problems]


def test_a_script() -> None:
    diagram = load_diagrams_script(SHOP)
    assert (diagram.title, diagram.flow) == ("My shop", "TB")
    assert [(n.label, n.kind, n.parent) for n in diagram.nodes] == [
        ("worker 0", None, "Services"),
        ("worker 1", None, "Services"),
        ("userdb", "relational_db", None),
        ("orders", "stream", None),
    ]
    assert [(e.source, e.target, e.label, e.dashed) for e in diagram.edges] == [
        ("orders", "worker 0", "takes", True),
        ("orders", "worker 1", "takes", True),
        ("worker 0", "userdb", "", False),
        ("worker 1", "userdb", "", False),
    ]


def test_what_looks_like_a_script() -> None:
    assert is_diagrams_script(SHOP.encode())
    assert is_diagrams_script(b"  import diagrams.aws as aws\n")
    assert not is_diagrams_script(b"graph LR\n from --> diagrams\n")


def test_several_diagrams_are_subgraphs() -> None:
    text = 'from diagrams import Diagram, Node\nwith Diagram("A"):\n  Node("x")\nwith Diagram("B"):\n  Node("x")\n'
    diagram = load_diagrams_script(text)
    assert [(s.id, s.label) for s in diagram.subgraphs] == [("A", "A"), ("B", "B")]
    assert [(n.id, n.label, n.parent) for n in diagram.nodes] == [("x", "x", "A"), ("x#2", "x", "B")]
    assert diagram.title is None


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("x = (\n", (1, 5), "this is no Python"),
        ("import os\nprint('no')\n", (None, None), "draws no diagram"),
        ("", (None, None), "draws no diagram"),
        (SHOP + "    dbb >> db\n", (13, 5), "'dbb' is not defined: did you mean 'db'?"),
        (SHOP + "    a, b = db, db, db\n", (13, 5), "2 names for 3 values"),
        (SHOP + "    workers[7] >> db\n", (13, 5), "there is no item 7"),
        ("def f(): return f()\nf()", (1, 17), "over 20 deep"),
        ("x = 'a\0b'", (1, None), "this is no Python"),
    ],
)
def test_problems_have_a_place(text: str, place: tuple[int | None, int | None], message: str) -> None:
    (line, column, said), *_ = problems(text)
    assert message in said
    assert line == place[0] or place[0] is None
    assert column == place[1] or place[1] is None


def test_all_problems_are_said_once() -> None:
    text = SHOP + "    x = nothing\n    for i in range(5):\n        missing >> db\n    x >> y\n"
    assert [(line, said.split(": ")[1]) for line, _, said in problems(text)] == [
        (13, "'nothing' is not defined"),
        (15, "'missing' is not defined"),
        (16, "'y' is not defined"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "-" * 100_000 + "1",
        "(" * 5_000 + ")" * 5_000,
        "[" * 90 + "]" * 90,
        "a = " + "+".join(["1"] * 100_000),
        "x" + ".x" * 50_000,
        "a = []\na.append(a)\nfrom diagrams import Node\nNode('x') >> a",
        "if 1:\n" + "".join(" " * i + "if 1:\n" for i in range(1, 99)) + " " * 99 + "pass",
        "f = lambda: f()\nf()",
        "x = " + "9" * 5_000,
        "return 1",
        "break",
    ],
)
def test_what_goes_too_deep_is_an_input_error(text: str) -> None:
    with pytest.raises(InputError):
        load_diagrams_script(text)


@pytest.mark.parametrize(
    "text",
    [
        "for a in range(1000000000):\n  pass",
        "for a in range(1000):\n  for b in range(1000):\n    pass",
        "a = [1]\nfor i in range(99):\n  a = a + a",
        "a = [1] * 1000000",
        "a = 'x' * 1000000000",
        "a = [1]\nfor i in range(60):\n  a = [a, a]\nfrom diagrams import Node\nNode('x') >> a",
        "def f(n):\n  f(n)\n  f(n)\nf(1)",
        "[[x for x in range(999)] for y in range(999)]",
        "a = list(range(100000000))",
        "a = 1 in range(100000000)",
        SHOP + "    for i in range(999):\n        workers * 90 >> db\n",
        "#" * MAX_CHARACTERS + "#",
    ],
)
def test_what_takes_too_long_is_too_large(text: str) -> None:
    start = time.process_time()
    with pytest.raises(InputError) as caught:
        load_diagrams_script(text)
    assert isinstance(caught.value, TooLargeError) or "deep" in str(caught.value)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "text",
    [
        "s = 'x'\nfor i in range(60):\n  s = f'{s}{s}'",
        "s = f\"{'x':>1000000000}\"",
        "s = '%1000000000d' % 1",
        "s = '{:>1000000000}'.format(1)",
        "s = 'x'\nfor i in range(60):\n  s = s.replace('x', 'xx')",
        "a = []\nb = []\nfor i in range(60):\n  a = [a, a]\n  b = [b, b]\nc = a == b",
        "t = ()\nfor i in range(60):\n  t = (t, t)\nd = {t: 1}\nd[t] = 2",
        "n = 10\nfor i in range(60):\n  n = n * n",
        "n = 10 ** 10 ** 10",
        "n = 1 // 0\nm = 1 % 0\nk = [1, 2][::0]",
        "s = '\\d'",
    ],
)
def test_bombs_do_not_go_off(text: str) -> None:
    start = time.process_time()
    assert load_diagrams_script(SHOP + "\n" + text).title == "My shop"
    assert time.process_time() - start < 5


def test_too_many_edges() -> None:
    text = "from diagrams import Node\na = [Node('x') for i in range(400)]\nfor n in a:\n  n >> a"
    with pytest.raises(TooLargeError, match=r"50,000|300,000"):
        load_diagrams_script(text)


def test_nothing_is_executed(tmp_path: object) -> None:
    text = f"import pathlib\npathlib.Path({str(tmp_path)!r}, 'x').write_text('x')\n__import__('os').system('false')\n"
    with pytest.raises(InputError, match="draws no diagram"):
        load_diagrams_script(text)
    assert not list(__import__("pathlib").Path(str(tmp_path)).iterdir())


TOKENS = st.sampled_from(
    [" >> ", " << ", " - ", "Edge(", ")", "[", "]", "(", ", ", "db", "workers", "queue", "ECS", "'x'", "f'{db}'", "=",
     "\n", "\n    ", "for i in ", "range(3)", ":", "if ", "lambda: ", "*", "**", ".x", "None", "True", "7", "%", "+",
     "label=", "with ", "Cluster", "Diagram", "def f(a):\n        return a", "f(", "[0]", "[:1]", ".append(", "\0", "é"]
)  # fmt: skip


@settings(deadline=None)  # the first example loads the catalog
@given(st.lists(TOKENS, max_size=30).map("".join))
def test_nothing_but_input_errors(text: str) -> None:
    for document in (text, SHOP + "    " + text):
        with suppress(InputError):
            load_diagrams_script(document)


@settings(deadline=None)  # the first example loads the catalog
@given(st.integers(0, len(SHOP)), st.integers(0, 30), TOKENS, st.integers(0, len(SHOP)))
def test_mutated_scripts(at: int, cut: int, token: str, other: int) -> None:
    mutated = SHOP[:at] + token + SHOP[at + cut :]
    for text in (mutated, mutated[:other], mutated[other:]):
        with suppress(InputError):
            diagram = load_diagrams_script(text)
            ids = [n.id for n in diagram.nodes] + [s.id for s in diagram.subgraphs]
            assert len(ids) == len(set(ids))
            assert {e for edge in diagram.edges for e in (edge.source, edge.target)} <= set(ids)
