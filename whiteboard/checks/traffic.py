"""Who reads and who writes, and what of: from labels where the drawing has them, from roles and arrows elsewhere."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from whiteboard.checks.contents import contents_in
from whiteboard.graph.stems import speaks_of, stems
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.reading.traffic import access_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context
    from whiteboard.graph import Graph
    from whiteboard.graph.view import Edge, View
    from whiteboard.model.architecture import Access, Connection

_ALSO_WRITES = re.compile(
    r"\b(?:index(?:es|ing)?|ingest\w*|invalidat\w*|evict\w*|fills?|populat\w*|warm\w*|sync\w*|records?|submits?|emits?"
    r"|adds?|edits?|flush\w*|sinks?)\b",
    re.IGNORECASE,
)
_DENIALS = frozenset(stems("no not never without avoid instead don doesn isn"))
"""Words that turn what a line says round; of "don't" the first part."""

FILLERS = frozenset({Tier.WORKER})
"""Tiers that fill a store or cache unless a label says that they read."""


def access(connection: Connection) -> Access | None:
    """Whether a connection reads, writes or does both, by its label; None when it does not say."""
    told = connection.access or access_of(connection.label)
    if not _ALSO_WRITES.search(connection.label):
        return told
    return "both" if told in {"read", "both"} else "write"


def may(wanted: Access, one: str, other: str, graph: Graph) -> bool:
    """Whether any connection between two components may serve for reading (or writing): no label denies it."""
    return any(access(c) in {None, "both", wanted} for c in _between(one, other, graph))


def says(wanted: Access, one: str, other: str, graph: Graph) -> bool:
    """Whether a label between two components speaks of reading (or writing)."""
    return any(access(c) in {"both", wanted} for c in _between(one, other, graph))


def contradicting(wanted: Access, graph: Graph, view: View) -> frozenset[Edge]:
    """The edges of a view whose labels all speak of the opposite only: no walk that reads (or writes) uses them."""
    labelled = {c.id for c in graph.architecture.connections if access(c) in {"read", "write"}}
    if not labelled:
        return frozenset()
    drawn = ((edge, view.drawn_by(*edge)) for edge in view.edges())
    return frozenset(edge for edge, ids in drawn if not labelled.isdisjoint(ids) and not _is_open(wanted, ids, graph))


def _is_open(wanted: Access, connections: Iterable[str], graph: Graph) -> bool:
    return any(access(graph.connection(c)) in {None, "both", wanted} for c in connections)


def requested(context: Context) -> frozenset[str]:
    """What requests of clients reach along the calls, without what starts by itself; all services without a client."""
    graph = context.graph
    clients = [c for c, tier in graph.tiers.items() if tier is Tier.CLIENT and any(graph.calls.onward(c))]
    outer = {Tier.ENTRY, Tier.SERVICE}
    starts = clients or [c for c, tier in graph.tiers.items() if tier in outer and c in graph.connected]
    return frozenset(explore(starts, graph.calls.onward))


def readers(kept: str, context: Context) -> Iterator[str]:
    """Those that read from a store or cache: they ask it, and no label says that they only write.

    A worker fills it, unless a label says that it reads.
    """
    graph = context.graph
    for asking in graph.calls.back(kept):
        filling = graph.tiers[asking] in FILLERS and not says("read", asking, kept, graph)
        if not filling and may("read", asking, kept, graph):
            yield asking


def writers(kept: str, context: Context) -> Iterator[str]:
    """Those whose data goes into a store or cache."""
    return (c for c in context.graph.flows.back(kept) if may("write", c, kept, context.graph))


def said_of(component: str, context: Context) -> frozenset[str]:
    """The contents that a component's label and notes speak of."""
    drawn = context.graph.component(component)
    return frozenset[str]().union(contents_in(drawn.label), *map(contents_in, drawn.notes))


def said_between(one: str, other: str, context: Context) -> frozenset[str]:
    """The contents that the labels of the connections between two components speak of."""
    return frozenset[str]().union(*(contents_in(c.label) for c in _between(one, other, context.graph)))


def told_of(kept: str, context: Context) -> frozenset[str]:
    """What a store or cache keeps: by its own label and notes, and by the labels of what goes in and out."""
    asking = context.graph.calls.back(kept)
    return said_of(kept, context).union(*(said_between(one, kept, context) for one in asking))


def data_of(kept: str, context: Context) -> frozenset[str]:
    """What a store or cache keeps; where nothing tells it, what those that ask it are named for."""
    asking = (c for c in context.graph.calls.back(kept) if context.graph.tiers[c] is not Tier.CLIENT)
    return told_of(kept, context) or frozenset[str]().union(*(said_of(one, context) for one in asking))


def speaking_of(contents: Iterable[str], components: Iterable[str], context: Context) -> tuple[str, ...]:
    """Those of the components whose label or notes speak of one of the contents."""
    wanted = frozenset(contents)
    return tuple(c for c in components if not wanted.isdisjoint(said_of(c, context)))


def notes_on(contents: Iterable[str], context: Context) -> tuple[str, ...]:
    """The ids of the notes on the board with a line that speaks of one of the contents, and does not deny it."""
    wanted = frozenset(contents)
    return tuple(
        note.id for note in context.reading.notes if any(affirms(line, wanted) for line in note.text.splitlines())
    )


def affirms(line: str, contents: frozenset[str]) -> bool:
    """Whether a line speaks of one of the contents, and does not deny it."""
    return not contents.isdisjoint(contents_in(line)) and not _denies(line)


def _denies(line: str) -> bool:
    return not _DENIALS.isdisjoint(stems(line)) or bool(speaks_of(line, ("out of scope", "below the line")))


def _between(one: str, other: str, graph: Graph) -> Iterator[Connection]:
    return (graph.connection(c) for c in graph.drawn_between(one, other))


def leading_to(ends: Iterable[str], graph: Graph) -> frozenset[str]:
    """The components from which either view leads to one of the ends, with these."""
    return frozenset(explore(ends, lambda c: chain(graph.calls.back(c), graph.flows.back(c))))


def around(component: str, graph: Graph) -> tuple[str, ...]:
    """The components that either view joins to one, whichever way."""
    views = (graph.calls, graph.flows)
    return tuple(dict.fromkeys(c for view in views for c in chain(view.onward(component), view.back(component))))
