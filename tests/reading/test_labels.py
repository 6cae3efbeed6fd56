from __future__ import annotations

from drawing import arrow, box, edges, labels, line, notes, only, read, shape, text


def test_free_text_inside_a_shape_names_it() -> None:
    assert only(read(shape("a", 0, 0), text("Redis cache", 5, 15))).label == "Redis cache"


def test_a_caption_below_names_a_bare_shape() -> None:
    component = only(read(shape("a", 0, 0, 80, 80), text("Orders DB", -10, 90, "caption")))
    assert (component.label, component.element_ids) == ("Orders DB", ("a", "caption"))


def test_a_caption_beside_names_a_bare_shape() -> None:
    assert only(read(shape("a", 0, 0, 80, 80), text("Kafka", 90, 30))).label == "Kafka"


def test_each_caption_goes_to_the_nearest_shape() -> None:
    shapes = [shape("a", 0, 0, 80, 80), shape("b", 0, 140, 80, 80)]
    reading = read(shapes, text("Redis cache", 0, 85), text("Orders DB", 0, 225))
    assert reading.architecture.component["a"].label == "Redis cache"
    assert reading.architecture.component["b"].label == "Orders DB"


def test_a_caption_between_two_shapes_goes_by_the_custom_of_the_board() -> None:
    shapes = [shape("a", 0, 0, 80, 80), shape("b", 0, 125, 80, 80), shape("c", 400, 0, 80, 80)]
    captions = [text("Orders DB", 0, 88), text("Redis cache", 0, 215), text("Kafka", 400, 85)]
    assert read(shapes, captions).architecture.component["a"].label == "Orders DB"
    above = [text("Orders DB", 0, 92), text("Redis cache", 0, -30), text("Kafka", 400, -30)]
    assert read(shapes, above).architecture.component["b"].label == "Orders DB"


def test_one_caption_names_a_row_of_lookalikes() -> None:
    row = [shape(f"d{i}", 70 * i, 0, 50, 80) for i in range(3)]
    out = [arrow(f"a{i}", (70 * i + 25, -5), (200, -200), start=f"d{i}", end="api") for i in range(3)]
    reading = read(row, out, text("Mobile devices", 60, 90), box("api", "API gateway", 150, -260))
    assert labels(reading) == ["API gateway", "Mobile devices", "Mobile devices", "Mobile devices"]


def test_a_technology_right_beside_a_labelled_shape_tells_its_kind() -> None:
    table = box("t", "Tweets\n- tweet_id\n- text", 300, 0, 200, 120, type="ellipse")
    reading = read(
        box("s", "Tweet service", 0, 30), table, arrow("a", (120, 60), (300, 60)), text("Cassandra", 350, -28)
    )
    assert reading.architecture.component["t"].kind == "wide_column_db"
    assert not reading.notes


def test_text_on_an_arrow_is_its_label() -> None:
    reading = read(
        box("a", "User service", 0, 0),
        box("b", "Orders DB", 400, 0),
        arrow("x", (120, 30), (400, 30)),
        text("write", 230, 8),
    )
    assert reading.architecture.connection["x"].label == "write"


def test_an_arrow_with_a_label_leaves_text_beside_a_shape_alone() -> None:
    label, remark = text("write", 230, 20, containerId="x"), text("100 QPS", 330, 66)
    boxes = box("a", "User service", 0, 0), box("b", "Orders DB", 300, 0)
    reading = read(boxes, arrow("x", (60, 60), (200, 80), (330, 62)), label, remark)
    assert reading.architecture.connection["x"].label == "write"
    assert notes(reading) == {"100 QPS": "estimates"}


def test_the_number_of_a_step_belongs_to_its_arrow() -> None:
    boxes = box("a", "User service", 0, 0), box("b", "Orders DB", 300, 0)
    reading = read(boxes, arrow("x", (120, 30), (300, 30)), text("2", 200, -15))
    assert reading.architecture.connection["x"].label == "2"
    assert not reading.notes


def test_a_bare_name_that_arrows_lead_to_is_a_component() -> None:
    reading = read(box("a", "User service", 0, 0), text("Kafka", 300, 18, "kafka"), arrow("x", (120, 30), (295, 30)))
    assert edges(reading) == ["User service -> Kafka"]


def test_a_remark_that_an_arrow_leads_to_is_a_note() -> None:
    remark = text("this one can fail at any time, so retry", 300, 18)
    reading = read(box("a", "User service", 0, 0), remark, arrow("x", (120, 30), (295, 30)))
    assert labels(reading) == ["User service"]
    assert list(notes(reading)) == ["this one can fail at any time, so retry"]


def test_a_line_under_a_heading_is_no_connection() -> None:
    assert not read(text("Requirements", 0, 0), line("l", (0, 28), (160, 28))).architecture.connections
