"""`reads_apart`: reads and writes have ways of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.checks.replicas import replicas
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome

_ACTING = frozenset({Tier.SERVICE, Tier.WORKER})


class ReadsApart(Check):
    """Components that are named for reading (`reading`) and for writing (`writing`) stay on their side: the one does
    not write to a store and the other serves no reads, by the labels of their arrows.

    Also apart: reads labelled at a copy of the store and writes at the primary, or two services of which the one only
    reads from a store and the other only writes to it, by labels. Where loads differ (`load`), one way for both is
    not shown to be apart.
    """

    check: Literal["reads_apart"] = "reads_apart"
    store: RoleName = Field(description="The stores that are read and written.")
    reading: tuple[ContentName, ...] = Field(min_length=1, description="What a reading side is named for.")
    writing: tuple[ContentName, ...] = Field(min_length=1, description="What a writing side is named for.")
    load: tuple[ContentName, ...] = Field((), description="What says that reads and writes differ, in any text.")

    def evaluate(self, context: Context) -> Outcome:
        """Look at the sides by name, then by labels."""
        readers, writers = self._sides(context)
        if crossing := [*self._crossing(readers, "write", context), *self._crossing(writers, "read", context)]:
            message = " ".join(_told(edge, edge[0] in readers, context) for edge in crossing)
            return problem(message, context.evidence(paths=crossing))
        if readers and writers:
            message = f"{context.names(readers)} reads and {context.names(writers)} writes, apart from each other."
            return passed(message, context.evidence([*readers, *writers]))
        if apart := self._apart_by_labels(context):
            message = "Labels tell reads and writes apart: "
            return passed(message + "; ".join(map(context.path, apart)) + ".", context.evidence(paths=apart))
        if notes := traffic.notes_on(self.load, context):
            message = "The loads of reads and writes differ, and which way each goes is not drawn."
            return not_shown(f"{message} Label the arrows, or draw two services.", context.evidence(notes=notes))
        return not_applicable("Nothing on the board sets reads and writes apart, or says that it must.")

    def _sides(self, context: Context) -> tuple[list[str], list[str]]:
        acting = [c for c, tier in context.graph.tiers.items() if tier in _ACTING and c in context.graph.connected]
        reading = traffic.speaking_of(self.reading, acting, context)
        writing = traffic.speaking_of(self.writing, acting, context)
        return [c for c in reading if c not in writing], [c for c in writing if c not in reading]

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


def _only(wanted: Literal["read", "write"], one: str, store: str, context: Context) -> bool:
    opposite: Literal["read", "write"] = "write" if wanted == "read" else "read"
    says, graph = traffic.says(wanted, one, store, context.graph), context.graph
    return says and not traffic.says(opposite, one, store, graph)


def _told(edge: Edge, reading: bool, context: Context) -> str:
    side, does = ("reading", "writes to") if reading else ("writing", "reads from")
    return f"{context.name(edge[0])} is the {side} side, but {does} {context.name(edge[1])}."
