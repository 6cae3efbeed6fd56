from __future__ import annotations

from drawing import arrow, box, edges, labels, only, read, shape, text

PAIR = [*box("a", "User service", 40, 60), *box("b", "Orders DB", 240, 60)]


def test_a_box_around_components_is_a_group() -> None:
    (group,) = read(PAIR, shape("vpc", 0, 0, 400, 200), text("VPC", 10, 5, "title")).architecture.groups
    assert (group.id, group.label, group.members) == ("vpc", "VPC", ("a", "b"))
    assert group.element_ids == ("vpc", "title")


def test_a_title_may_stand_above_its_box() -> None:
    (group,) = read(PAIR, shape("dc", 0, 0, 400, 200), text("Data center 1", 0, -35)).architecture.groups
    assert group.label == "Data center 1"


def test_a_frame_is_a_group_even_around_nothing() -> None:
    (group,) = read(shape("f", 0, 0, 400, 200, type="frame", name="Region A")).architecture.groups
    assert (group.label, group.members) == ("Region A", ())


def test_groups_nest() -> None:
    zones = [
        shape("zone", 20, 40, 380, 120),
        text("Zone 1", 25, 42),
        shape("region", 0, 0, 700, 300),
        text("Region", 5, 5),
    ]
    groups = {g.id: g for g in read(PAIR, zones, box("c", "Redis cache", 500, 60)).architecture.groups}
    assert (groups["zone"].parent, groups["zone"].members) == ("region", ("a", "b"))
    assert (groups["region"].parent, groups["region"].members) == (None, ("c",))


def test_notes_in_a_group_stay_notes() -> None:
    remark = text("p99 latency under 100 ms", 40, 160)
    reading = read(PAIR, shape("vpc", 0, 0, 400, 200), text("VPC", 10, 5), remark)
    assert [note.text for note in reading.notes] == ["p99 latency under 100 ms"]


def test_a_bare_box_around_one_component_is_part_of_it() -> None:
    topic = [shape("outer", 0, 0, 300, 200), *box("topic", "Kafka topic", 20, 20)]
    partitions = [box(f"p{i}", str(i), 20 + 60 * i, 120, 50, 40) for i in range(3)]
    reading = read(topic, partitions, box("s", "Order service", 500, 0), arrow("a", (500, 30), (60, 140), end="p0"))
    assert labels(reading) == ["Kafka topic", "Order service"]
    assert edges(reading) == ["Order service -> Kafka topic"]


def test_a_round_component_may_hold_others() -> None:
    reading = read(
        shape("server", 0, 0, 400, 400, type="ellipse"), text("Chat server", 130, 330), box("c", "Redis", 150, 80)
    )
    assert labels(reading) == ["Chat server", "Redis"]
    assert not reading.architecture.groups


def test_a_bare_shape_inside_a_component_is_part_of_it() -> None:
    api = [shape("api", 0, 0, 300, 200), text("API server", 90, 10), shape("port", 100, 100, 90, 60)]
    reading = read(api, box("w", "Web app", 500, 100), arrow("a", (500, 130), (195, 130), end="port"))
    assert edges(reading) == ["Web app -> API server"]


def test_bare_shapes_without_arrows_are_nothing() -> None:
    assert only(read(shape("a", 0, 0), box("b", "Redis", 300, 0))).label == "Redis"


def test_a_store_with_its_insides_shown_is_one_component() -> None:
    kafka = [
        shape("k", 0, 0, 400, 200),
        text("Kafka", 10, 5),
        *box("t1", "orders topic", 20, 60),
        *box("t2", "mail topic", 200, 60),
    ]
    reading = read(kafka, box("s", "Order service", 600, 60), arrow("a", (600, 90), (400, 90), start="s", end="k"))
    assert labels(reading) == ["Kafka", "Order service"]
    assert reading.architecture.component["k"].notes == ("orders topic", "mail topic")


def test_a_store_whose_insides_are_connected_is_a_group() -> None:
    kafka = [
        shape("k", 0, 0, 400, 200),
        text("Kafka", 10, 5),
        *box("t1", "orders topic", 20, 60),
        *box("t2", "mail topic", 200, 60),
    ]
    reading = read(kafka, box("s", "Order service", 600, 60), arrow("a", (600, 90), (320, 90), start="s", end="t2"))
    assert [group.label for group in reading.architecture.groups] == ["Kafka"]
    assert edges(reading) == ["Order service -> mail topic"]


def test_a_bare_round_outline_around_components_is_a_group() -> None:
    (group,) = read(PAIR, shape("cloud", -100, -50, 600, 260, type="ellipse")).architecture.groups
    assert group.members == ("a", "b")


def test_a_component_without_arrows_has_those_of_its_group() -> None:
    stages = [
        shape("p", 0, 0, 300, 300),
        text("Stages", 10, 5),
        *box("one", "Fluxer", 20, 60),
        *box("two", "Gromit", 20, 180),
    ]
    reading = read(stages, box("db", "Orders DB", 600, 60), arrow("a", (300, 90), (600, 90), start="p", end="db"))
    assert {reading.architecture.component[id_].kind for id_ in ("one", "two")} == {"service"}
