from __future__ import annotations

from typing import Any

from drawing import arrow, box, edges, line, read

WEB = box("web", "Web client", 0, 0)
API = box("api", "API gateway", 400, 0)
SHAFT = line("shaft", (125, 30), (395, 30))
BARBS = [line("upper", (395, 30), (380, 20)), line("lower", (381, 41), (396, 31))]


def drawn(*elements: Any) -> list[str]:
    return edges(read(WEB, API, *elements))


def pen(id_: str, *points: tuple[float, float]) -> Any:
    return line(id_, *points, type="freedraw")


def test_two_short_lines_are_a_head() -> None:
    assert drawn(SHAFT, BARBS) == ["Web client -> API gateway"]


def test_what_draws_a_head_belongs_to_its_connection() -> None:
    (connection,) = read(WEB, API, SHAFT, BARBS).architecture.connections
    assert connection.id == "shaft"
    assert set(connection.element_ids) == {"shaft", "upper", "lower"}


def test_a_v_is_a_head() -> None:
    assert drawn(SHAFT, pen("v", (142, 22), (126, 31), (140, 40))) == ["API gateway -> Web client"]


def test_a_v_at_each_end_makes_two_heads() -> None:
    both = [pen("v", (142, 22), (126, 31), (140, 40)), pen("w", (380, 22), (396, 30), (381, 40))]
    assert drawn(SHAFT, both) == ["Web client <-> API gateway"]


def test_a_pen_that_goes_on_draws_a_head() -> None:
    stroke = pen("pen", (125, 30), (200, 32), (300, 29), (394, 30), (378, 20), (393, 31), (380, 42))
    assert drawn(stroke) == ["Web client -> API gateway"]


def test_two_lines_on_one_side_are_no_head() -> None:
    one_side = [line("upper", (395, 30), (380, 20)), line("lower", (395, 30), (385, 15))]
    assert drawn(SHAFT, one_side) == ["Web client -- API gateway"]


def test_lines_as_long_as_the_shaft_are_no_head() -> None:
    assert drawn(line("shaft", (340, 30), (395, 30)), BARBS) == []


def test_an_arrow_keeps_its_head() -> None:
    assert drawn(arrow("a", (125, 30), (395, 30)), BARBS) == ["Web client -> API gateway"]
