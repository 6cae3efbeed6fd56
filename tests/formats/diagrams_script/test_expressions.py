from __future__ import annotations

import pytest

from formats.diagrams_script.script import draw, edges, labels


@pytest.mark.parametrize(
    ("expression", "label"),
    [
        ("'one ' 'two'", "one two"),
        ("'web ' + 'app'", "web app"),
        ("f'web {1 + 2}'", "web 3"),
        ("f'web {7:03d}'", "web 007"),
        ("'web %d of %s' % (1, 2)", "web 1 of 2"),
        ("'web {} {x}'.format(1, x='y')", "web 1 y"),
        ("'-'.join(['a', 'b'])", "a-b"),
        ("'web'.upper()", "WEB"),
        ("'ab' * 2", "abab"),
        ("str(5)", "5"),
        ("['x', 'y'][1]", "y"),
        ("['x', 'y'][-1]", "y"),
        ("{'k': 'v'}['k']", "v"),
        ("'x' if 1 > 2 else 'y'", "y"),
        ("'x' if len('ab') == 2 and not False else 'y'", "x"),
        ("'x' if 'a' in ['a', 'b'] else 'y'", "x"),
        ("(lambda n: n + '!')('hi')", "hi!"),
        ("'abc'[1:]", "bc"),
        ("'x' or 'y'", "x"),
        ("(n := 'x') + n", "xx"),
        ("f'web {undefined_function}'", None),
        ("f'web {__import__(\"os\").name}'", "web …"),
        ("'in ' + open('x').read()", "in …"),
    ],
)
def test_labels_that_are_worked_out(expression: str, label: str | None) -> None:
    if label is None:
        with pytest.raises(Exception, match="not defined"):
            labels(f"Node({expression})")
    else:
        assert labels(f"Node({expression})") == [label]


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("[Node(f'w{i}') for i in range(1, 3)]", ["w1", "w2"]),
        ("[Node(x + y) for x in 'ab' for y in ('1', '2') if x + y != 'a2']", ["a1", "b1", "b2"]),
        ("[Node(n) for i, n in enumerate(['p', 'q'])]", ["p", "q"]),
        ("[Node(n + m) for n, m in zip(['p', 'q'], ['1', '2'])]", ["p1", "q2"]),
        ("{n: Node(n) for n in sorted(['q', 'p'])}", ["p", "q"]),
        ("[Node(k + v) for k, v in {'p': '1'}.items()]", ["p1"]),
        ("list(Node(n) for n in ('p',))", ["p"]),
        ("[*[Node('p')], Node('q')]", ["p", "q"]),
    ],
)
def test_comprehensions(expression: str, found: list[str]) -> None:
    assert labels(expression) == found


@pytest.mark.parametrize(
    "assigned",
    [
        "x = a",
        "x, y = a, b",
        "(x, [y, z]) = (a, [b, c])",
        "x, *rest = [a, b, c]",
        "*rest, x = [b, c, a]",
        "d = {}\nd['k'] = a\nx = d['k']",
        "d = [b]\nd[0] = a\nx = d[0]",
        "x = y = a",
        "x: Node = a",
        "l = []\nl.append(a)\nx = l[0]",
        "l = [b]\nl += [a]\nx = l[1]",
        "l = [b]\nl.extend([a])\n_, x = l",
        "x = {'k': a}.get('k')",
        "x = dict(k=a)['k']",
        "x = [b, a][len('z')]",
    ],
)
def test_assignments(assigned: str) -> None:
    assert edges(f"{assigned}\nx >> c") == ["a > c"]


def test_a_list_over_what_is_unknown_is_noted() -> None:
    diagram = draw("import os\n[Node(n) for n in os.environ]")
    assert len(diagram.nodes) == 3
    assert diagram.notes == ("Not read in line 6 of the script: a list over what is known only when the script runs",)
