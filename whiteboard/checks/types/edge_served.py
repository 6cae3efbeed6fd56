"""`edge_served`: clients fetch heavy content from a CDN near them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.subjects import SubjectName
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore, trace
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_HOLDING = frozenset({Tier.STORE, Tier.SERVICE, Tier.WORKER})


class EdgeServed(Check):
    """Clients fetch `content` (photos, video, static files) from a component of the role `by`.

    It passes when a client reaches the CDN, directly or through entries alone, or the CDN delivers to it. It is a
    problem when a CDN is drawn that no client reaches, or when clients reach the content and no CDN is drawn.
    A board that speaks of no such content: not applicable.
    """

    check: Literal["edge_served"] = "edge_served"
    from_: RoleName = Field(alias="from", description="Who fetches: the clients.")
    by: RoleName = Field(description="What serves near the clients: a CDN.")
    content: tuple[SubjectName, ...] = Field(description="Subjects: what is heavy to fetch from far away.")

    def evaluate(self, context: Context) -> Outcome:
        """Follow the clients to the CDN, or to the content."""
        edges, clients = context.components(self.by), context.components(self.from_)
        if edges:
            return self._through(edges, clients, context)
        reached = explore(clients, context.graph.calls.onward)
        holding = [c for c in self._holding(context) if c in reached]
        if not holding:
            return not_applicable("No client fetches photos, video or static files on this board.")
        ways = [trace(c, reached) for c in sorted(holding, key=lambda c: context.graph.tiers[c] is not Tier.STORE)]
        content = wording.listed(subjects.titles(self.content), last="or")
        message = f"{context.path(ways[0])}: {content} come all the way. Put a CDN in front."
        return problem(message, context.evidence(paths=ways))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let the clients ask a CDN, and the CDN the content."""
        clients = context.components(self.from_)
        for edge in context.components(self.by):
            yield tuple(edit for client in clients for edit in mending.join(context, client, edge))
        if not context.components(self.by):
            for origin in self._origins(context):
                cdn = mending.box(context, "cdn", origin, beside=clients)
                asked = (mending.arrow(context, client, cdn.component.id) for client in clients)
                yield (cdn, *asked, mending.arrow(context, cdn.component.id, origin))

    def _through(self, edges: tuple[str, ...], clients: tuple[str, ...], context: Context) -> Outcome:
        if not clients:
            message = f"No client is drawn that {context.names(edges)} could serve: draw who fetches from it."
            return not_shown(message, context.evidence(edges))
        graph = context.graph
        reached = explore(clients, lambda c: (n for n in graph.calls.onward(c) if graph.tiers[n] is Tier.ENTRY))
        delivering = [(edge, c) for edge in edges for c in graph.flows.onward(edge) if c in clients]
        ways = [*(trace(edge, reached) for edge in edges if edge in reached), *delivering]
        if ways:
            message = f"Clients fetch from near: {wording.listed(map(context.path, ways))}."
            return passed(message, context.evidence(paths=ways))
        message = f"No client fetches from {context.names(edges, 'or')}: lead an arrow from the clients there."
        return problem(message, context.evidence(edges))

    def _origins(self, context: Context) -> list[str]:
        """What a CDN could fetch from: files first, then services; no database."""
        graph = context.graph
        files = mending.alike(context, ("object_store", "file_store"))
        services = [c for c in self._holding(context) if graph.tiers[c] is Tier.SERVICE]
        doors = [c for c in graph.tiers if graph.tiers[c] is Tier.SERVICE and c in graph.connected]
        return list(dict.fromkeys([*files, *services, *doors]))[: mending.MOST_REUSED]

    def _holding(self, context: Context) -> list[str]:
        """The components, reached by calls, that hold or hand out the content."""
        texts = subjects.texts_about(self.content, context)
        found: dict[str, None] = {}
        for text in texts:
            if text.component:
                found[text.component] = None
            elif text.connection:
                found[context.graph.connection(text.connection).target] = None
        return [c for c in found if c in context.graph.tiers and context.graph.tiers[c] in _HOLDING]
