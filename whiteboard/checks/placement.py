"""Where a component belongs: the connections that one of its kind usually has, as proposals.

Doors stand before what clients ask; caches, stores and other systems are asked by services; a queue leads from a
service to a worker, a worker from a queue to the store of who feeds it; monitoring and the like are told by services.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.checks import mending
from whiteboard.graph.tiers import Tier, tier_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.checks.mending import Mend

_BESIDE_THE_DOOR = ("dns", "cdn", "object_store")
"""What clients ask besides the first door, rather than through it."""

_ABOUT_CALLERS = ("identity", "rate_limiter")
"""What the outermost of our own components asks about callers."""


def placed(context: Context, role: str) -> Iterator[Mend]:
    """Draw a component of a role where it belongs."""
    near = next(_fronts(context), None) or next(_services(context), None)
    if near is None:
        return
    added = mending.box_for(context, role, near)
    for mend in ties(context, added.component.id, added.component.kind):
        yield added, *mend


def ties(context: Context, component: str, kind: str) -> Iterator[Mend]:
    """Connect a component of a kind that stands alone, or is yet to be drawn."""
    yield from _TIES.get(tier_of(kind, context.catalog), _asked_by_services)(context, component, kind)


def onward(context: Context, component: str) -> Iterator[Mend]:
    """Let a component that must pass something on do so."""
    tier = context.graph.tiers[component]
    if tier is Tier.CHANNEL:
        yield from mending.drain(context, component)
    elif tier is Tier.WORKER:
        yield from _write_home(context, component)
    elif tier.passive:
        yield from _read_copy(context, component)
    else:
        yield from _lead_inside(context, component)


def bridged(context: Context, journey: str) -> Iterator[Mend]:
    """Lead a journey to its end: from as far as it gets, or from a component before that."""
    stated = context.journeys[journey]
    if context.undrawn(stated.from_, stated.to):
        return
    if stated.through is not None and not context.components(stated.through):
        yield from placed(context, stated.through)
        return
    walk = context.farthest(journey)
    for end in mending.nearest(context, context.components(stated.to), walk[-1]):
        yield from _each(mending.join(context, component, end) for component in reversed(walk[1:]))


# By tier


def _client(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    yield from _each(mending.join(context, component, front) for front in _fronts(context))


def _entry(context: Context, component: str, kind: str) -> Iterator[Mend]:
    if any(context.catalog.is_a(kind, one) for one in _BESIDE_THE_DOOR):
        yield from _beside_the_door(context, component)
        return
    if any(context.catalog.is_a(kind, one) for one in _ABOUT_CALLERS):
        yield from _each(mending.join(context, front, component) for front in _fronts(context))
    for front in _fronts(context):
        callers = [c for c in context.graph.calls.back(front) if context.graph.tiers[c] is Tier.CLIENT]
        edits = [e for c in callers for e in mending.reroute(context, (c, front), component)]
        yield tuple(dict.fromkeys([*edits, *mending.join(context, component, front)]))


def _beside_the_door(context: Context, component: str) -> Iterator[Mend]:
    """Clients ask it, and it fetches from where the files are."""
    origins = [*mending.alike(context, ("object_store", "file_store")), *_fronts(context)]
    for client in _clients(context):
        for origin in origins[: mending.MOST_REUSED]:
            yield *mending.join(context, client, component), *mending.join(context, component, origin)


def _asked_by_services(context: Context, component: str, kind: str) -> Iterator[Mend]:
    if any(context.catalog.is_a(kind, one) for one in _ABOUT_CALLERS):
        yield from _each(mending.join(context, front, component) for front in _fronts(context))
    yield from _each(mending.join(context, service, component) for service in _services(context))


def _asked_by_readers(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    """Whoever asks a store asks the cache as well."""
    reading = [s for s in _services(context) if _asks(context, s, Tier.STORE)]
    others = [s for s in _services(context) if s not in reading]
    yield from _each(mending.join(context, service, component) for service in (*reading, *others))


def _worker(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    channels = [c for c, tier in context.graph.tiers.items() if tier is Tier.CHANNEL]
    for channel in mending.nearest(context, channels, component):
        taking = mending.join(context, channel, component)
        for home in mending.homes(context, context.graph.flows.back(channel)):
            yield *taking, *mending.join(context, component, home, "write")
        yield taking
    yield from _each(mending.join(context, component, store) for store in _of_tier(context, Tier.STORE))


def _channel(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    """A service puts in, an idle worker or a new one takes out and writes where that service does."""
    idle = [w for w in _of_tier(context, Tier.WORKER) if not any(context.graph.calls.back(w))]
    for service in _services(context):
        feeding = mending.join(context, service, component, "publish")
        for worker in idle[:1]:
            yield *feeding, *mending.join(context, component, worker)
        added = mending.box(context, "worker", service, beside=(component,))
        taking = (added, mending.arrow(context, component, added.component.id))
        for home in mending.homes(context, [service]):
            yield *feeding, *taking, mending.arrow(context, added.component.id, home, "write")


_TIES: dict[Tier, Callable[[Context, str, str], Iterator[Mend]]] = {
    Tier.CLIENT: _client,
    Tier.ENTRY: _entry,
    Tier.CACHE: _asked_by_readers,
    Tier.WORKER: _worker,
    Tier.CHANNEL: _channel,
}


# Onward


def _write_home(context: Context, worker: str) -> Iterator[Mend]:
    """Its result goes where those write who gave it the work, or to another store."""
    graph = context.graph
    givers = [g for source in graph.flows.back(worker) for g in (source, *graph.flows.back(source))]
    homes = dict.fromkeys([*mending.homes(context, givers), *_of_tier(context, Tier.STORE)])
    yield from _each(mending.join(context, worker, home, "write") for home in list(homes)[: mending.MOST_REUSED])


def _read_copy(context: Context, copy: str) -> Iterator[Mend]:
    """Whoever asks the store that feeds a copy reads from the copy as well."""
    graph = context.graph
    readers = [reader for leader in graph.flows.back(copy) for reader in graph.calls.back(leader)]
    yield from _each(mending.join(context, reader, copy, "read") for reader in dict.fromkeys(readers))


def _lead_inside(context: Context, component: str) -> Iterator[Mend]:
    """To a service, above all one that nobody asks yet."""
    services = [c for c in _of_tier(context, Tier.SERVICE) if c != component]
    ranked = sorted(services, key=lambda service: any(context.graph.calls.back(service)))
    yield from _each(mending.join(context, component, service) for service in ranked[: mending.MOST_REUSED])
    added = mending.box(context, "service", component)
    for home in _of_tier(context, Tier.STORE)[:1]:
        yield (
            added,
            mending.arrow(context, component, added.component.id),
            mending.arrow(context, added.component.id, home),
        )


# What is drawn


def _of_tier(context: Context, tier: Tier) -> list[str]:
    return [component for component, own in context.graph.tiers.items() if own is tier]


def _clients(context: Context) -> Iterator[str]:
    """Clients that ask something, a few."""
    yield from [c for c in _of_tier(context, Tier.CLIENT) if any(context.graph.calls.onward(c))][: mending.MOST_REUSED]


def _fronts(context: Context) -> Iterator[str]:
    """What clients ask, a few: our doors and services."""
    graph = context.graph
    asked = (one for client in _of_tier(context, Tier.CLIENT) for one in graph.calls.onward(client))
    fronts = [one for one in dict.fromkeys(asked) if graph.tiers[one] in {Tier.ENTRY, Tier.SERVICE}]
    yield from fronts[: mending.MOST_REUSED]


def _services(context: Context) -> Iterator[str]:
    """Services that are asked, a few; those that ask a store first."""
    services = [s for s in _of_tier(context, Tier.SERVICE) if s in context.graph.connected]
    yield from sorted(services, key=lambda s: not _asks(context, s, Tier.STORE))[: mending.MOST_REUSED]


def _asks(context: Context, component: str, tier: Tier) -> bool:
    return any(context.graph.tiers[asked] is tier for asked in context.graph.calls.onward(component))


def _each(mends: Iterable[Mend]) -> Iterator[Mend]:
    return (mend for mend in mends if mend)
