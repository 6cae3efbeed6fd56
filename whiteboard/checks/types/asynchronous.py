"""`asynchronous`: slow, bursty or third-party work leaves the request."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects, traffic, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.requests import Request, is_own, takes_from_a_queue, waits
from whiteboard.checks.subjects import SubjectName
from whiteboard.graph.connection_labels import replicates
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.graph import Graph
    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome

_WORKING = frozenset({Tier.SERVICE, Tier.WORKER, Tier.OUTSIDE})
_FEEDING = frozenset({Tier.CHANNEL, Tier.WORKER, Tier.STORE, Tier.OUTSIDE})
"""What a stream processor may take its events from; a service that calls it would wait for it."""

_ENTRIES_BETWEEN = frozenset({"load_balancer", "reverse_proxy"})
"""What may stand between a processor and its events: in front of what it takes them from."""

_WITH_A_QUEUE = frozenset({"celery", "sidekiq", "hangfire"})
"""Products whose workers take their work from a queue that comes with them."""

_READING_SIDE = "reading_side"
"""The subject of services that read: their unlabelled arrow to a store of events writes none."""

_TAKING_IN = "taking_in"
"""The subject of services that take in what users write: the first place to hand work over from."""

_DOORS = frozenset({Tier.CLIENT, Tier.ENTRY})


class Asynchronous(Check):
    """Work that a user must not wait for leaves the request through a queue or stream.

    It is a problem when, on the way of a synchronous request, a service asks for `slow` work; when `bursty` data
    goes straight into a store that nothing else fills; when no queue or stream feeds a stream processor, or nothing
    hands work over to what would do it; when clients can ask an `interactive` question only through a queue; and
    when the board has something that slow work always stands behind (`implied`), but nothing `through` which it
    could leave the request. It passes when the request hands work over to a queue or stream, to workers that
    come with a queue, or calls it asynchronously. A board without such work: not applicable. What is `awaited` may
    be waited for (the authorisation of a payment), and so may what only puts work into a queue of its own; nobody
    waits for what a service asks that itself takes its work from a queue.
    """

    check: Literal["asynchronous"] = "asynchronous"
    from_: RoleName = Field(alias="from", description="Who waits for an answer: the clients.")
    through: RoleName = Field(description="What work can leave the request through: queues and streams.")
    awaited: tuple[SubjectName, ...] = Field((), description="Subjects: slow work that a user may wait for.")
    slow: tuple[SubjectName, ...] = Field((), description="Subjects: work that no user should wait for.")
    bursty: tuple[SubjectName, ...] = Field((), description="Subjects: data that comes in bursts or without end.")
    implied: tuple[SubjectName, ...] = Field((), description="Subjects that always have slow work behind them.")
    interactive: tuple[SubjectName, ...] = Field((), description="Subjects: questions whose answer a user waits for.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for work done in the request first, then for work that leaves it."""
        request = Request(context, context.components(self.from_))
        flaws = list(self._flaws(request, context))
        if flaws:
            message = " ".join(dict.fromkeys(message for message, _ in flaws))
            return problem(message, context.evidence(paths=dict.fromkeys(path for _, path in flaws)))
        if ways := list(self._handed_over(request, context)):
            message = f"Work leaves the request: {wording.listed(map(context.path, ways))}."
            return passed(message, context.evidence(paths=ways))
        return self._unhandled(request, context)

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let the work leave the request through a queue; put a stream in front of bursts."""
        request = Request(context, context.components(self.from_))
        edges = (*self._inline(request, context), *self._unbuffered(request, context))
        yield from mending.decouple_all(context, edges)
        for edge in edges:
            yield from mending.decouple(context, edge)
        for processor in self._unfed(context):
            yield from _fed(processor, "stream", request, context)
        for idle in self._idle(request, context):
            yield from _fed(idle, "queue", request, context)
        for producer, _, consumer in self._forced(context):
            yield mending.join(context, producer, consumer)
        if not list(self._flaws(request, context)):
            yield from self._first_queue(request, context)

    # What is wrong

    def _flaws(self, request: Request, context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
        """A sentence and a path for each piece of work in the wrong place."""
        name = context.name
        for caller, callee in self._inline(request, context):
            path = (*request.path_to(caller), callee)
            yield (f"{context.path(path)}: the user waits for {name(callee)}. Put a queue in front of it.", path)
        for writer, store in self._unbuffered(request, context):
            path = (*request.path_to(writer), store)
            message = f"{context.path(path)}: each event is written at once."
            yield f"{message} Put a stream or queue in front of the store.", path
        for processor in self._unfed(context):
            yield f"No queue or stream feeds {name(processor)}: draw how events get there.", (processor,)
        for idle in self._idle(request, context):
            yield f"Nothing hands work over to {name(idle)}: draw the queue that it takes from.", (idle,)
        for path in self._forced(context):
            yield f"{context.path(path)}: the user waits for an answer that a queue holds up. Ask directly.", path

    def _inline(self, request: Request, context: Context) -> Iterator[Edge]:
        """Calls in the request by which a service waits for slow work."""
        graph = context.graph
        awaited = set(subjects.components_about(self.awaited, context))
        for component in subjects.components_about(self.slow, context):
            if graph.tiers[component] not in _WORKING or _enqueues(component, context) or component in awaited:
                continue
            for caller in request.asking(component):
                by_itself = takes_from_a_queue(caller, graph) or (caller in awaited and _is_foreign(component, context))
                if _serves(caller, context) and not by_itself and not _only_reads(caller, component, context):
                    yield caller, component

    def _unbuffered(self, request: Request, context: Context) -> Iterator[Edge]:
        """Writes in the request that put bursty data into a store that nothing beside the request fills."""
        graph = context.graph
        about = set(subjects.components_about(self.bursty, context))
        asking = set(subjects.components_about([_READING_SIDE], context))
        for store, tier in graph.tiers.items():
            if tier is not Tier.STORE or any(writer not in request for writer in graph.flows.back(store)):
                continue
            for writer in (c for c in request.asking(store) if c not in asking):
                drawn = [graph.connection(c) for c in graph.calls.drawn_by(writer, store)]
                spoken = any(subjects.says(subject, c) for c in drawn for subject in self.bursty)
                if (store in about or spoken) and any(traffic.access(c) != "read" for c in drawn):
                    yield writer, store

    def _unfed(self, context: Context) -> Iterator[str]:
        """Stream processors that work on no stream."""
        graph = context.graph
        for component in graph.architecture.components:
            if not context.catalog.is_a(component.kind, "stream_processor") or component.id not in graph.connected:
                continue
            if not _has_source(component.id, graph):
                yield component.id

    def _idle(self, request: Request, context: Context) -> Iterator[str]:
        """Components for slow work that nothing on a board with requests gives work to, and that look for none."""
        graph = context.graph
        asked = [c for c in request if c not in request.starts]
        for component in subjects.components_about(self.slow, context) if asked else ():
            before = (*graph.calls.back(component), *graph.flows.back(component))
            own = is_own(component, graph) or context.catalog.is_a(graph.component(component).kind, "notification")
            works = any(graph.tiers[c] is Tier.OUTSIDE for c in graph.calls.onward(component))
            if own and works and not before and component not in request:
                yield component

    def _forced(self, context: Context) -> Iterator[tuple[str, str, str]]:
        """Ways to an answer that lead through a queue: into it goes a question, and who takes it out is asked by
        nobody otherwise.
        """
        graph = context.graph
        asked = set(subjects.components_about(self.interactive, context))
        for channel in context.components(self.through):
            for producer in graph.flows.back(channel):
                reading = _asks_through(producer, channel, context)
                at_the_door = graph.tiers[producer] in _DOORS
                for consumer in graph.flows.onward(channel):
                    answering = reading or (at_the_door and consumer in asked)
                    if answering and graph.tiers[consumer] is Tier.SERVICE and not any(graph.calls.back(consumer)):
                        yield producer, channel, consumer

    # What is right

    def _handed_over(self, request: Request, context: Context) -> Iterator[tuple[str, ...]]:
        """Ways on which work leaves the request: into each queue or stream, and along asynchronous calls."""
        graph = context.graph
        for channel in context.components(self.through):
            producers = [c for c in graph.flows.back(channel) if graph.tiers[c] is not Tier.CHANNEL]
            inside = [producer for producer in producers if producer in request]
            taking = [c for c in graph.flows.onward(channel) if not _mirrors(channel, c, context)]
            if producers:
                way = request.path_to(inside[0]) if inside else (producers[0],)
                yield (*way, channel, *taking[:1])
        workers = (c for c, tier in graph.tiers.items() if tier is Tier.WORKER)
        for component in dict.fromkeys([*subjects.components_about(self.slow, context), *workers]):
            queues = graph.component(component).technology in _WITH_A_QUEUE
            callers = (c for c in graph.calls.back(component) if c in request)
            calling = (c for c in callers if queues or not waits(c, component, graph))
            yield from ((*request.path_to(caller), component) for caller in calling)

    def _unhandled(self, request: Request, context: Context) -> Outcome:
        """Nothing leaves the request, and nothing was found in it: the board may still need it."""
        spoken = self._implied_work(context)
        if not spoken or not request.starts:
            return not_applicable("Nothing drawn is work that a user should not wait for.")
        found, title = spoken
        message = f"Behind {title} stands work that takes long, and nothing takes it out of the request."
        return problem(f"{message} Draw a queue and the worker that does it.", context.evidence(found))

    def _implied_work(self, context: Context) -> tuple[list[str], str] | None:
        """The components that show the first subject with slow work behind it, and how it is called."""
        for subject in self.implied:
            texts = subjects.texts_about([subject], context)
            bearing = dict.fromkeys(text.component for text in texts if text.component)
            ends = [context.graph.connection(text.connection) for text in texts if text.connection]
            touched = (end for c in ends for end in (c.source, c.target) if end in context.graph.tiers)
            own = [c for c in (*bearing, *touched) if c and context.graph.tiers[c] is not Tier.CLIENT]
            if own:
                return list(dict.fromkeys(own)), subjects.titles([subject])[0]
        return None

    def _first_queue(self, request: Request, context: Context) -> Iterator[Mend]:
        """A queue and its worker behind each service that shows the work."""
        spoken = self._implied_work(context)
        services = [c for c in (spoken[0] if spoken else ()) if is_own(c, context.graph) and c in request]
        asking = [caller for c in (spoken[0] if spoken else ()) for caller in request.asking(c)]
        taking_in = set(subjects.components_about([_TAKING_IN], context))
        first = [c for c in request if c in taking_in and is_own(c, context.graph)]
        for service in dict.fromkeys([*first, *services, *(c for c in asking if is_own(c, context.graph))]):
            queue, worker = mending.box(context, "queue", service), mending.box(context, "worker", service)
            start = (queue, worker, mending.arrow(context, service, queue.component.id, "publish"))
            taken = (*start, mending.arrow(context, queue.component.id, worker.component.id))
            stores = (c for c in context.graph.calls.onward(service) if context.graph.tiers[c].passive)
            for home in stores:
                yield (*taken, mending.arrow(context, worker.component.id, home))


def _has_source(processor: str, graph: Graph) -> bool:
    """Whether a processor takes its events from something: into which it does not only write."""
    asked = (c for c in graph.calls.onward(processor) if not graph.tiers[c].passive)
    if any(_stands_before_stores(c, graph) for c in graph.calls.back(processor)):
        return True
    return any(graph.tiers[source] in _FEEDING for source in (*graph.flows.back(processor), *asked))


def _stands_before_stores(component: str, graph: Graph) -> bool:
    """Whether a component is a balancer in front of stores: who is drawn behind it works on what is in them."""
    if graph.component(component).kind not in _ENTRIES_BETWEEN:
        return False
    return any(graph.tiers[c] in {Tier.STORE, Tier.CACHE} for c in graph.calls.onward(component))


def _enqueues(component: str, context: Context) -> bool:
    """Whether a component only takes work in, and puts it into a queue."""
    graph = context.graph
    return any(graph.tiers[target] is Tier.CHANNEL for target in graph.flows.onward(component))


def _serves(component: str, context: Context) -> bool:
    """Whether a component works on requests itself: one's own code, or a server that holds connections open; no
    relay of calls, for which media work can't wait.
    """
    shown = context.graph.component(component)
    works = is_own(component, context.graph) or context.catalog.is_a(shown.kind, "realtime_gateway")
    works = works or (context.catalog.is_a(shown.kind, "notification") and shown.technology is None)
    return works and not subjects.is_about("media_relay", shown, context)


def _is_foreign(component: str, context: Context) -> bool:
    return context.graph.tiers[component] is Tier.OUTSIDE


def _only_reads(caller: str, callee: str, context: Context) -> bool:
    drawn = context.graph.calls.drawn_by(caller, callee)
    return all(traffic.access(context.graph.connection(c)) == "read" for c in drawn)


def _asks_through(producer: str, channel: str, context: Context) -> bool:
    """Whether what goes into a queue is a question: the arrow says so, or those in front of an entry that leads
    nowhere else.
    """
    graph = context.graph
    drawn = [graph.connection(c) for c in graph.flows.drawn_by(producer, channel)]
    leads_nowhere_else = all(graph.tiers[c] is Tier.CHANNEL for c in graph.calls.onward(producer))
    if graph.tiers[producer] is Tier.ENTRY and leads_nowhere_else:
        before = (c for one in graph.calls.back(producer) for c in graph.calls.drawn_by(one, producer))
        drawn += map(graph.connection, before)
    return any(traffic.access(connection) == "read" for connection in drawn)


def _mirrors(channel: str, consumer: str, context: Context) -> bool:
    drawn = context.graph.flows.drawn_by(channel, consumer)
    return all(replicates(context.graph.connection(c)) for c in drawn)


def _fed(processor: str, kind: str, request: Request, context: Context) -> Iterator[Mend]:
    """A queue or stream between a service of the request and what works on it."""
    connect = partial(mending.arrow, context)
    for producer in [c for c in request if is_own(c, context.graph)][: mending.MOST_REUSED]:
        channel = mending.box(context, kind, processor, beside=(producer,))
        taken = connect(channel.component.id, processor)
        erased = mending.erase(context, (producer, processor))
        yield (channel, *erased, connect(producer, channel.component.id, "publish"), taken)
