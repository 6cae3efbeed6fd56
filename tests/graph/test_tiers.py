from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.graph.tiers import Tier, tier_of, tiers


@pytest.mark.parametrize(
    ("kind", "tier"),
    [
        ("client", Tier.CLIENT),
        ("api_gateway", Tier.ENTRY),
        ("realtime_gateway", Tier.ENTRY),
        ("function", Tier.SERVICE),
        ("identity", Tier.SERVICE),
        ("batch_processor", Tier.WORKER),
        ("payment_provider", Tier.OUTSIDE),
        ("monitoring", Tier.ATTENDANT),
        ("cache", Tier.CACHE),
        ("relational_db", Tier.STORE),
        ("object_store", Tier.STORE),
        ("stream", Tier.CHANNEL),
        ("a kind of a plugin", Tier.SERVICE),
    ],
)
def test_each_kind_has_a_tier(kind: str, tier: Tier) -> None:
    assert tier_of(kind, load_catalog()) is tier


def test_stores_caches_and_queues_never_ask() -> None:
    assert {tier for tier in Tier if tier.passive} == {Tier.STORE, Tier.CACHE, Tier.CHANNEL}


@pytest.mark.parametrize(
    ("lines", "tier"),
    [
        (["sender(notification) --> db(datastore)"], Tier.SERVICE),
        (["sender(notification) --> phone(client)"], Tier.OUTSIDE),
        (["api --> sender(notification)"], Tier.OUTSIDE),
    ],
)
def test_what_sends_for_itself_is_ones_own(lines: list[str], tier: Tier) -> None:
    assert tiers(sketch(*lines).architecture, load_catalog())["sender"] is tier


def test_what_somebody_else_sends_is_theirs() -> None:
    labels = {"sender": "Third-party push"}
    reading = sketch("sender(notification) --> db(datastore)", labels=labels)
    assert tiers(reading.architecture, load_catalog())["sender"] is Tier.OUTSIDE
