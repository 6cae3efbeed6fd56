from __future__ import annotations

from drawing import arrow, box, grouped, labels, line, only, read, shape, text


def test_a_box_with_bound_text_is_a_component() -> None:
    component = only(read(box("orders", "Orders DB", 0, 0)))
    assert (component.id, component.label, component.kind) == ("orders", "Orders DB", "datastore")
    assert component.element_ids == ("orders", "orders-label")


def test_a_label_is_what_was_typed() -> None:
    label = text("Authenti\ncation service", 10, 10, originalText="Authentication service")
    assert only(read(shape("a", 0, 0), label)).label == "Authentication service"


def test_the_parts_of_an_icon_are_one_component() -> None:
    phone = [shape("body", 0, 0, 60, 100), shape("screen", 8, 10, 44, 70), shape("key", 26, 86, 8, 8, type="ellipse")]
    component = only(read(grouped("phone", *phone, text("Mobile app", -10, 105, "name"))))
    assert (component.id, component.label) == ("body", "Mobile app")
    assert set(component.element_ids) == {"body", "screen", "key", "name"}


def test_lines_alone_can_be_an_icon() -> None:
    strokes = [line(f"l{i}", (0, 10 * i), (60, 10 * i)) for i in range(5)]
    assert only(read(grouped("rack", *strokes, text("Web server", 0, 60)))).label == "Web server"


def test_an_icon_in_pieces_each_with_a_name_is_no_icon() -> None:
    pair = grouped("both", box("a", "User service", 0, 0), box("b", "Redis cache", 300, 0))
    assert labels(read(pair)) == ["Redis cache", "User service"]


def test_an_arrow_inside_an_icon_connects_nothing() -> None:
    inner = arrow("inner", (10, 50), (50, 50), start="left", end="right")
    parts = [shape("left", 0, 0, 30, 100), shape("right", 40, 0, 30, 100)]
    reading = read(grouped("icon", *parts, inner, text("Postgres cluster", 0, 105)))
    assert only(reading).label == "Postgres cluster"
    assert not reading.architecture.connections


def test_an_arrow_grouped_with_its_box_still_connects() -> None:
    out = arrow("out", (120, 30), (300, 30), start="a", end="b")
    reading = read(grouped("g", box("a", "API server", 0, 0), out), box("b", "Orders DB", 300, 0))
    assert [c.id for c in reading.architecture.connections] == ["out"]


def test_copies_in_a_group_are_replicas() -> None:
    copies = [grouped(f"disk{i}", shape(f"d{i}", 150 * i, 0), shape(f"lid{i}", 150 * i, 0, 120, 10)) for i in range(3)]
    assert only(read(grouped("cluster", copies, text("Orders DB", 150, 70)))).replicas == 3


def test_a_drawing_by_hand_that_closes_is_a_shape() -> None:
    points = [[0, 0], [120, 2], [121, 60], [1, 61], [0, 1]]
    loop = {"id": "loop", "type": "freedraw", "x": 0, "y": 0, "points": points}
    assert only(read(loop, text("Redis cache", 10, 20))).id == "loop"


def test_an_image_with_a_caption_is_a_component() -> None:
    assert only(read(shape("logo", 0, 0, 80, 80, type="image"), text("Kafka", 10, 90))).kind == "stream"


def test_leftovers_without_extent_are_nothing() -> None:
    assert read(shape("dot", 0, 0, 0, 0), arrow("stub", (5, 5), (5, 5)), text("✨", 0, 0)) == read()


def test_people_drawn_as_a_cylinder_are_their_table() -> None:
    cylinder = [shape("body", 0, 10, 100, 80), shape("lid", 0, 0, 100, 20, type="ellipse")]
    assert only(read(grouped("g", *cylinder, text("Users", 25, 100)))).kind == "datastore"


def test_people_drawn_as_a_person_are_people() -> None:
    person = [shape("head", 30, 0, 40, 40, type="ellipse"), shape("body", 0, 45, 100, 50, type="ellipse")]
    assert only(read(grouped("g", *person, text("Users", 25, 100)))).kind == "client"
