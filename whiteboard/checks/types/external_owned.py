"""`external_owned`: each third party is called by one owner, off the critical path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.redundancy import twin_key
from whiteboard.checks.requests import Request, is_own, takes_from_a_queue
from whiteboard.checks.subjects import SubjectName
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome

_SENDER = "notification"
"""A kind that is somebody else's only when its label names a product or says so; else it is one's own."""

_FOREIGN = "third_party_call"
_CALLING = frozenset({Tier.ENTRY, Tier.SERVICE, Tier.WORKER, Tier.OUTSIDE})


class ExternalOwned(Check):
    """Each third party of `role` has one owner among one's own components, and no user waits for it.

    A second owner, or a call on the way of a synchronous request, is a problem; a call that is about one of the
    subjects of `awaited` (the authorisation of a payment) may be waited for, behind a service of one's own. Copies
    of one component are one owner, and so are a service and the worker that it feeds. A component that sends
    messages to people is a third party when its label names a product. What only calls in (a webhook, a data
    feed) is not judged.
    """

    check: Literal["external_owned"] = "external_owned"
    from_: RoleName = Field(alias="from", description="Who waits for an answer: the clients.")
    role: RoleName = Field(description="The third parties.")
    awaited: tuple[SubjectName, ...] = Field((), description="Subjects: calls whose answer a user may wait for.")

    def evaluate(self, context: Context) -> Outcome:
        """Ask for each third party who calls it, and whether a user waits."""
        called = {one: owners for one in self._foreign(context) if (owners := _owners(one, context))}
        if not called:
            return not_applicable("No third party is drawn that the design calls.")
        request = Request(context, context.components(self.from_))
        shared = {one: owners for one, owners in called.items() if len(owners) > 1}
        waiting = list(self._waiting(called, request, context))
        if shared or waiting:
            paths = [*((owner, one) for one, owners in shared.items() for owner in owners)]
            ways = [(*request.path_to(owner), one) for owner, one in waiting]
            message = " ".join([*_too_many_owners(shared, context), *_too_close(ways, context)])
            return problem(message, context.evidence(paths=dict.fromkeys([*paths, *ways])))
        paths = [(owners[0], one) for one, owners in called.items()]
        message = f"One owner each, and no user waits where none need: {wording.listed(map(context.path, paths))}."
        return passed(message, context.evidence(paths=paths))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let the first owner stand in for the others; let a call leave the request through a queue."""
        called = {one: _owners(one, context) for one in self._foreign(context)}
        for one, owners in called.items():
            for other in owners[1:]:
                yield mending.turn(context, (other, one), owners[0])
        request = Request(context, context.components(self.from_))
        waiting = tuple(self._waiting(called, request, context))
        yield from mending.decouple_all(context, waiting)
        for edge in waiting:
            yield from mending.decouple(context, edge)

    def _foreign(self, context: Context) -> Iterator[str]:
        for one in context.components(self.role):
            component = context.graph.component(one)
            own = context.catalog.is_a(component.kind, _SENDER) and component.technology is None
            if not own or subjects.is_about(_FOREIGN, component, context):
                yield one

    def _waiting(self, called: dict[str, list[str]], request: Request, context: Context) -> Iterator[Edge]:
        for one, owners in called.items():
            waiting = (c for c in request.asking(one) if c in owners and not takes_from_a_queue(c, context.graph))
            yield from ((owner, one) for owner in waiting if not self._may_wait(owner, one, context))

    def _may_wait(self, owner: str, one: str, context: Context) -> bool:
        ends = (context.graph.component(end) for end in (owner, one))
        about = any(subjects.is_about(subject, end, context) for end in ends for subject in self.awaited)
        return about and is_own(owner, context.graph)


def _owners(one: str, context: Context) -> list[str]:
    """Those of one's own who call a third party: one of several copies, and not the worker of another owner."""
    graph = context.graph
    callers = [c for c in graph.calls.back(one) if graph.tiers[c] in _CALLING]
    first = {twin_key(caller, context): caller for caller in reversed(callers)}
    kept = [caller for caller in callers if caller in first.values()]
    return [c for c in kept if not any(_works_for(c, other, context) for other in kept if other != c)] or kept[:1]


def _works_for(worker: str, service: str, context: Context) -> bool:
    """Whether a component takes its work from a queue that another one feeds."""
    flows, tiers = context.graph.flows, context.graph.tiers
    queues = (channel for channel in flows.back(worker) if tiers[channel] is Tier.CHANNEL)
    return any(flows.has(service, queue) for queue in queues)


def _too_many_owners(shared: dict[str, list[str]], context: Context) -> Iterator[str]:
    for one, owners in shared.items():
        yield f"{context.names(owners)} each call {context.name(one)}: let one component own it."


def _too_close(ways: list[tuple[str, ...]], context: Context) -> Iterator[str]:
    for way in ways:
        yield f"{context.path(way)}: the user waits for {context.name(way[-1])}, and fails when it does."
