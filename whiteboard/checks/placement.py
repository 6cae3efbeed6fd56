"""Where a component belongs: the connections that one of its kind usually has, as proposals.

Doors stand before what clients ask; caches, stores and other systems are asked by services; a queue leads from a
service to a worker, a worker from a queue to the store of who feeds it; monitoring and the like are told by services.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.checks import mending
from whiteboard.graph.stems import stems
from whiteboard.graph.tiers import Tier, tier_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.checks.mending import Mend
    from whiteboard.graph.view import Edge

_BESIDE_THE_DOOR = ("dns", "cdn", "object_store")
"""What clients ask besides the first door, rather than through it."""

_ABOUT_CALLERS = ("identity", "rate_limiter")
"""What the outermost of our own components asks about callers."""


_DESTINATIONS = ("notification", "payment_provider", "object_store", "search_index", "data_warehouse")
"""Kinds that a worker may be named for, and then hands its result to."""

_ANY_STORE = "datastore"


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


def by_the_door(context: Context, edge: Edge) -> Iterator[Mend]:
    """Let a client that goes a way of its own take the door that others take, where that leads there as well."""
    client, target = edge
    if context.graph.tiers[client] is not Tier.CLIENT:
        return
    for front in _fronts(context):
        if front != target and mending.leads_to(context, front, target):
            yield mending.reroute(context, edge, front)


def like_twins(context: Context, components: Iterable[str]) -> Iterator[Mend]:
    """Connect components as one of the same name and kind is: together, since they are drawn as copies."""
    edits: dict[str, Mend] = {}
    for component in components:
        twin = next((c for c in _namesakes(context, component) if c in context.graph.connected), None)
        if twin is not None:
            edits[component] = _as(context, component, twin)
    if edits:
        yield tuple(edit for mend in edits.values() for edit in mend)


def _namesakes(context: Context, component: str) -> Iterator[str]:
    own = context.graph.component(component)
    for other in context.graph.architecture.components:
        if other.id != component and (other.kind, other.label) == (own.kind, own.label):
            yield other.id


def _as(context: Context, component: str, twin: str) -> Mend:
    """All arrows of a twin, drawn at a component too."""
    drawn = (c for c in context.graph.architecture.connections if twin in {c.source, c.target})
    ends = ((component, c.target, c) if c.source == twin else (c.source, component, c) for c in drawn)
    return tuple(mending.arrow(context, source, target, c.label, c.style) for source, target, c in ends)


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
    """Lead a journey on from where it breaks off: to what it must pass, or to its end."""
    stated = context.journeys[journey]
    if context.undrawn(stated.from_, stated.to):
        return
    through = () if stated.through is None else context.components(stated.through)
    if stated.through is not None and not through:
        yield from placed(context, stated.through)
        return
    walk = context.farthest(journey)
    wanted = through if through and frozenset(through).isdisjoint(walk) else context.components(stated.to)
    for target in mending.nearest(context, wanted, walk[-1]):
        for component in reversed(walk):
            yield from _each([_bridge(context, component, target)])


def _bridge(context: Context, one: str, other: str) -> Mend:
    """Connect two components; what does not reach the other by itself gets something that does."""
    tiers = context.graph.tiers
    if tiers[one] is Tier.CHANNEL and tiers[other].passive:
        return _by_way_of(context, one, "worker", other)
    if tiers[one] is Tier.CLIENT and tiers[other].passive:
        return _by_way_of(context, one, "service", other)
    return () if tiers[one].passive and tiers[one] is not Tier.CHANNEL else mending.join(context, one, other)


def _by_way_of(context: Context, one: str, kind: str, other: str) -> Mend:
    added = mending.box(context, kind, one, beside=(other,))
    new = added.component.id
    return added, mending.arrow(context, one, new), mending.arrow(context, new, other)


# By tier


def _client(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    fronts = [front for front in _fronts(context) if front != component]
    yield from _each(mending.join(context, component, front) for front in fronts)
    for store in _of_tier(context, Tier.STORE)[:1] if not fronts else ():
        yield _by_way_of(context, component, "service", store)


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


def _service(context: Context, component: str, kind: str) -> Iterator[Mend]:
    """Asked by a door, else by another service, else by a client."""
    doors = [front for front in _fronts(context) if context.graph.tiers[front] is Tier.ENTRY]
    yield from _each(mending.join(context, door, component) for door in doors)
    yield from _asked_by_services(context, component, kind)
    yield from _each(mending.join(context, client, component) for client in _clients(context))


def _asked_by_services(context: Context, component: str, kind: str) -> Iterator[Mend]:
    if any(context.catalog.is_a(kind, one) for one in _ABOUT_CALLERS):
        yield from _each(mending.join(context, front, component) for front in _fronts(context))
    yield from _each(mending.join(context, service, component) for service in _services(context, component))
    for client in _of_tier(context, Tier.CLIENT)[:1] if not any(_services(context)) else ():
        yield _by_way_of(context, client, "service", component)


def _asked_by_readers(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    """Whoever asks a store asks the cache as well."""
    services = list(_services(context, component))
    reading = [s for s in services if _asks(context, s, Tier.STORE)]
    others = [s for s in services if s not in reading]
    yield from _each(mending.join(context, service, component) for service in (*reading, *others))


def _worker(context: Context, component: str, _kind: str) -> Iterator[Mend]:
    channels = [c for c, tier in context.graph.tiers.items() if tier is Tier.CHANNEL]
    for channel in mending.nearest(context, channels, component):
        taking = mending.join(context, channel, component)
        for home in mending.homes(context, context.graph.flows.back(channel)):
            yield *taking, *mending.join(context, component, home, "write")
        yield taking
    for service in _services(context) if not channels else ():
        added = mending.box(context, "queue", service, beside=(component,))
        fed = (added, mending.arrow(context, service, added.component.id, "publish"))
        taking = (*fed, mending.arrow(context, added.component.id, component))
        yield taking
        for home in mending.homes(context, [service]):
            yield *taking, *mending.join(context, component, home, "write")
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
    Tier.SERVICE: _service,
    Tier.CACHE: _asked_by_readers,
    Tier.WORKER: _worker,
    Tier.CHANNEL: _channel,
}


# Onward


def _write_home(context: Context, worker: str) -> Iterator[Mend]:
    """Its result goes where those write who gave it the work, or to another store."""
    graph = context.graph
    givers = [g for source in graph.flows.back(worker) for g in (source, *graph.flows.back(source))]
    stores = sorted(_of_tier(context, Tier.STORE), key=lambda store: -_shared_words(context, store, worker))
    homes = dict.fromkeys([*mending.homes(context, givers), *stores])
    meant = _destination(context, worker)
    if meant != _ANY_STORE:
        yield from _each(mending.join(context, worker, drawn) for drawn in mending.alike(context, (meant,), worker))
    else:
        yield from _each(mending.join(context, worker, home, "write") for home in list(homes)[: mending.MOST_REUSED])
    added = mending.box(context, meant, worker)
    yield added, mending.arrow(context, worker, added.component.id)


def _destination(context: Context, worker: str) -> str:
    """The kind of what a worker hands its result to, by the words of its label: "mail" to what sends mails."""
    words = context.graph.component(worker).label.split()
    kinds = [context.catalog.classify(word).kind for word in words]
    return next((kind for kind in kinds if kind in _DESTINATIONS), _ANY_STORE)


def _read_copy(context: Context, copy: str) -> Iterator[Mend]:
    """Whoever asks the store that feeds a copy reads from the copy as well."""
    graph = context.graph
    readers = [reader for leader in graph.flows.back(copy) for reader in graph.calls.back(leader)]
    yield from _each(mending.join(context, reader, copy, "read") for reader in dict.fromkeys(readers))


def _lead_inside(context: Context, component: str) -> Iterator[Mend]:
    """To a service, above all one that nobody asks yet."""
    services = [c for c in _own_services(context) if c != component]
    ranked = sorted(services, key=lambda service: any(context.graph.calls.back(service)))
    yield from _each(mending.join(context, component, service) for service in ranked[: mending.MOST_REUSED])
    added = mending.box(context, "service", component)
    leading = (added, mending.arrow(context, component, added.component.id))
    for home in _of_tier(context, Tier.STORE)[:1]:
        yield *leading, mending.arrow(context, added.component.id, home)
    yield leading


# What is drawn


def _of_tier(context: Context, tier: Tier) -> list[str]:
    return [component for component, own in context.graph.tiers.items() if own is tier]


def _doors(context: Context) -> list[str]:
    """What lets requests in; what knows about callers is no way to anything else."""
    return [c for c in _of_tier(context, Tier.ENTRY) if not _is_about_callers(context, c)]


def _own_services(context: Context) -> list[str]:
    """Services that do the work of the product."""
    return [c for c in _of_tier(context, Tier.SERVICE) if not _is_about_callers(context, c)]


def _is_about_callers(context: Context, component: str) -> bool:
    kind = context.graph.component(component).kind
    return any(context.catalog.is_a(kind, one) for one in _ABOUT_CALLERS)


def _clients(context: Context) -> Iterator[str]:
    """Clients that ask something, a few."""
    yield from [c for c in _of_tier(context, Tier.CLIENT) if any(context.graph.calls.onward(c))][: mending.MOST_REUSED]


def _fronts(context: Context) -> Iterator[str]:
    """What clients ask, a few: our doors and services; else those that nobody asks, doors first."""
    graph = context.graph
    ours = [*_doors(context), *_own_services(context)]
    asked = (one for client in _of_tier(context, Tier.CLIENT) for one in graph.calls.onward(client))
    fronts = [one for one in dict.fromkeys(asked) if one in ours]
    unasked = [one for one in ours if one in graph.connected and not any(graph.calls.back(one))]
    yield from (fronts or unasked or ours)[: mending.MOST_REUSED]


def _services(context: Context, near: str | None = None) -> Iterator[str]:
    """Services that are connected, a few: the one named most like `near`, then those that ask a store."""
    services = [s for s in _own_services(context) if s in context.graph.connected]
    ranked = sorted(services, key=lambda s: not _asks(context, s, Tier.STORE))
    alike = [s for s in ranked if _shared_words(context, s, near)]
    namesakes = sorted(alike, key=lambda s: -_shared_words(context, s, near))[:1]
    yield from dict.fromkeys([*namesakes, *ranked[: mending.MOST_REUSED]])


def _shared_words(context: Context, one: str, other: str | None) -> int:
    """How many words the labels of two components have in common: "Wishlist service" and "Wishlist DB" one."""
    drawn = context.graph.architecture.component
    if other not in drawn:
        return 0
    return len({*stems(drawn[one].label)} & {*stems(drawn[other].label)})


def _asks(context: Context, component: str, tier: Tier) -> bool:
    return any(context.graph.tiers[asked] is tier for asked in context.graph.calls.onward(component))


def _each(mends: Iterable[Mend]) -> Iterator[Mend]:
    return (mend for mend in mends if mend)
