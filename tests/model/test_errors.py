from __future__ import annotations

import pytest

from whiteboard.model.errors import InputError, Problem, TooLargeError


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem(message="wrong"), "wrong"),
        (Problem(message="wrong", hint="mend it"), "wrong: mend it"),
        (Problem(message="wrong", file="a.yaml"), "a.yaml: wrong"),
        (Problem(message="wrong", file="a.yaml", line=3, column=7), "a.yaml:3:7: wrong"),
        (Problem(message="wrong", line=3, column=7, where="checks[0]"), "3:7: wrong"),
    ],
)
def test_a_problem_in_words(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_an_error_holds_all_problems() -> None:
    problems = (Problem(message="one"), Problem(message="two"))
    assert InputError(problems).problems == problems
    assert str(InputError(problems)) == "one\ntwo"


def test_one_problem_will_do() -> None:
    assert InputError(Problem(message="one")).problems == (Problem(message="one"),)


def test_too_large_is_bad_input() -> None:
    with pytest.raises(InputError, match="over 1 MB"):
        raise TooLargeError(Problem(message="over 1 MB"))
