from __future__ import annotations

from typing import Any

import pytest
from drawing import arrow, box, edges, grouped, line, questions, read, shape, text

WEB = box("web", "Web client", 0, 0)
API = box("api", "API gateway", 400, 0)


def drawn(*elements: Any) -> list[str]:
    return edges(read(WEB, API, *elements))


def test_bindings_decide() -> None:
    assert drawn(arrow("a", (900, 900), (950, 950), start="web", end="api")) == ["Web client -> API gateway"]


def test_a_binding_to_a_label_means_its_box() -> None:
    assert drawn(arrow("a", (60, 30), (460, 30), start="web-label", end="api-label")) == ["Web client -> API gateway"]


def test_a_binding_to_a_part_of_an_icon_means_the_icon() -> None:
    icon = grouped("g", shape("body", 400, 300, 80, 100), shape("key", 430, 380, 10, 10, type="ellipse"))
    reading = read(WEB, icon, text("Redis cache", 390, 405), arrow("a", (60, 60), (430, 385), start="web", end="key"))
    assert edges(reading) == ["Web client -> Redis cache"]


def test_a_binding_to_nothing_falls_back_to_geometry() -> None:
    assert drawn(arrow("a", (121, 30), (399, 30), start="gone", end="gone too")) == ["Web client -> API gateway"]


@pytest.mark.parametrize("short", [0, 15, 40, 60])
def test_an_unbound_arrow_leads_where_it_points(short: float) -> None:
    assert drawn(arrow("a", (120 + short / 2, 30), (400 - short, 30))) == ["Web client -> API gateway"]


def test_an_end_leads_to_the_smaller_thing_it_lies_in() -> None:
    region = [shape("region", 300, -100, 400, 300), text("Region", 310, -95), box("db", "Orders DB", 400, 100)]
    assert drawn(region, arrow("a", (120, 30), (398, 30))) == ["Web client -> API gateway"]


def test_an_end_at_the_border_of_a_group_means_the_group() -> None:
    region = [shape("region", 300, -100, 400, 300), text("Region A", 310, -95), box("db", "Orders DB", 400, 100)]
    assert drawn(region, arrow("a", (120, 30), (295, 30))) == ["Web client -> Region A"]


def test_a_stub_is_asked_about() -> None:
    reading = read(WEB, API, arrow("a", (460, 150), (460, 62), end="api"))
    assert not reading.architecture.connections
    assert "This arrow starts at nothing" in questions(reading)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ({}, "Web client -> API gateway"),
        ({"startArrowhead": "arrow"}, "Web client <-> API gateway"),
        ({"startArrowhead": "triangle", "endArrowhead": None}, "API gateway -> Web client"),
        ({"endArrowhead": None}, "Web client -- API gateway"),
    ],
)
def test_heads_give_the_direction(heads: dict[str, Any], expected: str) -> None:
    assert drawn(arrow("a", (120, 30), (400, 30), start="web", end="api", **heads)) == [expected]


def test_the_direction_that_the_user_set_wins() -> None:
    assert drawn(arrow("a", (120, 30), (400, 30), customData={"direction": "both"})) == ["Web client <-> API gateway"]


def test_a_plain_line_connects() -> None:
    assert drawn(line("l", (125, 30), (390, 30))) == ["Web client -- API gateway"]


def test_two_lines_that_meet_are_one_connection() -> None:
    corner = [
        line("one", (60, 60), (60, 200)),
        line("two", (62, 203), (460, 200)),
        line("three", (460, 198), (460, 62)),
    ]
    assert drawn(corner) == ["Web client -- API gateway"]


def test_three_lines_that_meet_are_no_corner() -> None:
    star = [line("one", (60, 60), (60, 200)), line("two", (60, 200), (460, 200)), line("three", (60, 200), (60, 400))]
    assert drawn(star) == []


def test_a_line_inside_one_box_connects_nothing() -> None:
    assert drawn(line("l", (5, 20), (115, 20))) == []


def test_an_arrow_there_and_back_goes_both_ways() -> None:
    assert drawn(arrow("a", (120, 20), (398, 30), (120, 45), start="web", end="web")) == ["Web client <-> API gateway"]


@pytest.mark.parametrize(
    ("label", "style", "expected"),
    [
        ("", "solid", None),
        ("", "dashed", "async"),
        ("publish event", "solid", "async"),
        ("replication", "dashed", "replication"),
        ("sync call", "dashed", "sync"),
    ],
)
def test_label_and_dashes_give_the_style(label: str, style: str, expected: str | None) -> None:
    stroke = arrow("a", (120, 30), (400, 30), start="web", end="api", strokeStyle=style)
    back = arrow("b", (400, 40), (120, 40), start="api", end="web")
    reading = read(WEB, API, stroke, back, [text(label, 200, 20, containerId="a")] if label else [])
    assert reading.architecture.connection["a"].style == expected


def test_where_all_is_dashed_dashes_say_nothing() -> None:
    stroke = arrow("a", (120, 30), (400, 30), start="web", end="api", strokeStyle="dotted")
    assert read(WEB, API, stroke).architecture.connection["a"].style is None


def test_an_arrow_that_turns_near_its_start_goes_both_ways() -> None:
    assert drawn(arrow("a", (118, 10), (396, 30), (-5, 70), start="web")) == ["Web client <-> API gateway"]


@pytest.mark.parametrize("caption", ["below", "above"])
def test_an_end_at_a_caption_leads_to_what_it_names(caption: str) -> None:
    y = 365 if caption == "below" else 270
    bare = [shape("disk", 400, 300, 80, 60), text("Redis cache", 385, y)]
    x, end = 440, 398 if caption == "below" else 264
    assert edges(read(WEB, bare, arrow("a", (60, 62), (x - 30, end)))) == ["Web client -> Redis cache"]


def test_a_label_above_a_short_arrow_is_no_end_of_it() -> None:
    label = text("put photo", 142, -2, fontSize=16)
    store = box("s3", "S3", 250, 0)
    reading = read(WEB, store, arrow("a", (142, 30), (228, 30)), label)
    assert edges(reading) == ["Web client -> S3"]
    assert reading.architecture.connection["a"].label == "put photo"
