from __future__ import annotations

from whiteboard.manual.pages import Example, Verdict
from whiteboard.manual.picture import svg_of_example
from whiteboard.model.finding import Status

RED, AMBER = 'stroke="#c92a2a"', 'stroke="#e67700"'


def drawn(*verdicts: tuple[Status, str]) -> str:
    told = tuple(Verdict(title="-", status=status, message="-", shown_by=(shown,)) for status, shown in verdicts)
    return svg_of_example(Example(name="shop", board="graph LR; web[Web] --> api[Api]", notes="p99", verdicts=told))


def test_it_shows_the_board_and_its_note() -> None:
    assert all(f">{text}</tspan>" in drawn() for text in ("Web", "Api", "p99"))


def test_what_shows_a_problem_is_red_and_a_question_amber() -> None:
    assert (RED in drawn(), AMBER in drawn((Status.PASS, "api"))) == (False, False)
    both = drawn((Status.PROBLEM, "api"), (Status.NOT_SHOWN, "web"))
    assert (both.count(RED), both.count(AMBER)) == (1, 1)


def test_a_problem_outweighs_a_question() -> None:
    both = drawn((Status.PROBLEM, "api"), (Status.NOT_SHOWN, "api"))
    assert (both.count(RED), both.count(AMBER)) == (1, 0)
