from __future__ import annotations

import pytest

from whiteboard.catalog import load_catalog

CATALOG = load_catalog()


@pytest.mark.parametrize(
    ("kind", "ancestor"),
    [
        ("relational_db", "datastore"),
        ("relational_db", "storage"),
        ("datastore", "datastore"),
        ("payment_provider", "external_service"),
        ("cache", "storage"),
        ("queue", "messaging"),
    ],
)
def test_is_a(kind: str, ancestor: str) -> None:
    assert CATALOG.is_a(kind, ancestor)


@pytest.mark.parametrize(
    ("kind", "other"),
    [("cache", "datastore"), ("object_store", "datastore"), ("datastore", "relational_db"), ("worker", "service")],
)
def test_is_no(kind: str, other: str) -> None:
    assert not CATALOG.is_a(kind, other)


def test_an_unknown_kind_is_only_itself() -> None:
    assert CATALOG.is_a("teapot", "teapot")
    assert not CATALOG.is_a("teapot", "service")


def test_the_same_label_gives_the_same_object() -> None:
    assert CATALOG.classify("Redis") is CATALOG.classify("Redis")


def test_kinds_in_a_sentence() -> None:
    named = {id_: CATALOG.kinds[id_].named for id_ in ("cache", "api_gateway", "ml_model", "cdn", "dns", "monitoring")}
    assert named == {
        "cache": "a cache",
        "api_gateway": "an API gateway",
        "ml_model": "an ML model",
        "cdn": "a CDN",
        "dns": "DNS",
        "monitoring": "monitoring",
    }
