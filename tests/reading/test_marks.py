from __future__ import annotations

from drawing import arrow, box, edges, labels, notes, read, shape, text

BROKERS = [box(f"b{i}", f"Kafka broker {i}", 0, 100 * i, 300, 70) for i in range(3)]
WORKER = box("w", "Order worker", 500, 200)


def test_a_bar_over_several_components_is_nothing() -> None:
    reading = read(BROKERS, WORKER, shape("bar", 40, 10, 60, 260), arrow("a", (500, 230), (290, 235), end="bar"))
    assert labels(reading) == ["Kafka broker 0", "Kafka broker 1", "Kafka broker 2", "Order worker"]
    assert edges(reading) == ["Order worker -> Kafka broker 2"]


def test_a_bare_piece_that_sticks_out_belongs_to_what_it_sticks_out_of() -> None:
    piece = shape("piece", 40, 190, 50, 30)
    reading = read(BROKERS, WORKER, piece, arrow("a", (500, 230), (95, 192), end="piece"))
    assert edges(reading) == ["Order worker -> Kafka broker 2"]


def test_the_number_of_a_step_at_a_border_is_no_target() -> None:
    badge = [shape("badge", 390, -10, 24, 24, type="ellipse"), text("3", 396, -8, fontSize=14)]
    reading = read(
        box("web", "Web client", 0, 0), box("api", "API gateway", 400, 0), badge, arrow("a", (120, 0), (388, 2))
    )
    assert edges(reading) == ["Web client -> API gateway"]
    assert notes(reading) == {}
