from __future__ import annotations

from drawing import arrow, box, line, read, text

BOXES = box("a", "Order service", 0, 0), box("b", "Mail service", 400, 0), box("c", "Orders DB", 800, 0)
RED = arrow("red", (120, 30), (400, 30), start="a", end="b", strokeColor="#e03131")
BLUE = arrow("blue", (520, 30), (800, 30), start="b", end="c", strokeColor="#1971c2")


def test_a_legend_says_what_a_colour_means() -> None:
    sample = line("s", (0, 400), (60, 400), strokeColor="#e03131"), text("asynchronous", 70, 388)
    styles = {c.id: c.style for c in read(BOXES, RED, BLUE, sample).architecture.connections}
    assert styles == {"red": "async", "blue": None}


def test_a_sample_arrow_is_not_asked_about() -> None:
    sample = arrow("s", (0, 400), (60, 400), strokeColor="#e03131"), text("async", 70, 388)
    reading = read(BOXES, RED, BLUE, sample)
    assert [c.style for c in reading.architecture.connections] == [None, "async"]
    assert not [u for u in reading.unclear if "s" in u.element_ids]


def test_a_label_wins_over_the_legend() -> None:
    sample = line("s", (0, 400), (60, 400), strokeColor="#e03131"), text("async", 70, 388)
    label = text("sync call", 200, 5, containerId="red")
    styles = {c.id: c.style for c in read(BOXES, RED, BLUE, sample, label).architecture.connections}
    assert styles["red"] == "sync"


def test_the_look_of_most_connectors_means_nothing() -> None:
    sample = line("s", (0, 400), (60, 400)), text("async", 70, 388)
    plain = arrow("x", (120, 30), (400, 30), start="a", end="b"), arrow("y", (520, 30), (800, 30), start="b", end="c")
    assert [c.style for c in read(BOXES, plain, sample).architecture.connections] == [None, None]
