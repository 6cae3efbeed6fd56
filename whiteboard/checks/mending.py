"""Proposals of edits, for check types that tell how to mend what they find.

A check type says how its problem is mended in `mends`, which yields proposals, the smallest first:

    def mends(self, context: Context) -> Iterator[Mend]:
        for edge in self._too_direct(context):
            yield from mending.lead_through(context, edge, "service")

A proposal (`Mend`) is a tuple of edits that are made together. The functions here build them, in three groups:
parts (`box`, `box_for`, `arrow`), one proposal (`insert`, `reroute`, `join`, `replicate`, `erase` …: a `Mend`),
and several, reuse of what is drawn before a new box (`lead_through`, `ask`, `drain`, `feed`, `decouple` …: an
iterator of `Mend`). An `Edge` is a pair of components as `context.graph.calls` or `flows` has it.

A proposal need not be right: the search tries each on a copy of the board, and where one mends only a part of the
problem, or breaks another check, goes on with the proposals for what is left. So mend one flaw at a time, yield
little (a handful), and never yield an edit that an interviewer would laugh at: nothing here takes a component off
the board. All ids are made from what is joined, so the same proposal has the same ids each time.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from whiteboard.checks import wording
from whiteboard.graph.tiers import Tier, tier_of
from whiteboard.graph.walks import explore
from whiteboard.model.architecture import Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute
from whiteboard.reading.traffic import access_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.graph.view import Edge
    from whiteboard.model.architecture import Style

Mend = tuple[Edit, ...]
"""Edits that are made together."""

MOST_REUSED = 3
"""How many components that are drawn already are tried before a new one."""

_ADDITION = re.compile(r"\s*[(\[:;,]|\s[-–—|]\s")
"""What begins that part of a label which only adds to the name."""

_OF_ONE_WORK = frozenset({"cdn", "dns", "waf"})

# Parts


def box(
    context: Context, kind: str, near: str, *, label: str | None = None, beside: Iterable[str] = ()
) -> AddComponent:
    """A new component of a kind, placed near another. Its label is the kind's title unless given."""
    id_ = _new_id(f"new-{kind}-at-{near}", context.graph.architecture.component)
    component = Component(
        id=id_,
        label=label or context.catalog.kinds[kind].title,
        kind=kind,
        reason="added by a fix",
    )
    return AddComponent(component=component, beside=tuple(dict.fromkeys((near, *beside))))


def box_for(context: Context, role: str, near: str, *, beside: Iterable[str] = ()) -> AddComponent:
    """A new component that matches a role: of its first kind, and named or made as the role asks."""
    stated = context.role(role)
    kind = next((k for k in stated.kinds if not context.catalog.kinds[k].abstract), stated.kinds[0])
    title = context.catalog.kinds[kind].title
    added = box(context, kind, near, label=_named(stated.named[0], title) if stated.named else None, beside=beside)
    if not stated.technologies:
        return added
    technology = context.catalog.technologies[stated.technologies[0]]
    label = added.component.label if stated.named else technology.name
    narrow = technology.kind if context.catalog.is_a(technology.kind, kind) else kind
    return replace(added, component=replace(added.component, label=label, kind=narrow, technology=technology.id))


def copy_of(context: Context, component: str, what: str) -> AddComponent:
    """A new component like another, by that one's name: "Orders DB standby", "Orders DB shard 2"."""
    original = context.graph.component(component)
    return box(context, original.kind, component, label=f"{_bare_name(original)} {what}")


def arrow(context: Context, source: str, target: str, label: str = "", style: Style | None = None) -> Connect:
    """A new connection, one head at the target; it reads or writes as its label says."""
    id_ = _new_id(f"new-{source}-to-{target}", context.graph.architecture.connection)
    access = access_of(label)
    return Connect(connection=Connection(id=id_, source=source, target=target, label=label, style=style, access=access))


def alike(context: Context, kinds: Iterable[str], near: str | None = None) -> tuple[str, ...]:
    """The components of one of these kinds (or below it) that are drawn, those joined to `near` first; a few."""
    wanted = tuple(kinds)
    found = [
        component.id
        for component in context.graph.architecture.components
        if any(context.catalog.is_a(kind, one) for kind in component.kinds for one in wanted)
    ]
    return nearest(context, found, near)


def nearest(context: Context, components: Iterable[str], near: str | None) -> tuple[str, ...]:
    """The first few of these components, those joined to `near` first and `near` itself left out."""
    joined = set(context.graph.neighbours([near])) if near else set()
    ranked = sorted((c for c in components if c != near), key=lambda component: component not in joined)
    return tuple(ranked[:MOST_REUSED])


