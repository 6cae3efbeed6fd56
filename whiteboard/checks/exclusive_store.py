"""`exclusive_store`: each store belongs to the services of one duty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from whiteboard.checks import mending
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.redundancy import is_follower
from whiteboard.checks.services import users
from whiteboard.graph.duties import by_duty
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.model.finding import Evidence, Outcome
    from whiteboard.model.fix import Edit

_FEWEST = 2

Sharing = dict[str, tuple[tuple[str, ...], ...]]
"""For each store the services that use it, those of one duty together."""


class ExclusiveStore(Check):
    """No component of a role (stores) is used by services with different duties.

    What a service is for is told by its name: "Order service" and "Order history API" are one duty, "Order service"
    and "Payment service" two, numbered servers one. Jobs and workers belong to a service, and who signs people in
    to who keeps them. A copy for reading may be shared, and so may a cache, save where it is all that a service has.
    """

    check: Literal["exclusive_store"] = "exclusive_store"
    role: RoleName

    def evaluate(self, context: Context) -> Outcome:
        """Group the users of each store by their duty. One service, or none, has nothing to share."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        used = self._used(context)
        shared = {store: duties for store, duties in used.items() if len(duties) > 1}
        if shared:
            sayings = (
                f"{context.names(_all(duties))} share {context.name(store)}." for store, duties in shared.items()
            )
            message = f"{' '.join(sayings)} Give each its own store, or let the others ask the service that owns it."
            paths = [(service, store) for store, duties in shared.items() for service in _all(duties)]
            return problem(message, _shown(paths, context))
        if not used or _is_alone(context):
            return not_applicable("No two services could share a store.")
        owned = ", ".join(f"{context.name(store)} by {context.names(_all(duties))}" for store, duties in used.items())
        paths = [(service, store) for store, duties in used.items() for service in _all(duties)]
        return passed(f"Each store is used by the services of one duty: {owned}.", _shown(paths, context))

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Let a second service ask the first instead, or have a store of its own."""
        for store, duties in self._used(context).items():
            for owner, *others in (duties, duties[::-1]) if len(duties) > 1 else ():
                for service in (service for members in others for service in members):
                    yield from _moved(service, owner[0], store, context)

    def _used(self, context: Context) -> Sharing:
        component = context.graph.component
        found = {}
        for store in context.components(self.role):
            asking = [c for c in users(store, context) if _is_owner(c, store, context)]
            if asking and not is_follower(store, context) and not _is_beside(store, asking, context):
                found[store] = by_duty(map(component, asking))
        return found


def _is_beside(store: str, asking: list[str], context: Context) -> bool:
    """Whether a store is a cache beside others: whoever uses it keeps its data elsewhere."""
    tiers, onward = context.graph.tiers, context.graph.calls.onward
    return tiers[store] is Tier.CACHE and all(any(tiers[c] is Tier.STORE for c in onward(one)) for one in asking)


def _is_owner(component: str, store: str, context: Context) -> bool:
    graph = context.graph
    drawn = [graph.connection(id_) for id_ in graph.drawn_between(component, store)]
    told = bool(drawn) and all(c.source == store and c.style is not None for c in drawn)
    kind = graph.component(component).kind
    serves = graph.tiers[component] is Tier.SERVICE or kind == "realtime_gateway"
    return serves and kind != "other" and not told


def _moved(service: str, owner: str, store: str, context: Context) -> Iterator[tuple[Edit, ...]]:
    edge = (service, store)
    if not context.graph.drawn_between(*edge):
        return
    if context.graph.drawn_between(service, owner):
        yield mending.erase(context, edge)
    else:
        yield mending.turn(context, edge, owner)
    kind = context.graph.component(store).kind
    name = context.graph.component(service).label.splitlines()[:1]
    own = mending.box(context, kind, service, label=f"{name[0]} store" if name else None)
    yield own, *mending.turn(context, edge, own.component.id)


def _is_alone(context: Context) -> bool:
    component = context.graph.component
    serving = [c for c, tier in context.graph.tiers.items() if tier is Tier.SERVICE and component(c).kind != "other"]
    return len(by_duty(map(component, serving))) < _FEWEST


def _all(duties: Iterable[tuple[str, ...]]) -> list[str]:
    return [service for members in duties for service in members]


def _shown(paths: list[tuple[str, str]], context: Context) -> Evidence:
    drawn = [path for path in paths if context.graph.drawn_between(*path)]
    return context.evidence([end for path in paths for end in path], paths=drawn)
