from __future__ import annotations

import pytest
from drawing import arrow, box, grouped, only, read, shape, text

from whiteboard.catalog import load_catalog
from whiteboard.catalog.values import Classification
from whiteboard.reading.kinds import Neighbours, by_place, classify_text


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Redis", "cache"),
        ("API gateway\n- rate limiter\n- load balancer", "api_gateway"),
        ("API Gateway\nLoad balancer\nRate limiter", "api_gateway"),
        ("- Load balancer\n- Rate limiter", "load_balancer"),
        ("Tweets\n- tweet_id\n- user_id", "datastore"),
        ("Gromit\n- Kafka\n- fast", "stream"),
    ],
)
def test_a_text_has_a_kind(words: str, kind: str) -> None:
    assert classify_text(words, load_catalog()).kind == kind


def unknown(kind: str = "other", confidence: float = 0.1) -> Classification:
    return Classification(kind=kind, confidence=confidence, reason="")


@pytest.mark.parametrize(
    ("neighbours", "kind"),
    [
        (Neighbours(), "other"),
        (Neighbours(to=("api_gateway",)), "client"),
        (Neighbours(undirected=("load_balancer", "cdn")), "client"),
        (Neighbours(to=("service",)), "client"),
        (Neighbours(to=("relational_db",)), "service"),
        (Neighbours(to=("cache",), from_=("api_gateway",)), "service"),
    ],
)
def test_the_place_decides_where_the_text_does_not(neighbours: Neighbours, kind: str) -> None:
    assert by_place(unknown(), neighbours, load_catalog()).kind == kind


def test_a_sure_text_is_not_overruled() -> None:
    assert by_place(unknown("cache", 0.9), Neighbours(to=("api_gateway",)), load_catalog()).kind == "cache"


def test_consumers_between_clients_and_the_way_in_are_clients() -> None:
    found = by_place(unknown("worker", 0.9), Neighbours(undirected=("client", "load_balancer")), load_catalog())
    assert found.kind == "client"


def test_a_log_that_keeps_what_it_gets_elsewhere_is_a_service() -> None:
    place = Neighbours(from_=("api_gateway",), to=("relational_db",))
    assert by_place(unknown("logging", 0.6), place, load_catalog()).kind == "service"


def test_the_kind_that_was_set_wins() -> None:
    reading = read(box("a", "Redis", 0, 0, customData={"kind": "queue"}), box("b", "Web app", 300, 0))
    assert (reading.architecture.component["a"].kind, reading.architecture.component["a"].confidence) == ("queue", 1.0)


def test_a_kind_set_for_another_label_has_had_its_day() -> None:
    component = only(read(box("a", "Redis", 0, 0, customData={"kind": "queue", "label": "Jobs"})))
    assert component.kind == "cache"
    assert component.confidence < 0.5
    assert "for “Jobs”" in component.reason


def test_a_kind_may_be_set_on_any_part_of_an_icon() -> None:
    icon = shape("body", 0, 0), shape("key", 20, 20, 20, 20, customData={"kind": "queue"})
    assert only(read(grouped("g", *icon, text("Redis", 0, 70)))).kind == "queue"


def test_a_kind_may_be_set_on_a_text() -> None:
    assert only(read(text("whatever this is", 0, 0, customData={"kind": "queue"}))).kind == "queue"


def test_two_kinds_in_a_group_are_two_components() -> None:
    pair = box("a", "Redis", 0, 0, customData={"kind": "cache"}), shape("b", 200, 0, customData={"kind": "queue"})
    assert set(read(grouped("g", *pair)).architecture.component) == {"a", "b"}


def test_two_kinds_on_each_other_are_two_components() -> None:
    pair = shape("a", 0, 0, customData={"kind": "cache"}), shape("b", 10, 10, customData={"kind": "queue"})
    assert set(read(pair).architecture.component) == {"a", "b"}


def test_a_bare_component_over_others_is_no_mark() -> None:
    others = box("a", "Kafka", 0, 0), box("b", "Redis", 0, 100)
    reading = read(others, shape("c", 20, 20, 60, 120, customData={"kind": "queue"}))
    assert set(reading.architecture.component) == {"a", "b", "c"}


def test_redis_that_workers_take_from_is_a_queue() -> None:
    found = Classification(kind="cache", technology="redis", confidence=0.9, reason="")
    place = Neighbours(from_=("service",), to=("worker",))
    assert by_place(found, place, load_catalog()).kind == "queue"


def test_an_outline_is_a_hint() -> None:
    pipe = [
        shape("pipe", 0, 0, 200, 50),
        shape("l", -10, 0, 20, 50, type="ellipse"),
        shape("r", 190, 0, 20, 50, type="ellipse"),
    ]
    icon = [element | {"groupIds": ["g"]} for element in pipe]
    reading = read(icon, text("Gromit", 60, 12), box("s", "Order service", 400, 0), arrow("a", (400, 30), (212, 30)))
    assert reading.architecture.component["pipe"].kind == "queue"


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (Neighbours(from_=("load_balancer",), to=("relational_db",)), "service"),
        (Neighbours(from_=("client",), to=("relational_db",)), "service"),
        (Neighbours(from_=("client",), to=("service", "relational_db")), "client"),
        (Neighbours(from_=("load_balancer",), to=("load_balancer",)), "client"),
        (Neighbours(to=("relational_db",)), "client"),
    ],
)
def test_an_app_is_a_server_where_it_is_called_as_one(place: Neighbours, kind: str) -> None:
    assert by_place(unknown("client", 0.6), place, load_catalog()).kind == kind
