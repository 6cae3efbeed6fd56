from __future__ import annotations

import pytest

from whiteboard.graph.duties import by_duty, duty
from whiteboard.model.architecture import Component


def named(label: str) -> Component:
    return Component(id=label, label=label, kind="service")


def together(*labels: str) -> int:
    return len(by_duty(map(named, labels)))


@pytest.mark.parametrize("label", ["API server 2", "Backend", "Web servers", "Read API", "Application tier", "Node A"])
def test_a_name_that_says_only_that_it_is_a_service(label: str) -> None:
    assert duty(named(label)) == frozenset()


@pytest.mark.parametrize(
    "labels",
    [
        ("Order service", "Order history API"),
        ("Order server 1", "Order server 2"),
        ("Read API", "Write API"),
        ("Auth service", "User service"),
        ("Order service", "Order payment service", "Payment service"),
    ],
)
def test_one_duty(labels: tuple[str, ...]) -> None:
    assert together(*labels) == 1


@pytest.mark.parametrize("labels", [("Order service", "Payment service"), ("WebSocket servers", "API servers")])
def test_two_duties(labels: tuple[str, ...]) -> None:
    assert together(*labels) == 2
