"""`lasting`: a cache is not the only home of data that must last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome


class Lasting(Check):
    """Whoever writes what must last (`data`) into a component of the role `cache` also leads to one of the role
    `home`, or the cache itself does.

    What is in a cache is told by its label, the labels of its arrows and who asks it. Data that may be lost or made
    again (`passing`) needs no home.
    """

    check: Literal["lasting"] = "lasting"
    cache: RoleName = Field(description="What forgets when it restarts.")
    home: RoleName = Field(description="Where what lasts belongs.")
    data: tuple[ContentName, ...] = Field(min_length=1, description="What must last.")
    passing: tuple[ContentName, ...] = Field((), description="What may be lost, or can be made again.")

    kept_by: tuple[Text, ...] = Field((), description="Words on a cache that say that it keeps what it has.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for a home behind, before or beside each cache."""
        if undrawn := context.undrawn(self.cache):
            return undrawn
        caches = [c for c in context.components(self.cache) if c in context.graph.connected]
        backed = self._backed(caches, context)
        if only := [cache for cache in caches if cache not in backed and self._must_last(cache, context)]:
            ways = [(one, cache) for cache in only for one in list(context.graph.calls.back(cache))[:1]]
            message = f"{context.names(only)} is the only home of what must last: what a cache drops is gone."
            return problem(f"{message} Draw the store behind it.", context.evidence(only, paths=ways))
        if backed:
            return passed(f"Behind {context.names(backed)} stands a store.", context.evidence(backed))
        return not_applicable("What the cache keeps may be lost, or the drawing does not say what it is.")

    def _must_last(self, cache: str, context: Context) -> bool:
        drawn = context.graph.component(cache)
        if any(speaks_of(text, self.kept_by) for text in (drawn.label, *drawn.notes)):
            return False
        own = traffic.said_of(cache, context)
        if not own.isdisjoint(self.data):
            return True
        if not own.isdisjoint(self.passing):
            return False
        asking = list(context.graph.calls.back(cache))
        said = frozenset[str]().union(*(traffic.said_between(one, cache, context) for one in asking))
        return not (said or self._said_by(asking, context)).isdisjoint(self.data)

    def _said_by(self, asking: list[str], context: Context) -> frozenset[str]:
        speaking = [traffic.said_of(one, context) for one in asking if context.graph.tiers[one] is Tier.SERVICE]
        return speaking[0] if len(speaking) == 1 else frozenset()

    def _backed(self, caches: list[str], context: Context) -> list[str]:
        """The caches of which one that asks or fills them, or they themselves, leads to a home."""
        leading = traffic.leading_to(context.components(self.home), context.graph)
        return [c for c in caches if not leading.isdisjoint((c, *traffic.around(c, context.graph)))]

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let a service that writes into the cache write into a store as well."""
        caches = [cache for cache in context.components(self.cache) if cache in context.graph.connected]
        backed = self._backed(caches, context)
        for cache in caches:
            if cache not in backed and self._must_last(cache, context):
                for service in list(context.graph.calls.back(cache))[: mending.MOST_REUSED]:
                    yield from mending.ask_role(context, service, self.home)
