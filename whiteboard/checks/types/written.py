"""`written`: what is read is also written, and what acts also records."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.model.scenario import JourneyName, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph import Graph
    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome

_RECORDING = frozenset({Tier.CHANNEL})
_HANDLED = frozenset({Tier.CACHE, Tier.OUTSIDE})
"""Tiers by which a drawing without a store shows that it goes into what services use."""


class Written(Check):
    """A way leads from clients to the stores that may write, or something else fills them; and services that do what
    must be recorded (`acts`) lead to a component of the role `store`, a queue or a stream.

    It is a problem when each way to the stores says that it only reads ("GET /feed") and nothing else writes into
    any of them, or when neither such a service nor a service before it leads to anywhere durable.
    """

    check: Literal["written"] = "written"
    journey: JourneyName = Field(description="The way that writes.")
    store: RoleName = Field(description="Where data is kept.")
    acts: tuple[ContentName, ...] = Field((), description="Work that must be recorded.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for what acts without a record first, then for a way that writes."""
        if idle := self._unrecorded(context):
            paths = [(*list(context.graph.calls.back(one))[:1], one) for one in idle]
            message = f"Nothing that {context.names(idle, 'or')} does is recorded: no way leads on to a store."
            return problem(f"{message} Draw where it is written.", context.evidence(idle, paths=paths))
        stated = context.journeys[self.journey]
        if undrawn := context.undrawn(self.store):
            return undrawn
        if undrawn := context.undrawn(stated.from_):
            return self._filled(context) or undrawn
        if walk := context.route(self.journey).shortest:
            return passed(f"Written along {context.path(walk)}.", context.evidence(paths=[walk]))
        return self._unwritten(context)

    def _filled(self, context: Context) -> Outcome | None:
        """Without clients: what work that starts by itself writes down, and where."""
        ways = [(one, store) for store in context.components(self.store) for one in self._writing(store, context)[:1]]
        if not ways:
            return None
        return passed(f"Written: {context.names(store for _, store in ways)}.", context.evidence(paths=ways))

    def _writing(self, store: str, context: Context) -> list[str]:
        at_work = {Tier.SERVICE, Tier.WORKER}
        return [writer for writer in traffic.writers(store, context) if context.graph.tiers[writer] in at_work]

    def _unwritten(self, context: Context) -> Outcome:
        read = self._read_stores(context)
        if not read:
            return not_applicable("No request that may write or read leads to a store.")
        stated = context.journeys[self.journey]
        requested = frozenset(explore(context.components(stated.from_), context.graph.calls.onward))
        filled = [store for store in read if self._is_filled(store, requested, context)]
        if filled:
            ways = [(source, store) for store in filled for source in list(traffic.writers(store, context))[:1]]
            return passed(f"{context.names(filled)} is filled from elsewhere.", context.evidence(paths=ways))
        message = f"Each way to {context.names(read, 'or')} says that it only reads, and nothing else fills it."
        return problem(f"{message} Draw how the data gets in.", context.evidence(read))

    def _read_stores(self, context: Context) -> list[str]:
        """The stores that requests would reach if labels did not say that they only read."""
        starts, ends = context.components(context.journeys[self.journey].from_), context.components(self.store)
        route = context.graph.route(starts, ends, closed=context.closed)
        reached = {step.component for step in route.reached if step.arrived}
        return [end for end in ends if end in reached]

    def _is_filled(self, store: str, requested: frozenset[str], context: Context) -> bool:
        """Whether anything writes into a store that no reading request leads to, or a label says so."""
        graph = context.graph
        return any(
            writer not in requested or graph.tiers[writer] is Tier.WORKER or traffic.says("write", writer, store, graph)
            for writer in traffic.writers(store, context)
        )

    def _unrecorded(self, context: Context) -> list[str]:
        graph = context.graph
        durable = {*context.components(self.store), *(c for c, tier in graph.tiers.items() if tier in _RECORDING)}
        requested = traffic.requested(context)
        services = [c for c, tier in graph.tiers.items() if tier is Tier.SERVICE and c in requested]
        acting = traffic.speaking_of(self.acts, services, context)
        if not durable and not any(tier in _HANDLED for tier in graph.tiers.values()):
            return []
        recorded = _recorded(durable, graph)
        return [c for c in acting if c not in recorded]

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let what acts write into a store; else draw beside the way that reads one that writes."""
        unrecorded = self._unrecorded(context)
        for service in unrecorded:
            yield from mending.ask_role(context, service, self.store)
        for store in [] if unrecorded else self._read_stores(context)[: mending.MOST_REUSED]:
            starts = context.components(context.journeys[self.journey].from_)
            walk = context.graph.route(starts, [store]).shortest or ()
            yield tuple(mending.arrow(context, *edge, "write") for edge in pairwise(walk) if _only_reads(edge, context))


def _only_reads(edge: Edge, context: Context) -> bool:
    drawn = context.graph.drawn_between(*edge)
    return all(context.graph.connection(one).access == "read" for one in drawn)


def _recorded(durable: Iterable[str], graph: Graph) -> frozenset[str]:
    """What leads to somewhere durable, and the services behind a service that does: it may record what they do."""
    leading = traffic.leading_to(durable, graph)
    services = [c for c in leading if graph.tiers[c] is Tier.SERVICE]
    behind = explore(services, lambda c: [b for b in graph.calls.onward(c) if graph.tiers[b] is Tier.SERVICE])
    return leading.union(behind)
