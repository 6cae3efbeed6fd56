from __future__ import annotations

from drawing import arrow, box, questions, read, shape, text

PAIR = [*box("web", "Web client", 0, 0), *box("api", "API gateway", 400, 0), arrow("x", (120, 30), (400, 30))]


def test_a_clear_board_raises_no_question() -> None:
    assert not questions(read(PAIR))


def test_the_least_sure_kinds_are_asked_about_first() -> None:
    lane = box("a", "Fluxer", 800, 0), arrow("y", (520, 30), (800, 30))
    reading = read(PAIR, lane, shape("b", 800, 200), arrow("z", (860, 60), (860, 200)))
    asked = [reading.architecture.component[unclear.component_ids[0]] for unclear in reading.unclear]
    assert [c.id for c in asked] == [c.id for c in sorted(asked, key=lambda c: (c.confidence, c.id))]
    assert {c.id for c in asked} == {"a", "b"}


def test_an_arrow_from_a_remark_is_no_question() -> None:
    remark = text("this is where all the magic happens", 0, 200)
    assert not questions(read(PAIR, remark, arrow("y", (60, 198), (60, 62))))


def test_an_arrow_to_nowhere_is_a_question() -> None:
    assert "This arrow ends at nothing" in questions(read(PAIR, arrow("y", (60, 62), (60, 300))))
