from __future__ import annotations

import pytest

from whiteboard.formats.stated_kinds import kind_among, kind_with


@pytest.mark.parametrize(
    ("label", "technology", "kind"),
    [
        ("userdb", "RDS", "relational_db"),
        ("users", "PostgreSQL", "relational_db"),
        ("Sessions", "Redis", "cache"),
        ("session queue", "Redis", None),
        ("worker 1", "ECS", None),
        ("Jenkins", "EC2", None),
        ("cart", "Pod", "service"),
        ("users", "EC2", "service"),
        ("metrics collector", "Go service", None),
        ("metrics agent", "Go service", None),
        ("Orders", "something else", None),
        ("Orders", "", None),
        ("", "Kafka", "stream"),
    ],
)
def test_a_technology_adds_to_a_label(label: str, technology: str, kind: str | None) -> None:
    assert kind_with(label, technology) == kind


def test_a_family_is_made_exact() -> None:
    assert kind_among("storage", "datastore", "Orders", "MySQL") == "relational_db"
    assert kind_among("storage", "datastore", "Orders", "Kafka") == "datastore"
    assert kind_among("storage", "datastore", "Document store", "") == "document_db"
