"""The tiers of an architecture, by what the kinds in them do: who asks, who only answers, who passes on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog


class Tier(Enum):
    """Where a component stands, from the outside in: of two that may ask, the outer one asks."""

    CLIENT = 0
    ENTRY = 1
    SERVICE = 2
    WORKER = 3
    OUTSIDE = 4
    ATTENDANT = 5
    CACHE = 6
    STORE = 7
    CHANNEL = 8

    @property
    def passive(self) -> bool:
        """Never asks by itself: a store, a cache, a queue or stream."""
        return self in _PASSIVE

    @property
    def rank(self) -> int:
        """How far inside it stands; services and workers stand side by side."""
        return Tier.SERVICE.value if self is Tier.WORKER else self.value


_PASSIVE = frozenset({Tier.CACHE, Tier.STORE, Tier.CHANNEL})

_KINDS: tuple[tuple[Tier, tuple[str, ...]], ...] = (
    (Tier.CLIENT, ("client",)),
    (
        Tier.ENTRY,
        ("load_balancer", "api_gateway", "reverse_proxy", "cdn", "dns", "waf", "rate_limiter", "realtime_gateway"),
    ),
    (Tier.WORKER, ("worker", "batch_processor", "stream_processor", "scheduler")),
    (Tier.OUTSIDE, ("external_service", "payment_provider", "notification")),
    (
        Tier.ATTENDANT,
        ("monitoring", "logging", "service_discovery", "coordination", "config", "secrets"),
    ),
    (Tier.CACHE, ("cache",)),
    (
        Tier.STORE,
        (
            "datastore",
            "search_index",
            "vector_db",
            "data_warehouse",
            "data_lake",
            "object_store",
            "file_store",
        ),
    ),
    (Tier.CHANNEL, ("queue", "stream", "pubsub")),
)


def tier_of(kind: str, catalog: Catalog) -> Tier:
    """The tier of a kind; one that no tier names is a service."""
    for tier, kinds in _KINDS:
        if any(catalog.is_a(kind, ancestor) for ancestor in kinds):
            return tier
    return Tier.SERVICE
