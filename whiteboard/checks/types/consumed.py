"""`consumed`: what goes into a queue or stream also comes out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending
from whiteboard.checks.base import Check, Context, passed, problem
from whiteboard.graph.connection_labels import replicates
from whiteboard.graph.stems import speaks_of
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_FOR_PEOPLE = ("dead letter", "dlq", "dead queue", "failed message", "failed job", "failure queue", "error queue")
"""What ends in a queue for dead letters waits for a person."""


class Consumed(Check):
    """Each component of a role (queues, streams) has a producer and a consumer.

    A mirror of the queue is no consumer, and a queue for dead letters needs none.
    """

    check: Literal["consumed"] = "consumed"
    role: RoleName = Field(description="The queues and streams.")

    def evaluate(self, context: Context) -> Outcome:
        """Ask the flows who puts in and who takes out."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        found = context.components(self.role)
        stuck, dry = self._broken(context)
        if not stuck and not dry:
            ways = [_through(channel, context) for channel in found]
            return passed(f"Fed and drained: {context.names(found)}.", context.evidence(found, paths=ways))
        sayings = (
            ("Nothing takes anything out of", stuck, "draw a consumer"),
            ("Nothing puts anything into", dry, "draw a producer"),
        )
        message = " ".join(f"{saying} {context.names(some, 'or')}: {ask}." for saying, some, ask in sayings if some)
        broken = [*stuck, *dry]
        return problem(message, context.evidence(broken, paths=[_through(channel, context) for channel in broken]))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let a worker take out of the first that is stuck, or a service put into the first that is dry."""
        stuck, dry = self._broken(context)
        for channel in stuck[:1]:
            yield from mending.drain(context, channel)
        for channel in dry[:1]:
            yield from mending.feed(context, channel)

    def _broken(self, context: Context) -> tuple[list[str], list[str]]:
        """Those that nothing takes out of, and those that nothing puts into."""
        found = context.components(self.role)
        stuck = [channel for channel in found if not is_drained(channel, context)]
        return stuck, [channel for channel in found if not any(context.graph.flows.back(channel))]


def is_drained(channel: str, context: Context) -> bool:
    """Whether anything but a mirror takes out of a queue, or nothing need."""
    graph = context.graph
    if speaks_of(graph.component(channel).label, _FOR_PEOPLE):
        return True
    return any(
        not all(replicates(graph.connection(c)) for c in graph.flows.drawn_by(channel, consumer))
        for consumer in graph.flows.onward(channel)
    )


def _through(channel: str, context: Context) -> tuple[str, ...]:
    """A way through a queue, as far as there is one: producer, queue, consumer."""
    flows = context.graph.flows
    return (*list(flows.back(channel))[:1], channel, *list(flows.onward(channel))[:1])
