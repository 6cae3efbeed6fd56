"""`reads_apart`: reads and writes have ways of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.checks.replicas import replicas
from whiteboard.checks.services import is_offline
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome

_ACTING = frozenset({Tier.SERVICE, Tier.WORKER})


class ReadsApart(Check):
    """Components that are named for reading (`reading`) and for writing (`writing`) stay on their side: the one does
    not write to a store and the other serves no reads, by the labels of their arrows.

    Also apart: reads labelled at a copy of the store and writes at the primary, two services of which the one only
    reads from a store and the other only writes to it, by labels, or a store that workers fill from somewhere else
    than the services that requests ask for it. Components named for what is mostly read (`serving`) count as a
    reading side beside a writing one. It is a problem when arrows of clients to one component say that reads are
    many (`hot`) and that others write, and nothing behind it parts them. Where loads differ (`load`), one way for
    both is not shown to be apart.
    """

    check: Literal["reads_apart"] = "reads_apart"
    store: RoleName = Field(description="The stores that are read and written.")
    reading: tuple[ContentName, ...] = Field(min_length=1, description="What a reading side is named for.")
    writing: tuple[ContentName, ...] = Field(min_length=1, description="What a writing side is named for.")
    serving: tuple[ContentName, ...] = Field((), description="What else a reading side may be named for.")
    hot: tuple[ContentName, ...] = Field((), description="What an arrow says that stands for very many reads.")
    parting: RoleName | None = Field(None, description="What takes reads off the way of writes: a cache, an index.")
    load: tuple[ContentName, ...] = Field((), description="What says that reads and writes differ, in any text.")

    def evaluate(self, context: Context) -> Outcome:
        """Look at the sides by name, then by labels, then at who fills what requests read."""
        readers, writers = self._sides(context)
        if crossing := [*self._crossing(readers, "write", context), *self._crossing(writers, "read", context)]:
            message = " ".join(_told(edge, edge[0] in readers, context) for edge in crossing)
            return problem(message, context.evidence(paths=crossing))
        if apart := self._apart(readers, writers, context):
            return apart
        if mixed := self._mixed(context):
            message = f"Very many reads and the writes go the same way through {context.names(mixed)}."
            return problem(f"{message} Draw a way for reads of its own, or a cache.", context.evidence(mixed))
        if notes := traffic.notes_on(self.load, context):
            message = "The loads of reads and writes differ, and which way each goes is not drawn."
            return not_shown(f"{message} Label the arrows, or draw two services.", context.evidence(notes=notes))
        return not_applicable("Nothing on the board sets reads and writes apart, or says that it must.")

    def _apart(self, readers: list[str], writers: list[str], context: Context) -> Outcome | None:
        """What keeps them apart: a side for each, labels, or a worker that fills what others read."""
        reading = readers or self._serving(writers, context)
        if reading and writers:
            message = f"{context.names(reading)} reads and {context.names(writers)} writes, apart from each other."
            return passed(message, context.evidence([*reading, *writers]))
        if labelled := self._apart_by_labels(context):
            told = "; ".join(map(context.path, labelled))
            return passed(f"Labels tell reads and writes apart: {told}.", context.evidence(paths=labelled))
        if filled := self._filled_apart(context):
            reader, store, filler = filled
            message = f"{context.name(filler)} fills {context.name(store)}, and {context.name(reader)} reads it, apart."
            return passed(message, context.evidence(paths=[(reader, store), (filler, store)]))
        return None

    def _serving(self, writers: list[str], context: Context) -> list[str]:
        services = [
            c for c, tier in context.graph.tiers.items() if tier is Tier.SERVICE and c in context.graph.connected
        ]
        return [c for c in traffic.speaking_of(self.serving, services, context) if c not in writers]

    def _sides(self, context: Context) -> tuple[list[str], list[str]]:
        acting = [c for c, tier in context.graph.tiers.items() if tier in _ACTING and c in context.graph.connected]
        reading = traffic.speaking_of(self.reading, acting, context)
        writing = traffic.speaking_of(self.writing, acting, context)
        return [c for c in reading if c not in writing], [c for c in writing if c not in reading]

    def _filled_apart(self, context: Context) -> tuple[str, str, str] | None:
        """A service that is asked, the store that it reads, and a worker that fills it without that service."""
        graph = context.graph
        stores = (*context.components(self.store), *(context.components(self.parting) if self.parting else ()))
        filled = {store: filler for store in stores for filler in _fillers(store, context)}
        before = explore(filled.values(), lambda c: () if c in filled else (*graph.calls.back(c), *graph.flows.back(c)))
        for store, filler in filled.items():
            for reader in traffic.readers(store, context):
                serves = graph.tiers[reader] is Tier.SERVICE and any(graph.calls.back(reader))
                if serves and reader not in before and not traffic.says("write", reader, store, graph):
                    return reader, store, filler
        return None

    def _mixed(self, context: Context) -> list[str]:
        """What clients ask so often by one arrow, and write to by another, while nothing takes reads off its way."""
        if self.parting and context.components(self.parting):
            return []
        if not context.components(self.store) or replicas(context.components(self.store), context):
            return []
        graph, wanted = context.graph, frozenset(self.hot)
        asked = [(c, e) for c, tier in graph.tiers.items() if tier is Tier.CLIENT for e in graph.calls.onward(c)]
        often = {e for c, e in asked if not wanted.isdisjoint(traffic.said_between(c, e, context))}
        written = {e for c, e in asked if traffic.says("write", c, e, graph)}
        return sorted(often & written)

    def _crossing(self, side: list[str], forbidden: Literal["read", "write"], context: Context) -> Iterator[Edge]:
        graph = context.graph
        stores = frozenset(context.components(self.store))
        for one in side:
            for asked in graph.calls.onward(one):
                only = asked in stores and _only(forbidden, one, asked, context)
                if only:
                    yield one, asked

    def _apart_by_labels(self, context: Context) -> list[Edge]:
        """A pair of edges: one that only reads, one that only writes, of different services or to different copies."""
        stores = context.components(self.store)
        asked = [(c, s) for s in stores for c in context.graph.calls.back(s) if context.graph.tiers[c] in _ACTING]
        reads = [edge for edge in asked if _only("read", *edge, context)]
        writes = [edge for edge in asked if _only("write", *edge, context)]
        copies = frozenset(replicas(stores, context))
        for read in reads:
            for write in writes:
                other_copy = read[1] in copies and write[1] not in copies
                if other_copy or (read[0] != write[0] and read[1] == write[1]):
                    return [read, write]
        return []


def _fillers(store: str, context: Context) -> list[str]:
    """Workers, and steps of batch jobs, that write into a store."""
    graph = context.graph
    return [
        writer
        for writer in traffic.writers(store, context)
        if graph.tiers[writer] is Tier.WORKER or is_offline(writer, context)
    ]


def _only(wanted: Literal["read", "write"], one: str, store: str, context: Context) -> bool:
    opposite: Literal["read", "write"] = "write" if wanted == "read" else "read"
    says, graph = traffic.says(wanted, one, store, context.graph), context.graph
    return says and not traffic.says(opposite, one, store, graph)


def _told(edge: Edge, reading: bool, context: Context) -> str:
    side, does = ("reading", "writes to") if reading else ("writing", "reads from")
    return f"{context.name(edge[0])} is the {side} side, but {does} {context.name(edge[1])}."
