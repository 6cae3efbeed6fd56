"""`waypoint`: every walk of a journey passes something on its way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, placement, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.stretch import Phase, Stretch
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import JourneyName, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.route import Walk
    from whiteboard.model.finding import Outcome


class Waypoint(Check):
    """Every walk of a journey passes `via`, on the whole way or on the stretch `between` two roles.

    `inline`: a component of the role stands on the walk. `aside`: the component that reaches the end of
    the stretch also asks one (a cache filled by its reader), looking back over balancers and proxies.
    """

    check: Literal["waypoint"] = "waypoint"
    journey: JourneyName = Field(description="The journey whose walks are looked at.")
    via: RoleName = Field(description="What each of them must pass.")
    between: tuple[RoleName, RoleName] | None = Field(None, description="Where on the way: from one role to another.")
    accept: tuple[Literal["inline", "aside"], ...] = Field(
        ("inline",), min_length=1, description="What counts as passing it: on the walk itself, or asked from it."
    )

    def evaluate(self, context: Context) -> Outcome:
        """Look for a walk that misses `via`; the shortest is the counterexample."""
        if missing := context.undrawn(*(self.between or ())) or context.untravelled(self.journey):
            return missing
        stretch = self._stretch(context)
        if walk := stretch.shortest(Phase.MISSED):
            return problem(self._missed(context, walk, stretch), context.evidence(paths=[walk]))
        if walk := stretch.shortest(Phase.MET):
            return self._met(context, walk, stretch)
        return self._nowhere(context)

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let the reader ask one, where that will do; else put one on the way, from its end backward."""
        if context.undrawn(*(self.between or ())) or context.untravelled(self.journey):
            yield from placement.bridged(context, self.journey)
            return
        stretch = self._stretch(context)
        piece = stretch.piece(stretch.shortest(Phase.MISSED) or ())
        if len(piece) > 1 and "aside" in self.accept:
            yield from mending.ask_role(context, self._reader(piece, stretch), self.via)
        if "inline" in self.accept:
            for edge in reversed(list(pairwise(piece))):
                yield from mending.lead_through_role(context, edge, self.via)

    def _reader(self, piece: Walk, stretch: Stretch) -> str:
        """Who reaches the end of the stretch; a proxy stands for the one in front of it."""
        return next((c for c in reversed(piece[1:-1]) if c not in stretch.proxies), piece[-2])

    def _stretch(self, context: Context) -> Stretch:
        start, end = map(frozenset, map(context.components, self.between)) if self.between else (None, None)
        via = context.components(self.via)
        callers = (caller for component in via for caller in context.graph.calls.back(component))
        return Stretch(
            route=context.route(self.journey),
            start=start,
            end=end,
            inline=frozenset(via if "inline" in self.accept else ()),
            asking=frozenset(callers if "aside" in self.accept else ()),
            proxies=frozenset(c for c, tier in context.graph.tiers.items() if tier is Tier.ENTRY),
        )

    def _missed(self, context: Context, walk: Walk, stretch: Stretch) -> str:
        piece = stretch.piece(walk)
        where = f"between {context.name(piece[0])} and {context.name(piece[-1])}" if self.between else "on this path"
        message = f"{context.path(walk)}: nothing {where} is {wording.a(self.via)}."
        reader = context.name(piece[-2]) if "aside" in self.accept else None
        drawn = [component for component in context.components(self.via) if component not in piece]
        if not drawn:
            return f"{message} Draw one there{f', or one that {reader} asks' if reader else ''}."
        asked = f", nor does {reader} ask it" if reader else ""
        return f"{message} {context.names(drawn)} is drawn, but does not stand there{asked}."

    def _met(self, context: Context, walk: Walk, stretch: Stretch) -> Outcome:
        piece = stretch.piece(walk)
        if not stretch.inline.isdisjoint(piece):
            message = f"Every way passes {wording.a(self.via)}: {context.path(walk)}."
            return passed(message, context.evidence(paths=[walk]))
        reader = next(component for component in reversed(piece[:-1]) if component in stretch.asking)
        via = context.components(self.via)
        asked = [component for component in via if context.graph.calls.has(reader, component)]
        message = f"{context.path(walk)}: {context.name(reader)} also asks {context.names(asked)}."
        return passed(message, context.evidence(asked, paths=[walk, *((reader, one) for one in asked)]))

    def _nowhere(self, context: Context) -> Outcome:
        """The journey can be travelled, but never along the stretch."""
        start, end = (context.components(role) for role in self.between or ())
        journey = f"The journey “{wording.plain(self.journey)}”"
        message = f"{journey} never leads from {context.names(start, 'or')} to {context.names(end, 'or')}."
        evidence = context.evidence([*start, *end])
        return problem(message, evidence) if context.required else not_applicable(message, evidence)
