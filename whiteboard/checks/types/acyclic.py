"""`acyclic`: services do not wait for each other in a circle."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from whiteboard.checks import mending, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.services import services
from whiteboard.graph.knots import Knots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.graph.view import Edge
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit

_MOST_SHOWN = 5


class Acyclic(Check):
    """No services call each other in a circle in which each waits for the next.

    A call without a label or style is waited for. Events, queues, pub/sub, call-backs, attempts made again and
    answers close no circle, and neither does a line without a direction. Of two opposite arrows the one that
    names an answer is one; where the board draws answers as arrows of their own, so are two without labels.
    Gateways, workers and other people's systems are no services.
    """

    check: Literal["acyclic"] = "acyclic"

    def evaluate(self, context: Context) -> Outcome:
        """Look for the circles among the synchronous calls between services."""
        edges = _waiting(context)
        circles = _circles(edges)
        if circles:
            paths = wording.listed(map(context.path, circles[:_MOST_SHOWN]))
            message = (
                f"{paths}: each waits for the next, and the last for the first."
                " Lead one of the calls through a queue, or turn it into an event."
            )
            return problem(message, context.evidence(paths=circles[:_MOST_SHOWN]))
        if edges:
            asking = tuple(dict.fromkeys(end for edge in edges for end in edge))
            return passed(
                "No service waits for itself in the end.", context.evidence(asking, paths=edges[:_MOST_SHOWN])
            )
        if loop := _loop(context):
            message = f"{context.path(loop)} is a loop, but nobody waits in it."
            return passed(message, context.evidence(paths=[loop]))
        return not_applicable("No service calls another.")

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Let a call of the circle leave the request, the last first."""
        for circle in _circles(_waiting(context))[:_MOST_SHOWN]:
            for edge in reversed(list(pairwise(circle))):
                yield from mending.decouple(context, edge)


def _waiting(context: Context) -> list[Edge]:
    found = set(services(context))
    return sorted(edge for edge in context.graph.waits.edges() if found.issuperset(edge))


def _circles(edges: list[Edge]) -> list[tuple[str, ...]]:
    return list(Knots({end for edge in edges for end in edge}, edges).circles()) if edges else []


def _loop(context: Context) -> tuple[str, ...]:
    """A short loop along the flows and calls, if there is one."""
    graph = context.graph
    edges = {
        *graph.calls.edges(),
        *graph.flows.edges(),
        *((c.source, c.target) for c in graph.architecture.connections),
    }
    drawn = [edge for edge in edges if edge[0] in graph.tiers and edge[1] in graph.tiers and edge[0] != edge[1]]
    return next(Knots(graph.tiers, drawn).circles(), ())