def drawn_for(context: Context, role: str, near: str) -> tuple[str, ...]:
    """The components of a role that may be used for more, a few, those joined to `near` first.

    What has a work of its own (names, files, shielding) is used for that alone, unless it is what the role asks first.
    """
    wanted = context.role(role).kinds[0]
    return nearest(context, (c for c in context.components(role) if _may_do_more(context, c, wanted)), near)


def homes(context: Context, components: Iterable[str]) -> Iterator[str]:
    """The stores that components ask, a few."""
    stores = (
        asked
        for component in components
        for asked in context.graph.calls.onward(component)
        if context.graph.tiers[asked] is Tier.STORE
    )
    yield from list(dict.fromkeys(stores))[:MOST_REUSED]


# One proposal


def insert(context: Context, edge: Edge, added: AddComponent) -> Mend:
    """Put a new component on an edge: what led to its end leads to the new one, and that leads on."""
    return (added, *reroute(context, edge, added.component.id))


def reroute(context: Context, edge: Edge, through: str) -> Mend:
    """Lead an edge through a component: its connections end there, and that component asks the end of the edge.

    Where the component is asked already, the connections that would double that are erased; where it leads to the
    end already, no arrow is added.
    """
    forward, answers = _drawn(context, edge)
    if not forward:
        forward, answers = answers, []
    edits: list[Edit] = []
    far = edge[1]
    asked = through in context.graph.tiers and bool(context.graph.drawn_between(edge[0], through))
    for connection in forward:
        near, far = _ends(context, connection, edge)
        edits.append(_reroute_or_erase(connection.id, near, through, erase=asked))
        asked = True
    for number, connection in enumerate(answers):
        edits.append(_reroute_or_erase(connection.id, through, edge[0], erase=number > 0))
    if not edits or leads_to(context, through, edge[1]):
        return tuple(edits)
    return (*edits, *join(context, through, far))


def gather(context: Context, edges: Iterable[Edge], through: str | AddComponent) -> Mend:
    """Lead several edges through one component, drawn or new: each caller asks it once, and it asks each end."""
    added = () if isinstance(through, str) else (through,)
    door = through if isinstance(through, str) else through.component.id
    edges = dict.fromkeys(edges)
    edits: list[Edit] = [*added]
    asking = {source for source, _ in edges if context.graph.drawn_between(source, door)}
    for source, target in edges:
        for drawn in context.graph.drawn_between(source, target):
            edits.append(_reroute_or_erase(drawn, source, door, erase=source in asking))
            asking.add(source)
    for target in dict.fromkeys(target for _, target in edges if not leads_to(context, door, target)):
        edits += join(context, door, target)
    return tuple(edits) if len(edits) > len(added) else ()


def gather_by_role(context: Context, edges: Iterable[Edge], role: str) -> Iterator[Mend]:
    """Lead several edges through one component of a role: through a drawn one, or a new one."""
    edges = tuple(edges)
    if not edges:
        return
    ends = {end for edge in edges for end in edge}
    for drawn in drawn_for(context, role, edges[0][1]):
        if drawn not in ends:
            yield gather(context, edges, drawn)
    yield gather(context, edges, box_for(context, role, edges[0][1], beside=sorted(ends)))


def leads_to(context: Context, one: str, other: str) -> bool:
    """Whether a request to one component gets on to another."""
    return one in context.graph.tiers and other in explore([one], context.graph.calls.onward)


def join(context: Context, source: str, target: str, label: str = "", style: Style | None = None) -> Mend:
    """Connect two components, unless a connection is drawn between them."""
    if source == target or context.graph.drawn_between(source, target):
        return ()
    return (arrow(context, source, target, label, style),)


def replicate(components: Iterable[str], replicas: int = 2) -> Mend:
    """State that there are several copies of each of these components."""
    return tuple(Replicate(component_id=component, replicas=replicas) for component in dict.fromkeys(components))


def erase(context: Context, edge: Edge) -> Mend:
    """Erase the connections that draw an edge. For an edge that must not be; whatever it is for must still work."""
    return tuple(Disconnect(connection_id=drawn) for drawn in context.graph.drawn_between(*edge))


