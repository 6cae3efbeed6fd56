from __future__ import annotations

import pytest

from whiteboard.formats.diagrams_script.budget import Budget
from whiteboard.formats.diagrams_script.texts import FUNCTIONS, filled, formatted, joined, method
from whiteboard.formats.diagrams_script.values import MAX_TEXT, UNKNOWN


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [(7, "03d", "007"), (7, "3", "  7"), (0.5, ".1f", "0.5"), ("x", "d", "x"), (7, ">999", "7"), (UNKNOWN, "d", "…")],
)
def test_only_short_formats_are_followed(value: object, spec: str, text: str) -> None:
    assert formatted(value, spec) == text


def test_percent_and_format_fill_what_is_given() -> None:
    assert formatted("%s of %02d%% %s", right=("a", 5)) == "a of 05% …"
    assert filled("{} {1} {n} {{}} {9}", ["a", "b"], {"n": 1}) == "a b 1 {} …"


def test_texts_stay_short() -> None:
    assert len(joined("x" * 99, ["y"] * 999)) == MAX_TEXT
    assert len(filled("{0}" * 999, ["x" * 99], {})) == MAX_TEXT


@pytest.mark.parametrize(
    ("owner", "name", "listed", "result"),
    [
        ("a b", "split", [], ["a", "b"]),
        ("a-b", "split", ["-"], ["a", "b"]),
        ("ab", "replace", ["a", "c"], "cb"),
        ("ab", "translate", [], UNKNOWN),
        ([1, 2], "pop", [], 2),
        ({"a": 1}, "keys", [], ["a"]),
        ({"a": 1}, "get", ["b", 2], 2),
        (5, "bit_length", [], UNKNOWN),
    ],
)
def test_methods(owner: object, name: str, listed: list[object], result: object) -> None:
    assert method(owner, name, listed, {}, Budget(None)) == result


@pytest.mark.parametrize(
    ("name", "given", "result"),
    [
        ("len", ["abc"], 3),
        ("len", [5], UNKNOWN),
        ("list", [range(2)], [0, 1]),
        ("reversed", [[1, 2]], [2, 1]),
        ("sorted", [["b", "a"]], ["a", "b"]),
        ("enumerate", [["a"], 1], [(1, "a")]),
        ("zip", [[1, 2], UNKNOWN], UNKNOWN),
        ("range", [1, 5, 0], UNKNOWN),
        ("int", ["12"], 12),
        ("int", ["x"], UNKNOWN),
        ("tuple", [[1]], (1,)),
        ("str", [1.5], "1.5"),
    ],
)
def test_functions(name: str, given: list[object], result: object) -> None:
    assert FUNCTIONS[name](Budget(None), *given) == result
