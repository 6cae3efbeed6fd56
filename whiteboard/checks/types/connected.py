"""`connected`: everything that is drawn takes part, and passes on what it must."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import flaws, placement
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

Flaw = Literal["orphan", "unreached", "dead_end"]


class Connected(Check):
    """No orphan (no connection at all), nothing unreached (no client or job leads to it), no dead end
    (a balancer, worker, queue or read replica that passes nothing on), save the flaws it is told to `accept`.

    Jobs start by themselves; monitoring and the like may stand alone, and so may what stands in a boundary
    that is connected as a whole, and callouts: boundaries around boxes without connections that name techniques.
    """

    check: Literal["connected"] = "connected"
    role: RoleName | None = Field(None, description="Looks only at these; at everything when left out.")
    accept: tuple[Flaw, ...] = Field((), description="Flaws that do not count.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for each flaw. What is unreached may be entered from outside the board: the drawing does not say."""
        orphans, dead_ends, unreached, judged = self._find(context)
        if orphans or dead_ends:
            return problem(_flawed(orphans, dead_ends, context), context.evidence([*orphans, *dead_ends]))
        if unreached:
            message = f"Nothing drawn leads to {context.names(unreached, 'or')}: draw who uses it, or what starts it."
            return not_shown(message, context.evidence(unreached))
        if not judged:
            return not_applicable("Nothing is drawn that this could be said of.")
        return passed(self._praise(judged, context), context.evidence(judged))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Connect the first that stands alone, or that nothing leads to, as its kind usually is; lead the first
        dead end on.
        """
        orphans, dead_ends, unreached, _ = self._find(context)
        yield from placement.like_twins(context, orphans)
        for apart in [*orphans, *unreached][:1]:
            yield from placement.ties(context, apart, context.graph.component(apart).kind)
        for dead_end in dead_ends[:1]:
            yield from placement.onward(context, dead_end)

    def _find(self, context: Context) -> tuple[list[str], list[str], list[str], list[str]]:
        """The orphans, the dead ends, the unreached, and all that were looked at."""
        found = list(context.graph.tiers) if self.role is None else list(context.components(self.role))
        passing_on = [] if "dead_end" in self.accept else list(flaws.must_pass_on(found, context))
        orphans = [] if "orphan" in self.accept else list(flaws.orphans(found, context))
        unreached = [] if "unreached" in self.accept else list(flaws.unreached(found, context))
        dead_ends = [component for component in passing_on if flaws.is_dead_end(component, context)]
        joined = [component for component in found if component in context.graph.connected]
        return orphans, dead_ends, unreached, passing_on if {"orphan", "unreached"} <= set(self.accept) else joined

    def _praise(self, judged: list[str], context: Context) -> str:
        if "dead_end" in self.accept:
            return f"All of it is connected: {context.names(judged)}."
        return f"Each passes on what it takes: {context.names(judged)}."


def _flawed(orphans: list[str], dead_ends: list[str], context: Context) -> str:
    sayings = (
        ("Nothing is connected to", orphans, "draw who uses it, or take it off the board"),
        ("Nothing leads on from", dead_ends, "draw where its work goes"),
    )
    return " ".join(f"{saying} {context.names(flawed, 'or')}: {ask}." for saying, flawed, ask in sayings if flawed)
