"""`exclusive_store`: each store belongs to the services of one duty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.redundancy import is_follower
from whiteboard.checks.services import Users, is_beside_store, is_offline, is_told, services
from whiteboard.graph.duties import by_duty
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Evidence, Outcome

_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """Stores that the same services use, and those services, those of one duty together."""

    stores: tuple[str, ...]
    duties: tuple[tuple[str, ...], ...]

    @property
    def services(self) -> tuple[str, ...]:
        return tuple(service for members in self.duties for service in members)


class ExclusiveStore(Check):
    """No component of a role (stores) is used by services with different duties.

    What a service is for is told by its name: "Order service" and "Order history API" are one duty, "Order service"
    and "Payment service" two, numbered servers one. Jobs and workers belong to a service, and so does what only a
    queue, a store or a batch job sets to work, unless only such services use the store; who signs people in belongs
    to who keeps them. A copy for reading may be shared, but who writes to it uses what it copies. A cache may be
    shared, save where it is all that its users have.
    """

    check: Literal["exclusive_store"] = "exclusive_store"
    role: RoleName = Field(description="The stores.")

    def evaluate(self, context: Context) -> Outcome:
        """Group the users of each store by their duty. One service, or none, has nothing to share."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        uses = self._uses(context)
        if shared := [use for use in uses if len(use.duties) > 1]:
            sayings = " ".join(f"{context.names(use.services)} share {context.names(use.stores)}." for use in shared)
            message = f"{sayings} Give each its own store, or let the others ask the service that owns it."
            return problem(message, _shown(shared, context))
        using = (service for use in uses for service in use.services)
        at_work = dict.fromkeys(s for s in (*services(context), *using) if s in context.graph.connected)
        if not uses or len(by_duty(map(context.graph.component, at_work))) < _FEWEST:
            return not_applicable("No two services could share a store.")
        owned = wording.listed(f"{context.names(use.stores)} by {context.names(use.services)}" for use in uses)
        return passed(f"Each store is used by the services of one duty: {owned}.", _shown(uses, context))

    def _writers_of_copies(self, users: Users, context: Context) -> dict[str, set[str]]:
        """For each store that is copied, who writes to a copy of it."""
        graph = context.graph
        found: dict[str, set[str]] = {}
        for copy in context.components(self.role):
            if is_follower(copy, context):
                writing = {one for one in users.of(copy) if traffic.says("write", one, copy, graph)}
                for source in graph.flows.back(copy) if writing else ():
                    found.setdefault(source, set()).update(writing)
        return found

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let a second service have a store of its own, or ask the first instead: that before all where it does so."""
        for use in self._uses(context):
            for owner, *others in (use.duties, use.duties[::-1]) if len(use.duties) > 1 else ():
                for service in (service for members in others for service in members):
                    yield from _moved(service, owner[0], use.stores[0], context)

    def _uses(self, context: Context) -> list[_Use]:
        users, at_work = Users(context, _serves), Users(context, _works)
        together: dict[tuple[str, ...], list[str]] = {}
        by_copy = self._writers_of_copies(users, context)
        for store in context.components(self.role):
            if not is_follower(store, context) and not is_beside_store(store, context):
                told = {c for c in context.graph.calls.back(store) if _is_told(c, store, context)}
                served = _changed(users.of(store), by_copy.get(store, set()), told)
                asking = served or _changed(at_work.of(store), set(), told)
                together.setdefault(asking, []).append(store)
        component = context.graph.component
        return [
            _Use(stores=tuple(stores), duties=by_duty(map(component, asking)))
            for asking, stores in together.items()
            if asking
        ]


def _changed(users: tuple[str, ...], more: set[str], fewer: set[str]) -> tuple[str, ...]:
    """Users in order, with more and without some; the same where nothing changes: many stores may share them."""
    if not more and fewer.isdisjoint(users):
        return users
    return tuple(sorted((more | {*users}) - fewer))


def _serves(component: str, context: Context) -> bool:
    if is_told(component, context) or is_offline(component, context):
        return False
    return _works(component, context) or context.graph.component(component).kind == "realtime_gateway"


def _works(component: str, context: Context) -> bool:
    return context.graph.tiers[component] is Tier.SERVICE and context.graph.component(component).kind != "other"


def _is_told(component: str, store: str, context: Context) -> bool:
    """Whether a store only tells a component of its changes."""
    drawn = [context.graph.connection(id_) for id_ in context.graph.drawn_between(component, store)]
    return bool(drawn) and all(c.source == store and c.style is not None for c in drawn)


def _moved(service: str, owner: str, store: str, context: Context) -> Iterator[Mend]:
    edge = (service, store)
    if not context.graph.drawn_between(*edge):
        return
    asks = context.graph.drawn_between(service, owner)
    if asks:
        yield mending.erase(context, edge)
    name = context.name(service).removesuffix(" service").removesuffix(" Service")
    own = mending.box(context, context.graph.component(store).kind, service, label=f"{name} DB")
    yield own, *mending.turn(context, edge, own.component.id)
    if not asks:
        yield mending.turn(context, edge, owner)


def _shown(uses: list[_Use], context: Context) -> Evidence:
    """The stores with their users, and the ways to the first store of each use."""
    paths = [(service, use.stores[0]) for use in uses for service in use.services]
    drawn = [path for path in paths if context.graph.drawn_between(*path)]
    return context.evidence([c for use in uses for c in (*use.stores, *use.services)], paths=drawn)