def turn(context: Context, edge: Edge, target: str) -> Mend:
    """Let an edge end at another component: a service asks its own store instead of a foreign one."""
    source, old = edge
    edits = []
    for drawn in context.graph.drawn_between(source, old):
        connection = context.graph.connection(drawn)
        ends = tuple(target if end == old else end for end in (connection.source, connection.target))
        edits.append(Reroute(connection_id=drawn, source=ends[0], target=ends[1]))
    return tuple(edits)


# Several proposals, reuse before a new box


def lead_through(context: Context, edge: Edge, *kinds: str) -> Iterator[Mend]:
    """Lead an edge through a component of one of these kinds: through a drawn one, or a new one of the first kind."""
    for drawn in _between(context, edge, alike(context, kinds, edge[1])):
        yield reroute(context, edge, drawn)
    yield insert(context, edge, box(context, kinds[0], edge[1], beside=edge))


def lead_through_role(context: Context, edge: Edge, role: str) -> Iterator[Mend]:
    """Lead an edge through a component of a role: through a drawn one, or a new one."""
    for drawn in _between(context, edge, drawn_for(context, role, edge[1])):
        yield reroute(context, edge, drawn)
    yield insert(context, edge, box_for(context, role, edge[1], beside=edge))


def ask(context: Context, asking: str, *kinds: str, label: str = "") -> Iterator[Mend]:
    """Let a component ask one of these kinds too (a cache aside, a login, monitoring): a drawn one, or a new one."""
    for drawn in alike(context, kinds, asking):
        if mend := join(context, asking, drawn, label):
            yield mend
    added = box(context, kinds[0], asking)
    yield added, arrow(context, asking, added.component.id, label)


def ask_role(context: Context, asking: str, role: str) -> Iterator[Mend]:
    """Let a component ask one of a role as well: a drawn one, or a new one."""
    for drawn in drawn_for(context, role, asking):
        mend = join(context, asking, drawn)
        if mend and not _is_door(context, drawn, role):
            yield mend
    added = box_for(context, role, asking)
    yield added, arrow(context, asking, added.component.id)


def drain(context: Context, channel: str) -> Iterator[Mend]:
    """Let something take out of a queue or stream: an idle worker, or a new one that writes where producers do,
    or to a new store.
    """
    for idle in (c for c in alike(context, ("worker", "stream_processor"), channel) if _is_idle(c, context)):
        yield join(context, channel, idle)
    added = box(context, "worker", channel)
    consuming = (added, arrow(context, channel, added.component.id))
    for home in homes(context, context.graph.flows.back(channel)):
        yield *consuming, arrow(context, added.component.id, home)
    yield consuming
    store = box(context, "datastore", added.component.id, beside=(channel,))
    yield *consuming, store, arrow(context, added.component.id, store.component.id)


def feed(context: Context, channel: str) -> Iterator[Mend]:
    """Let something put into a queue or stream: a service that its work does not reach, one that clients reach first;
    or a new one.
    """
    graph = context.graph
    behind = set(explore([channel], graph.flows.onward))
    reached = set(explore([c for c, tier in graph.tiers.items() if tier is Tier.CLIENT], graph.calls.onward))
    services = [c for c, tier in graph.tiers.items() if tier is Tier.SERVICE and c not in behind]
    for service in nearest(context, sorted(services, key=lambda c: c not in reached), channel):
        yield join(context, service, channel, "publish")
    added = box(context, "service", channel)
    yield added, arrow(context, added.component.id, channel, "publish")


def decouple(context: Context, edge: Edge, kind: str = "queue") -> Iterator[Mend]:
    """Let a call leave the request: its caller puts work into a queue, and a worker out of it asks the callee.

    Where the callee is a worker already it takes from the queue itself.
    """
    caller = edge[0]
    for drawn in alike(context, (kind,), caller):
        if mend := _through_queue(context, edge, drawn, ()):
            yield mend
    added = box(context, kind, caller, beside=edge)
    yield _through_queue(context, edge, added.component.id, (added,))


def decouple_all(context: Context, edges: Iterable[Edge]) -> Iterator[Mend]:
    """Let several calls of one caller leave the request together: one queue, and one worker that asks all callees."""
    callees: dict[str, list[str]] = {}
    for caller, callee in dict.fromkeys(edges):
        callees.setdefault(caller, []).append(callee)
    for caller, asked in callees.items():
        drawn = [c for callee in asked for c in context.graph.drawn_between(caller, callee)]
        if len(asked) == 1 or not drawn or context.graph.tiers[caller] is Tier.CLIENT:
            continue
        queue, worker = box(context, "queue", caller, beside=asked), box(context, "worker", caller, beside=asked)
        first, taking = drawn[0], worker.component.id
        yield (
            queue,
            worker,
            Reroute(connection_id=first, source=caller, target=queue.component.id),
            *(Disconnect(connection_id=other) for other in drawn[1:]),
            arrow(context, queue.component.id, taking),
            *(arrow(context, taking, callee) for callee in asked),
        )


