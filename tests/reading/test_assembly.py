from __future__ import annotations

import pytest
from drawing import arrow, box, labels, only, read, shape, text


def test_stacked_boxes_are_one_component_with_replicas() -> None:
    component = only(read(shape("c", 20, 20), shape("b", 10, 10), box("a", "Order service", 0, 0)))
    assert (component.id, component.label, component.replicas) == ("a", "Order service", 3)


def test_stacked_boxes_may_all_bear_the_label() -> None:
    component = only(read(box("a", "Order service", 0, 0), box("b", "Order service", 30, 20)))
    assert (component.label, component.replicas) == ("Order service", 2)


def test_boxes_side_by_side_are_no_stack() -> None:
    assert labels(read(box("a", "Worker", 0, 0), box("b", "Worker", 130, 0))) == ["Worker", "Worker"]


def test_overlapping_boxes_with_other_labels_are_no_stack() -> None:
    assert labels(read(box("a", "User service", 0, 0), box("b", "Chat service", 30, 20))) == [
        "Chat service",
        "User service",
    ]


@pytest.mark.parametrize("lid", [(0, -15, 120, 30), (0, 185, 120, 30)])
def test_a_box_with_a_lid_is_a_cylinder(lid: tuple[float, float, float, float]) -> None:
    component = only(read(shape("body", 0, 0, 120, 200), shape("lid", *lid, type="ellipse"), text("Orders", 30, 80)))
    assert (component.id, component.kind) == ("body", "datastore")


def test_a_head_on_a_body_is_a_person() -> None:
    head, body = shape("head", 10, 0, 40, 40, type="ellipse"), shape("body", 0, 42, 60, 60, type="ellipse")
    reading = read(head, body, box("api", "API gateway", 300, 30), arrow("a", (62, 60), (300, 60)))
    assert reading.architecture.component["body"].kind == "client"
