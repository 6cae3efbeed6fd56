"""What a kind does in an architecture: who asks, who only answers, who passes on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog


class Part(Enum):
    """The part a component plays, from the outside in: of two that may ask, the outer one asks."""

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
        return Part.SERVICE.value if self is Part.WORKER else self.value


_PASSIVE = frozenset({Part.CACHE, Part.STORE, Part.CHANNEL})

_KINDS: tuple[tuple[Part, tuple[str, ...]], ...] = (
    (Part.CLIENT, ("client",)),
    (
        Part.ENTRY,
        ("load_balancer", "api_gateway", "reverse_proxy", "cdn", "dns", "waf", "rate_limiter", "realtime_gateway"),
    ),
    (Part.WORKER, ("worker", "batch_processor", "stream_processor", "scheduler")),
    (Part.OUTSIDE, ("external_service", "payment_provider", "notification")),
    (
        Part.ATTENDANT,
        ("monitoring", "logging", "service_discovery", "coordination", "config", "secrets"),
    ),
    (Part.CACHE, ("cache",)),
    (
        Part.STORE,
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
    (Part.CHANNEL, ("queue", "stream", "pubsub")),
)


def part_of(kind: str, catalog: Catalog) -> Part:
    """The part that components of a kind play; a kind that says nothing else is a service."""
    for part, kinds in _KINDS:
        if any(catalog.is_a(kind, ancestor) for ancestor in kinds):
            return part
    return Part.SERVICE
