from __future__ import annotations

import pytest

from whiteboard.reading import words


@pytest.mark.parametrize(
    ("text", "name", "points"),
    [
        ("API\nGateway", "API Gateway", ()),
        ("API gateway\n- rate limiting\n- auth", "API gateway", ("rate limiting", "auth")),
        ("Job scheduler\n- workers", "Job scheduler - workers", ()),
        ("- auth\n- routing", "auth, routing", ("auth", "routing")),
        ("Notes\n1. one that\ngoes on\n2. two", "Notes", ("one that goes on", "two")),
    ],
)
def test_a_text_is_a_name_and_points(text: str, name: str, points: tuple[str, ...]) -> None:
    assert words.split_name(text) == (name, points)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Order service x3", 3),
        ("Order service ×3", 3),
        ("3x Redis", 3),
        ("Redis (3 replicas)", 3),
        ("12 nodes", 12),
        ("replicas: 2", 2),
        ("Web server (1 box)", 1),
        ("Report pods (8)", 8),
        ("Scheduler (single instance!)", 1),
        ("one single-node database", 1),
        ("one server per region", None),
        ("single sign on", None),
        ("x86 server", None),
        ("Proxy", None),
        ("S3", None),
        ("0 replicas", None),
    ],
)
def test_replicas_are_read(text: str, count: int | None) -> None:
    assert words.stated_replicas(text) == count


@pytest.mark.parametrize(
    "text", ["GET /users", "POST users", "createOrder(id)\nlistOrders(name)", "DELETE https://a.b/c"]
)
def test_interfaces_are_known(text: str) -> None:
    assert words.is_interface(text)


@pytest.mark.parametrize("text", ["Get well", "User service (new)", "Post office", "Timeline service"])
def test_names_are_no_interfaces(text: str) -> None:
    assert not words.is_interface(text)


@pytest.mark.parametrize("text", ["User\n- id\n- role", "Rooms\n- RoomID\n- price", "key varchar", "name\nemail"])
def test_tables_are_known(text: str) -> None:
    assert words.is_schema(text)


@pytest.mark.parametrize("text", ["Android", "ID service", "Email service\nSMS service", "User"])
def test_names_are_no_tables(text: str) -> None:
    assert not words.is_schema(text)
