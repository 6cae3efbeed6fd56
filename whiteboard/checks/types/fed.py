"""`fed`: what is asked is also filled, and what is filled is also asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic
from whiteboard.checks.base import Check, Context, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome


class Fed(Check):
    """Each component of a role (a search index, a read model) is filled by something, and asked by something.

    A store, queue, stream or worker that leads to it fills it, a store also by an arrow the other way: an index fills
    no database, it reads one. So does a service, unless its label speaks of
    `asking` (search) and neither the arrow says that it writes nor anything else feeds the service. Where nothing is
    named for asking, one that is filled and not asked may be a sink for logs: not shown.
    """

    check: Literal["fed"] = "fed"
    role: RoleName
    asking: tuple[ContentName, ...] = Field((), description="What a service speaks of that only asks.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for a component that fills and one that asks, for each."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        found = context.components(self.role)
        dry = [one for one in found if not any(self._fillers(one, context))]
        unasked = [one for one in found if not any(traffic.readers(one, context))]
        if unasked and not dry and not self._somebody_asks(context):
            message = f"What asks {context.names(unasked, 'or')} is not drawn: draw which service does, if any."
            return not_shown(message, context.evidence(unasked))
        if not dry and not unasked:
            ways = [self._through(one, context) for one in found]
            return passed(f"Filled and asked: {context.names(found)}.", context.evidence(found, paths=ways))
        sayings = (
            ("Nothing fills", dry, "draw how the data gets there"),
            ("Nothing that serves requests asks", unasked, "draw which service does"),
        )
        message = " ".join(f"{saying} {context.names(some, 'or')}: {ask}." for saying, some, ask in sayings if some)
        broken = [*dry, *unasked]
        ways = [self._through(one, context) for one in broken]
        return problem(message, context.evidence(broken, paths=ways))

    def _somebody_asks(self, context: Context) -> bool:
        """Whether anything is named for asking; otherwise an index may be for people who look at logs."""
        services = [c for c, tier in context.graph.tiers.items() if tier in {Tier.SERVICE, Tier.ENTRY}]
        return not self.asking or bool(traffic.speaking_of(self.asking, services, context))

    def _fillers(self, kept: str, context: Context) -> Iterator[str]:
        graph = context.graph
        yield from (c for c in graph.flows.back(kept) if self._fills(c, kept, context))
        yield from (c for c in graph.flows.onward(kept) if graph.tiers[c] is Tier.STORE and _is_plain(kept, c, context))

    def _fills(self, filling: str, kept: str, context: Context) -> bool:
        graph = context.graph
        if graph.tiers[filling] is not Tier.SERVICE or traffic.says("write", filling, kept, graph):
            return graph.tiers[filling] is not Tier.ENTRY
        only_asks = not traffic.said_of(filling, context).isdisjoint(self.asking)
        return not only_asks or any(_brings_data(c, context) for c in graph.flows.back(filling))

    def _through(self, kept: str, context: Context) -> tuple[str, ...]:
        return (*list(self._fillers(kept, context))[:1], kept, *list(traffic.readers(kept, context))[:1])

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let a store or stream feed it, and the services that speak of asking ask it."""
        for kept in context.components(self.role):
            if not any(self._fillers(kept, context)):
                yield from _fed_from(kept, context)
            if not any(traffic.readers(kept, context)):
                services = [c for c, tier in context.graph.tiers.items() if tier is Tier.SERVICE]
                speaking = traffic.speaking_of(self.asking, services, context) or services
                for service in mending.nearest(context, speaking, kept):
                    yield mending.join(context, service, kept, "query")


def _fed_from(kept: str, context: Context) -> Iterator[Mend]:
    sources = mending.alike(context, ("datastore",), kept)
    for source in (s for s in sources if s != kept):
        yield mending.join(context, source, kept, "change data capture", "async")


def _brings_data(component: str, context: Context) -> bool:
    """Whether a component carries data by itself rather than requests."""
    tier = context.graph.tiers[component]
    return tier in {Tier.WORKER, Tier.CHANNEL, Tier.STORE}


def _is_plain(one: str, other: str, context: Context) -> bool:
    """Whether nothing is written on an arrow between two components."""
    return not any(context.graph.connection(c).label for c in context.graph.drawn_between(one, other))
