"""`reads_replica`: reads use copies of the store, which are fed and never written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.checks.hot import hot_read
from whiteboard.checks.redundancy import copies
from whiteboard.checks.replicas import feeders, is_for_reads, replicas
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import JourneyName, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_FEWEST = 2
_STANDBY = ("standby", "stand by", "failover", "secondary", "hot spare")


class ReadsReplica(Check):
    """Each copy of a store of the role `store` is fed, and nothing but its feeding writes to it; one named for reads
    is read. Without a drawn copy, a store with several nodes will do; a stated single one is a problem where the
    drawing itself says that reads are many (`hot` on the way of `journey`, or `load`).

    An arrow without a label into a copy reads, when its sender reaches the primary too.
    """

    check: Literal["reads_replica"] = "reads_replica"
    journey: JourneyName
    store: RoleName = Field(description="The stores whose copies may serve reads.")
    hot: tuple[ContentName, ...] = Field((), description="Sorts of data that are read by many.")
    load: tuple[ContentName, ...] = Field((), description="What says so itself, also in notes.")

    def evaluate(self, context: Context) -> Outcome:
        """Judge the copies that are drawn; else the count of the stores that requests read."""
        if undrawn := context.undrawn(self.store):
            return undrawn
        stores = context.components(self.store)
        drawn = replicas(stores, context)
        return self._judge(drawn, context) if drawn else self._judge_counts(stores, context)

    def _judge(self, drawn: list[str], context: Context) -> Outcome:
        written = [r for r in drawn if any(self._writers(r, context))]
        if written:
            ways = [(writer, replica) for replica in written for writer in self._writers(replica, context)]
            message = f"{context.names(w for w, _ in ways)} writes to {context.names(written)}, which only copies."
            return problem(f"{message} Write to the primary.", context.evidence(written, paths=ways))
        if unfed := [r for r in drawn if not any(feeders(r, context))]:
            message = f"Nothing feeds {context.names(unfed, 'or')}: it goes stale. Draw the replication."
            return problem(message, context.evidence(unfed))
        for_reads = [r for r in drawn if is_for_reads(r, context)]
        if unread := [r for r in for_reads if not any(self._askers(r, context))]:
            message = f"Nothing reads {context.names(unread, 'or')}, so the primary takes all reads."
            return problem(f"{message} Draw which service reads there.", context.evidence(unread))
        ways = [(source, replica) for replica in drawn for source in list(feeders(replica, context))[:1]]
        return passed(f"Fed, and written by nothing else: {context.names(drawn)}.", context.evidence(paths=ways))

    def _askers(self, replica: str, context: Context) -> Iterator[str]:
        """Who asks a copy; one behind a balancer stands for all of it."""
        return (c for c in context.graph.calls.back(replica) if context.graph.tiers[c] is not Tier.STORE)

    def _writers(self, replica: str, context: Context) -> list[str]:
        graph = context.graph
        return [
            c
            for c in self._askers(replica, context)
            if traffic.says("write", c, replica, graph) and not traffic.says("read", c, replica, graph)
            if not self._takes_over(c, replica, context)
        ]

    def _takes_over(self, writer: str, replica: str, context: Context) -> bool:
        """Whether a standby is written by what stands ready beside it: then it is the primary by then."""
        if not speaks_of(context.graph.component(replica).label, _STANDBY):
            return False
        return any({writer, replica} <= {*group.members} for group in context.graph.architecture.groups)

    def _judge_counts(self, stores: tuple[str, ...], context: Context) -> Outcome:
        requested = traffic.requested(context)
        serving = [s for s in stores if s in requested]
        if not serving:
            return not_applicable("No request reads a store.")
        counted = {store: copies(store, context) for store in serving}
        single = [store for store, count in counted.items() if count == 1]
        if single and (found := hot_read(context, self.journey, self.hot, self.load)):
            saying = found.saying[:1].upper() + found.saying[1:]
            message = f"{saying} tells of many reads, and {context.names(single)} is a single"
            evidence = context.evidence(single, paths=[found.walk], notes=found.notes)
            return problem(f"{message} node that takes all of them. Draw a replica that serves reads.", evidence)
        several = [s for s in serving if (context.graph.component(s).replicas or 1) >= _FEWEST]
        if several and not single:
            return passed(f"Drawn with several nodes: {context.names(several)}.", context.evidence(several))
        message = f"Whether copies of {context.names(serving, 'or')} serve reads is not drawn."
        return not_shown(f"{message} Draw a replica and what reads it.", context.evidence(serving))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Add a copy that is read, or feed, read, or stop writing the one that is there."""
        stores = context.components(self.store)
        drawn = replicas(stores, context)
        primaries = [store for store in stores if store not in drawn]
        for replica in drawn:
            for writer in self._writers(replica, context):
                for primary in primaries[: mending.MOST_REUSED]:
                    yield mending.turn(context, (writer, replica), primary)
            if not any(feeders(replica, context)):
                for primary in mending.nearest(context, primaries, replica):
                    yield mending.join(context, primary, replica, "replication", "replication")
            if not any(self._askers(replica, context)):
                yield from _read_by_those_of(primaries, replica, context)
        if not drawn:
            yield from (_with_reader(store, context) for store in primaries[: mending.MOST_REUSED])


def _read_by_those_of(primaries: list[str], replica: str, context: Context) -> Iterator[Mend]:
    for primary in primaries:
        for caller in list(context.graph.calls.back(primary))[: mending.MOST_REUSED]:
            yield mending.join(context, caller, replica, "read")


def _with_reader(store: str, context: Context) -> Mend:
    added = mending.copy_of(context, store, "read replica")
    replica = added.component.id
    callers = [c for c in context.graph.calls.back(store) if context.graph.tiers[c] is Tier.SERVICE]
    read = [mending.arrow(context, caller, replica, "read") for caller in callers[:1]]
    return added, mending.arrow(context, store, replica, "replication", "replication"), *read
