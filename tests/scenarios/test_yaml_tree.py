from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whiteboard.model.errors import InputError, TooLargeError
from whiteboard.scenarios.yaml_tree import MAX_BYTES, parse_yaml


def value(text: str) -> Any:
    tree, problems = parse_yaml(text.encode())
    assert problems == []
    return tree.value


def problems(text: str | bytes) -> list[str]:
    try:
        _, found = parse_yaml(text if isinstance(text, bytes) else text.encode(), "x.yaml")
    except InputError as error:
        return [str(p) for p in error.problems]
    return [str(p) for p in found]


def test_values() -> None:
    text = "a: 1\nb: [x, 2.5, true, null, ~]\nc: {d: '1', e: \"two\"}\nf: |\n  graph LR\n  a --> b\ng:"
    expected = {"a": 1, "b": ["x", 2.5, True, None, None], "c": {"d": "1", "e": "two"}, "g": None}
    assert value(text) == {**expected, "f": "graph LR\na --> b\n"}


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Y", "2024-01-01", "1:30", "0x1F", "1_000", "=", "<<"])
def test_plain_words_are_text(word: str) -> None:
    assert value(f"a: {word}") == {"a": word}


@pytest.mark.parametrize(("text", "number"), [("-3", -3), ("+7", 7), ("1e3", 1000.0), (".5", 0.5), ("2.", 2.0)])
def test_numbers(text: str, number: float) -> None:
    assert value(f"a: {text}") == {"a": number}


def test_every_value_and_key_has_its_place() -> None:
    tree, _ = parse_yaml(b"a: 1\nlist:\n  - {b: x}\n  - c\ntext: |\n  x\n")
    assert tree.at("list", 0, "b").place == (3, 9)
    assert tree.at("list", 0).keys["b"] == (3, 6)
    assert tree.at("list", 1).place == (4, 5)
    assert (tree.at("text").block, tree.at("a").block) == (True, False)


def test_the_nearest_tree_stands_for_what_is_missing() -> None:
    tree, _ = parse_yaml(b"a:\n  b: 1\n")
    assert tree.at("a", "c", "d").value == {"b": 1}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "x.yaml:1:1: the file is empty"),
        ("# nothing\n", "x.yaml:1:1: the file is empty"),
        ("a: 1\nb: 2\na: 3\n", "x.yaml:3:1: duplicate key 'a': it is already in line 1"),
        ("a: 1\nb:\n\tc: 2\n", "x.yaml:3:1: a tab indents this line: indent with spaces"),
        ("a: [1\nb: 2\n", "x.yaml:2:2: not YAML: while parsing a flow sequence did not find expected ',' or ']'"),
        ("a: b: c\n", "x.yaml:1:5: not YAML: mapping values are not allowed in this context"),
        ("1: a\n", "x.yaml:1:1: a key must be text: put it in quotes"),
        ("[a]: b\n", "x.yaml:1:1: a key must be text: put it in quotes"),
        ("a: &x 1\n", "x.yaml:1:4: '&x' is an anchor: leave it out: aliases are not taken"),
        ("a: !!python/object:os.system x\n", "is a tag: leave it out: tags are not taken"),
        ("a: !secret x\n", "x.yaml:1:4: '!secret' is a tag: leave it out: tags are not taken"),
        ("a: 1\n---\nb: 2\n", "x.yaml:2:1: a second document starts here: one file holds one document"),
        ("a: \x07", "x.yaml:1:4: a control character (U+0007)"),
        (b"a: \xff", "x.yaml:1:4: not UTF-8 text"),
        ("[" * 60 + "]" * 60, "x.yaml:1:51: nested over 50 levels deep"),
    ],
)
def test_problems(text: str | bytes, said: str) -> None:
    (problem,) = problems(text)
    assert said in problem


def test_all_problems_are_said() -> None:
    found = problems("a: &x [1]\nb: *x\nc: !t 3\na: 4\n")
    assert [line.split(":")[1] for line in found] == ["1", "2", "3", "4"]


def test_a_bomb_is_refused() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join(f'*{a}' for _ in range(9))}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert "'&a' is an anchor" in problems("\n".join(lines))[0]


def test_tabs_inside_text_are_text() -> None:
    assert value("a: |\n  x\ty\n") == {"a": "x\ty\n"}


def test_too_large_a_file() -> None:
    with pytest.raises(TooLargeError, match="1 MB"):
        parse_yaml(b"#" * (MAX_BYTES + 1))


PIECES = st.sampled_from(
    ["a", ":", " ", "\n", "- ", "[", "]", "{", "}", ",", "'", '"', "|", ">", "&x", "*x", "!t", "#"]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40))
def test_nothing_but_input_errors(text: str) -> None:
    with suppress(InputError):
        tree, found = parse_yaml(text.encode(errors="surrogatepass"))
        assert tree.place.line >= 1
        assert all(problem.line for problem in found)
