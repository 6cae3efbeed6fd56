"""`isolated`: heavy work does not use the store that serves requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.contents import ContentName, contents_in
from whiteboard.checks.redundancy import is_follower
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome

_CARRIED_OVER = (
    "cdc",
    "change data capture",
    "export",
    "dump",
    "snapshot",
    "replicate",
    "binlog",
    "debezium",
    "extract",
    "etl",
)
"""Labels of arrows that carry data over once rather than ask for it."""

_PERHAPS_CARRIED_OVER = ("sync", "stream", "nightly", "load")
"""The same, where they speak of no heavy work."""


_CARRY_NO_DATA = frozenset({"scheduler", "monitoring", "config", "secrets", "coordination", "service_discovery"})


class Isolated(Check):
    """What does heavy work (of the role `worker`, or named for one of the sorts of `work`) reads from streams, lakes,
    replicas or stores of its own, not from a component of the role `store` that requests of clients use too; and no
    request asks a store for such work (`scan`) while the user waits.

    An arrow without a label reads when it is the only place that the work gets data from; one that speaks of such
    work (`scan`) reads in any case, also from a store that other services use behind a queue. Carrying data over
    into an apart store (`apart`) is no heavy reading.
    """

    check: Literal["isolated"] = "isolated"
    worker: RoleName = Field(description="What does nothing but heavy work.")
    store: RoleName = Field(description="Stores that may serve requests.")
    apart: RoleName = Field(description="Stores made for heavy work.")
    work: tuple[ContentName, ...] = Field(min_length=1, description="What services are named for that do heavy work.")
    scan: tuple[ContentName, ...] = Field((), description="What an arrow to a store speaks of that asks for such work.")

    def evaluate(self, context: Context) -> Outcome:
        """Look where each worker gets its data, and what requests ask stores for."""
        workers = self._workers(context)
        serving = traffic.requested(context) - set(workers)
        if heavy := [*self._shared(workers, serving, context), *self._scanning(serving, context)]:
            paths = [edge for edge in heavy if edge[0] != edge[1]]
            whom = context.names(edge[1] for edge in heavy)
            message = f"{context.names(edge[0] for edge in heavy)} works on {whom} while requests wait for it."
            return problem(
                f"{message} Feed a store of its own from a stream or an export.", context.evidence(paths=paths)
            )
        supplied = [worker for worker in workers if self._sources(worker, context)]
        if not supplied:
            return not_applicable("No analysis or other heavy work on data is drawn.")
        paths = [(source, worker) for worker in supplied for source in self._sources(worker, context)[:1]]
        message = (
            f"{context.names(supplied)} gets its data from {context.names(s for s, _ in paths)}, away from requests."
        )
        return passed(message, context.evidence(paths=paths))

    def _workers(self, context: Context) -> list[str]:
        told = set(context.components(self.worker))
        wanted = frozenset(self.work)
        active = (Tier.SERVICE, Tier.WORKER, Tier.CLIENT)
        return [
            component.id
            for component in context.graph.architecture.components
            if component.id in told
            or (context.graph.tiers[component.id] in active and not wanted.isdisjoint(contents_in(component.label)))
        ]

    def _shared(self, workers: list[str], serving: frozenset[str], context: Context) -> Iterator[Edge]:
        """The workers with the serving stores that they read."""
        stores = [s for s in context.components(self.store) if not is_follower(s, context)]
        working = frozenset(workers)
        others = {s: [c for c in context.graph.calls.back(s) if c not in working] for s in stores}
        used = {s for s in stores if not serving.isdisjoint(others[s])}
        shared = {s for s in stores if any(context.graph.tiers[c] is Tier.SERVICE for c in others[s])}
        carrying = self._carrying_over(context)
        for worker in workers:
            for store in context.graph.calls.onward(worker):
                heavy = store in shared and self._says_heavy(worker, store, context)
                quiet = store in used and worker not in carrying
                if heavy or (quiet and self._reads(worker, store, context)):
                    yield worker, store

    def _says_heavy(self, worker: str, store: str, context: Context) -> bool:
        """Whether an arrow to a store speaks of heavy work there, not of what it brings or takes along."""
        drawn = [context.graph.connection(c) for c in context.graph.drawn_between(worker, store)]
        return any(
            c.source == worker
            and not contents_in(c.label).isdisjoint(self.scan)
            and not speaks_of(c.label, _CARRIED_OVER)
            and traffic.access(c) != "write"
            for c in drawn
        )

    def _reads(self, worker: str, store: str, context: Context) -> bool:
        graph = context.graph
        drawn = [graph.connection(c) for c in graph.drawn_between(worker, store)]
        if any(speaks_of(connection.label, (*_CARRIED_OVER, *_PERHAPS_CARRIED_OVER)) for connection in drawn):
            return False
        if traffic.says("read", worker, store, graph) or any(c.source == store for c in drawn):
            return True
        return traffic.may("read", worker, store, graph) and not self._supplied_elsewhere(worker, store, context)

    def _supplied_elsewhere(self, worker: str, store: str, context: Context) -> bool:
        others = (source for source in self._sources(worker, context) if source != store)
        return any(self._is_apart(source, context) or _leads_to(source, worker, context) for source in others)

    def _is_apart(self, source: str, context: Context) -> bool:
        return context.graph.tiers[source] in {Tier.CHANNEL, Tier.WORKER} or source in context.components(self.apart)

    def _sources(self, worker: str, context: Context) -> list[str]:
        """Where a worker's data comes from, as far as the drawing shows: what flows into it, and stores it asks."""
        graph = context.graph
        asked = [s for s in graph.calls.onward(worker) if graph.tiers[s] is Tier.STORE]
        flowing = [c for c in graph.flows.back(worker) if _carries_data(c, context)]
        found = dict.fromkeys([*flowing, *(s for s in asked if traffic.may("read", worker, s, graph))])
        return sorted(found, key=lambda source: not _leads_to(source, worker, context))

    def _carrying_over(self, context: Context) -> frozenset[str]:
        """What fills a store made for heavy work."""
        apart = frozenset(context.components(self.apart))
        return frozenset(explore(apart, context.graph.flows.back)) - apart

    def _scanning(self, serving: frozenset[str], context: Context) -> Iterator[Edge]:
        wanted = frozenset(self.scan)
        graph = context.graph
        stores = dict.fromkeys((*context.components(self.store), *context.components(self.apart)))
        for store in stores:
            for asking in graph.calls.back(store):
                waiting = asking in serving and graph.tiers[asking] in {Tier.SERVICE, Tier.ENTRY}
                if waiting and not wanted.isdisjoint(traffic.said_between(asking, store, context)):
                    yield asking, store

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let the heavy work ask a store of its own, fed from the one that serves."""
        workers = self._workers(context)
        serving = traffic.requested(context) - set(workers)
        for worker, store in [*self._shared(workers, serving, context), *self._scanning(serving, context)]:
            for drawn in mending.nearest(context, context.components(self.apart), worker):
                yield mending.turn(context, (worker, store), drawn)
            added = mending.box_for(context, self.apart, worker, beside=(store,))
            fed = mending.arrow(context, store, added.component.id, "change data capture", "async")
            yield added, *mending.turn(context, (worker, store), added.component.id), fed


def _carries_data(component: str, context: Context) -> bool:
    """Whether what a component sends is data, not a request or a trigger."""
    drawn = context.graph.component(component)
    return context.graph.tiers[component] is not Tier.CLIENT and drawn.kind not in _CARRY_NO_DATA


def _leads_to(source: str, worker: str, context: Context) -> bool:
    """Whether an arrow was drawn from a source to a worker: what that worker points at then takes its results."""
    drawn = (context.graph.connection(c) for c in context.graph.drawn_between(source, worker))
    return any(connection.source == source and connection.direction == "forward" for connection in drawn)
