from __future__ import annotations

import pytest

from whiteboard.catalog import load_catalog
from whiteboard.graph.parts import Part, part_of


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("client", Part.CLIENT),
        ("api_gateway", Part.ENTRY),
        ("realtime_gateway", Part.ENTRY),
        ("function", Part.SERVICE),
        ("identity", Part.SERVICE),
        ("batch_processor", Part.WORKER),
        ("payment_provider", Part.OUTSIDE),
        ("monitoring", Part.ATTENDANT),
        ("cache", Part.CACHE),
        ("relational_db", Part.STORE),
        ("object_store", Part.STORE),
        ("stream", Part.CHANNEL),
        ("a kind of a plugin", Part.SERVICE),
    ],
)
def test_each_kind_has_a_part(kind: str, part: Part) -> None:
    assert part_of(kind, load_catalog()) is part


def test_stores_caches_and_queues_never_ask() -> None:
    assert {part for part in Part if part.passive} == {Part.STORE, Part.CACHE, Part.CHANNEL}
