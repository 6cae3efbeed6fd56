from __future__ import annotations

import math

import pytest

from whiteboard.formats.excalidraw import Element, Point
from whiteboard.reading.geometry import Box, box_of, box_to_stroke, heading, length, ray_reach

BOX = Box(0, 0, 100, 50)


def test_a_turned_element_has_a_turned_box() -> None:
    element = Element(id="a", type="ellipse", x=0, y=0, width=100, height=20, angle=math.pi / 2)
    assert box_of(element) == pytest.approx((40, -40, 60, 60))


def test_a_negative_size_is_turned_around() -> None:
    assert box_of(Element(id="a", type="rectangle", x=10, y=10, width=-10, height=-5)) == Box(0, 5, 10, 10)


@pytest.mark.parametrize(
    ("point", "distance"), [(Point(50, 25), 0), (Point(100, 50), 0), (Point(103, 54), 5), (Point(-7, 20), 7)]
)
def test_the_distance_of_a_point(point: Point, distance: float) -> None:
    assert BOX.distance(point) == distance


def test_a_line_can_be_covered() -> None:
    assert BOX.covers(Box(10, 10, 90, 10), 0.9)


@pytest.mark.parametrize(
    ("start", "direction", "reach"),
    [
        (Point(-10, 25), Point(1, 0), 10),
        (Point(-10, 25), Point(-1, 0), None),
        (Point(50, 25), Point(0, 1), 0),
        (Point(-10, 60), Point(1, 0), None),
        (Point(50, 70), Point(0, -1), 20),
    ],
)
def test_a_ray_enters_a_box_or_misses_it(start: Point, direction: Point, reach: float | None) -> None:
    assert ray_reach(BOX, start, direction) == reach


@pytest.mark.parametrize(
    ("stroke", "distance"),
    [
        ([Point(-10, 25), Point(110, 25)], 0),
        ([Point(-10, 60), Point(110, 60)], 10),
        ([Point(103, 54), Point(200, 200)], 5),
        ([Point(-20, 25), Point(-10, 25)], 10),
    ],
)
def test_the_distance_of_a_stroke(stroke: list[Point], distance: float) -> None:
    assert box_to_stroke(BOX, stroke) == pytest.approx(distance)


def test_a_heading_looks_past_a_tiny_hook() -> None:
    assert heading([Point(0, 0), Point(10, 0), Point(10, 0.5)]) == pytest.approx((1, 0.05), abs=0.01)


def test_a_stroke_on_one_spot_has_no_heading() -> None:
    assert heading([Point(1, 1), Point(1, 1)]) == (0, 0)


def test_the_length_of_a_stroke() -> None:
    assert length([Point(0, 0), Point(3, 4), Point(3, 5)]) == 6