def add_follower(context: Context, store: str, label: str = "replica") -> Mend:
    """A copy of a store that is fed from it: "Orders DB replica", or "… standby"."""
    added = copy_of(context, store, label)
    return added, arrow(context, store, added.component.id, "replication", "replication")


# What the proposals are made of


def _new_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that is not on the board; the same for the same board."""
    known = set(taken)
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(id_ for id_ in candidates if id_ not in known)


def _bare_name(component: Component) -> str:
    """What a component is called, without what its label adds to that: "MySQL (users, orders) x1" is "MySQL"."""
    first = component.label.strip().partition("\n")[0]
    return wording.name(replace(component, label=_ADDITION.split(first, maxsplit=1)[0].strip() or first))


def _named(word: str, title: str) -> str:
    """The label of a component that a role wants named: "Order service"; the word alone when it says the kind."""
    label = word[:1].upper() + word[1:]
    return label if title.lower() in word.lower() else f"{label} {title[0].lower()}{title[1:]}"


def _drawn(context: Context, edge: Edge) -> tuple[list[Connection], list[Connection]]:
    """The connections that draw an edge: those that point along it (or nowhere), and those that point back."""
    drawn = [context.graph.connection(id_) for id_ in context.graph.drawn_between(*edge)]
    back = [c for c in drawn if c.direction == "forward" and not _points_along(context, c, edge)]
    return [c for c in drawn if c not in back], back


def _points_along(context: Context, connection: Connection, edge: Edge) -> bool:
    return _holds(context, connection.source, edge[0]) and _holds(context, connection.target, edge[1])


def _holds(context: Context, end: str, component: str) -> bool:
    """Whether the end of a connection is a component, or a boundary around it."""
    return end == component or (end not in context.graph.tiers and component in context.graph.members(end))


def _ends(context: Context, connection: Connection, edge: Edge) -> Edge:
    """The ends of a connection as drawn (boundaries stay boundaries), in the order of the edge."""
    if _points_along(context, connection, edge):
        return connection.source, connection.target
    return connection.target, connection.source


def _between(context: Context, edge: Edge, components: Iterable[str]) -> Iterator[str]:
    """Those that an edge may be led through: not its ends, and not behind its own end."""
    target = edge[1]
    for component in components:
        behind = component in context.graph.calls.onward(target) and not context.graph.calls.has(component, target)
        if component not in edge and not behind:
            yield component


def _may_do_more(context: Context, component: str, wanted: str) -> bool:
    kind = context.graph.component(component).kind
    return kind not in _OF_ONE_WORK or context.catalog.is_a(kind, wanted)


def _is_door(context: Context, component: str, role: str) -> bool:
    """Whether a component stands on the ways in: what it does for a role it does on the way, and nobody asks it."""
    wanted = context.role(role).kinds[0]
    return context.graph.tiers[component] is Tier.ENTRY is not tier_of(wanted, context.catalog)


def _is_idle(component: str, context: Context) -> bool:
    """Whether no queue feeds it and nobody asks it."""
    graph = context.graph
    fed = any(graph.tiers[source] is Tier.CHANNEL for source in graph.flows.back(component))
    return not fed and not any(graph.calls.back(component))


def _through_queue(context: Context, edge: Edge, queue: str, added: Mend) -> Mend:
    caller, callee = edge
    drawn = context.graph.drawn_between(*edge)
    if not drawn or context.graph.tiers[caller] is Tier.CLIENT:
        return ()
    enqueue: list[Edit] = [Reroute(connection_id=drawn[0], source=caller, target=queue)]
    enqueue += [Disconnect(connection_id=other) for other in drawn[1:]]
    if context.graph.tiers[callee] is Tier.WORKER:
        return (*added, *enqueue, *join(context, queue, callee))
    worker = box(context, "worker", callee, beside=(queue, callee))
    taking = worker.component.id
    return (*added, worker, *enqueue, arrow(context, queue, taking), arrow(context, taking, callee))


def _reroute_or_erase(connection: str, source: str, target: str, *, erase: bool) -> Edit:
    if erase:
        return Disconnect(connection_id=connection)
    return Reroute(connection_id=connection, source=source, target=target)
