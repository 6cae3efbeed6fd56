"""The tiers of an architecture, by what the kinds in them do: who asks, who only answers, who passes on."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from whiteboard.graph.stems import speaks_of

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.architecture import Architecture, Component


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

_SENDER = "notification"
_SOMEBODY_ELSES = ("third party", "3rd party", "external", "vendor", "provider", "partner")


def tiers(architecture: Architecture, catalog: Catalog) -> dict[str, Tier]:
    """The tier of each component: that of its kind, save that one's own code may send messages to people.

    Such a sender names no product, and asks or feeds others than people ("Notification service → Twilio"), or is
    asked by them.
    """
    by_kind = {kind: tier_of(kind, catalog) for kind in {c.kind for c in architecture.components}}
    found = {component.id: by_kind[component.kind] for component in architecture.components}
    for sender in _own_senders(architecture, found, catalog):
        found[sender] = Tier.SERVICE
    return found


def _own_senders(architecture: Architecture, found: dict[str, Tier], catalog: Catalog) -> set[str]:
    people = {component for component, tier in found.items() if tier is Tier.CLIENT}
    at_work = {c.source for c in architecture.connections if c.target not in people or c.direction != "forward"}
    at_work |= {c.target for c in architecture.connections if c.source in people}
    kinds = catalog.below(_SENDER)
    senders = (c for c in architecture.components if c.kind in kinds)
    return {c.id for c in senders if c.id in at_work and not _is_somebody_elses(c)}


def _is_somebody_elses(component: Component) -> bool:
    return component.technology is not None or bool(speaks_of(component.label, _SOMEBODY_ELSES))


def tier_of(kind: str, catalog: Catalog) -> Tier:
    """The tier of a kind; one that no tier names is a service."""
    for tier, kinds in _KINDS:
        if any(catalog.is_a(kind, ancestor) for ancestor in kinds):
            return tier
    return Tier.SERVICE
