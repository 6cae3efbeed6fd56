"""`balanced`: who comes from outside is spread over the servers by something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from whiteboard.checks import mending
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.redundancy import copies, is_named_as_several, twin_key
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.model.scenario import OneOrMany, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit


class Balanced(Check):
    """Every component of the tier that the callers reach from outside is reached through a spreader.

    What stands between without spreading anything (a name service, a firewall, a limiter) does not count. A tier
    that the drawing places by a directory (`placed_by`: service discovery, a connection registry) may be reached
    directly when it holds connections, and a managed product that spreads requests by itself always may.
    """

    check: Literal["balanced"] = "balanced"
    from_: RoleName = Field(alias="from", description="The callers from outside.")
    tier: Annotated[tuple[RoleName, ...], OneOrMany] = Field(
        min_length=1, description="What must be reached through a spreader."
    )
    via: RoleName = Field(description="What spreads requests: balancers, gateways, proxies.")
    placed_by: Annotated[tuple[RoleName, ...], OneOrMany] = Field(
        (), description="What tells callers which connection server to use."
    )

    def evaluate(self, context: Context) -> Outcome:
        """Look at each way in. Where the callers are joined to nothing, a tier of several that stands open counts."""
        if undrawn := context.undrawn(self.from_):
            return undrawn
        if not self._tier(context) and not _own_senders(context):
            return not_applicable("No server is drawn.")
        if bare := self._bare(context):
            walks = [edge for edge in bare if context.graph.drawn_between(*edge)]
            entered = tuple(dict.fromkeys(target for _, target in bare))
            message = (
                f"{context.names(entered)}: callers from outside get there with nothing that spreads them over several"
                f" servers. Put a load balancer or gateway in front."
            )
            return problem(message, context.evidence(entered, paths=walks))
        if open_ := self._standing_open(context):
            message = (
                f"{context.names(open_)}: there are several, and nothing drawn spreads the callers over them."
                " Put a load balancer in front."
            )
            return problem(message, context.evidence(open_))
        if ways := self._ways_in(context):
            return passed(f"Callers are spread: {context.path(ways[0])}.", context.evidence(paths=ways))
        return not_applicable("No way from outside to a server is drawn.")

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Lead all bare ways in through a balancer, or one by one; draw a way in where there is none."""
        bare = self._bare(context)
        yield from mending.gather_by_role(context, bare, self.via)
        for edge in bare if len(bare) > 1 else ():
            yield from mending.lead_through_role(context, edge, self.via)
        callers = context.components(self.from_)
        for server in self._standing_open(context):
            added = mending.box_for(context, self.via, server)
            entry = mending.arrow(context, callers[0], added.component.id)
            yield added, entry, mending.arrow(context, added.component.id, server)

    def _tier(self, context: Context) -> tuple[str, ...]:
        return tuple(dict.fromkeys(server for role in self.tier for server in context.components(role)))

    def _bare(self, context: Context) -> list[Edge]:
        """The ways in that nothing spreads: (who leads there, the server)."""
        spreaders = self._spreaders(context)
        tier = set(self._tier(context)) - spreaders
        found = []
        for step in self._outside(context, spreaders):
            found += [(step, server) for server in context.graph.calls.onward(step) if server in tier]
        return [(step, server) for step, server in dict.fromkeys(found) if not self._is_excused(server, context)]

    def _outside(self, context: Context, spreaders: set[str]) -> list[str]:
        """The callers, and what passes their requests on without spreading them."""
        graph, tier = context.graph, set(self._tier(context))

        def onward(component: str) -> Iterator[str]:
            for target in graph.calls.onward(component):
                if graph.tiers[target] is Tier.ENTRY and target not in spreaders and target not in tier:
                    yield target

        return list(explore(context.components(self.from_), onward))

    def _spreaders(self, context: Context) -> set[str]:
        """Those of `via`; a tier that is one of them by its label as well spreads by itself."""
        named_so = {c for c in self._tier(context) if context.graph.component(c).kind == "reverse_proxy"}
        return set(context.components(self.via)) - named_so

    def _is_excused(self, server: str, context: Context) -> bool:
        shown = context.graph.component(server)
        product = context.catalog.technologies.get(shown.technology or "")
        if product is not None and product.redundant:
            return True
        places = (place for role in self.placed_by for place in context.components(role) if place != server)
        return shown.kind == "realtime_gateway" and any(place in context.graph.connected for place in places)

    def _standing_open(self, context: Context) -> tuple[str, ...]:
        """Servers that are several and that nothing asks, though the same servers elsewhere are asked, or no caller
        asks for anything.
        """
        calls, tier = context.graph.calls, self._tier(context)
        unasked = [c for c in tier if not any(calls.back(c))]
        if any(any(calls.onward(caller)) for caller in context.components(self.from_)):
            asked = {twin_key(c, context) for c in tier if any(calls.back(c))}
            unasked = [c for c in unasked if twin_key(c, context) in asked]
        return tuple(c for c in unasked if (copies(c, context) or 1) > 1 or is_named_as_several(c, context))

    def _ways_in(self, context: Context) -> list[tuple[str, ...]]:
        """For each spreader that leads to a server a way through it, from a caller where one is drawn."""
        calls, tier = context.graph.calls, {*self._tier(context), *_own_senders(context)}
        ways = []
        for spreader in sorted(self._spreaders(context)):
            servers = [server for server in calls.onward(spreader) if server in tier][:1]
            before = [caller for caller in calls.back(spreader) if context.graph.tiers[caller] is not Tier.SERVICE][:1]
            if servers:
                ways.append((*before, spreader, *servers))
        return ways


def _own_senders(context: Context) -> tuple[str, ...]:
    """One's own code that sends messages: requests may be spread over it, but what it pushes need not be."""
    graph = context.graph
    running = (c for c, tier in graph.tiers.items() if tier is Tier.SERVICE)
    return tuple(c for c in running if graph.component(c).kind == "notification")
