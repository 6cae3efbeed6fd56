from __future__ import annotations

from drawing import arrow, box, edges, labels, read, shape

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
