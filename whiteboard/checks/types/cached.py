"""`cached`: reads by many go through a cache that takes part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from whiteboard.checks import flaws, mending, traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.checks.hot import Hot, hot_read
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import JourneyName, OneOrMany, RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome


class Cached(Check):
    """Each cache that is drawn is read by what serves requests; and where the drawing itself says that reads are
    many, one is drawn.

    A cache that only workers, jobs or stores fill is read by nobody, unless a label says that they read it; that is
    a problem where no other cache is read.
    Caches for something else (`aside`: sessions, locks, limits) do not count, nor do those that only a rate
    limiter asks. Reads are many where a label on the way of `journey` speaks of one of the contents of `hot`, or a
    label or note of one of `load`. A way whose labels all write is no way to read.
    """

    check: Literal["cached"] = "cached"
    journey: JourneyName
    cache: RoleName = Field(description="What answers from memory before the store is asked.")
    hot: tuple[ContentName, ...] = Field((), description="Contents that are read by many.")
    load: tuple[ContentName, ...] = Field((), description="Contents that say so themselves, also in notes.")
    quick: Annotated[tuple[RoleName, ...], OneOrMany] = Field(
        (), description="Where reads may end that need no cache: it answers quickly by itself."
    )
    edge: RoleName | None = Field(None, description="What may answer on the way instead: a delivery network.")
    aside: tuple[ContentName, ...] = Field((), description="What a cache may keep that has nothing to do with reads.")

    def evaluate(self, context: Context) -> Outcome:
        """Look at the caches first; without one, at whether the drawing says that it needs one."""
        caches = [cache for cache in context.components(self.cache) if not self._is_aside(cache, context)]
        if not caches:
            return self._without(context)
        if idle := list(flaws.orphans(caches, context)):
            message = f"Nothing is connected to {context.names(idle, 'or')}, so every read still goes to the store."
            return problem(f"{message} Draw which service asks it.", context.evidence(idle))
        paths = [(reader, cache) for cache in caches for reader in list(traffic.readers(cache, context))[:1]]
        unread = [c for c in caches if c in context.graph.connected and not any(traffic.readers(c, context))]
        if unread and not paths:
            message = f"Nothing that serves requests reads {context.names(unread, 'or')}: it is filled for nobody."
            return problem(
                f"{message} Draw which service asks it.", context.evidence(unread, paths=_fed(unread, context))
            )
        names = context.names(cache for _, cache in paths)
        if not paths:
            return not_shown("Which service asks the cache is not drawn.", context.evidence(caches))
        return passed(
            f"Reads go through {names}, which {context.names(r for r, _ in paths)} asks.", context.evidence(paths=paths)
        )

    def _is_aside(self, cache: str, context: Context) -> bool:
        asking = list(context.graph.calls.back(cache))
        if asking and all("rate_limiter" in context.graph.component(one).kinds for one in asking):
            return True
        said = traffic.said_of(cache, context)
        return not said.isdisjoint(self.aside) and said.isdisjoint(self.hot)

    def _without(self, context: Context) -> Outcome:
        if missing := context.untravelled(self.journey):
            return missing
        found = self._hot(context)
        if found is None:
            return not_applicable("Nothing on the board says that reads are many.")
        if self.edge and not set(found.walk).isdisjoint(context.components(self.edge)):
            message = f"{context.path(found.walk)}: whether the answers may be kept on the way is not drawn."
            return not_shown(
                f"{message} Write what may be kept, and for how long.", context.evidence(paths=[found.walk])
            )
        if spoken := context.board.texts.speaking_of("cache"):
            bearers = [text.component for text in spoken if text.component]
            return not_shown("A cache is spoken of, but not drawn: draw where it stands.", context.evidence(bearers))
        return problem(_missed(found, context), context.evidence(paths=[found.walk], notes=found.notes))

    def _hot(self, context: Context) -> Hot | None:
        spare = [component for role in self.quick for component in context.components(role)]
        return hot_read(context, self.journey, self.hot, self.load, spare=spare)

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let what reads the store ask the cache as well: the drawn one, or a new one."""
        found = self._hot(context)
        walk = found.walk if found else context.route(self.journey).shortest
        asking = next((c for c in reversed((walk or ())[:-1]) if context.graph.tiers[c] is Tier.SERVICE), None)
        caches = [cache for cache in context.components(self.cache) if not any(traffic.readers(cache, context))]
        for cache in caches:
            for service in [asking] if asking else _services(context):
                yield mending.join(context, service, cache)
        if asking and not caches:
            yield from mending.ask_role(context, asking, self.cache)


def _missed(found: Hot, context: Context) -> str:
    reader, store = context.name(found.walk[-2]), context.name(found.walk[-1])
    return (
        f"{context.path(found.walk)}: {found.saying} tells of many reads, and each one reaches {store}."
        f" Draw a cache that {reader} asks first."
    )


def _fed(caches: list[str], context: Context) -> list[tuple[str, ...]]:
    return [(source, cache) for cache in caches for source in list(context.graph.flows.back(cache))[:1]]


def _services(context: Context) -> list[str]:
    services = (c for c, tier in context.graph.tiers.items() if tier is Tier.SERVICE)
    return [c for c in services if c in context.graph.connected][: mending.MOST_REUSED]
