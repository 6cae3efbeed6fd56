"""Journeys as a person tells them: the components that one passes, in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from whiteboard.graph.route import Route
from whiteboard.graph.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.graph import Graph

_SHORTEST = 2


def is_drawn(walk: Sequence[str], graph: Graph) -> bool:
    """Whether the board has such a walk: two components or more, each joined to the next, whichever way."""
    return len(walk) >= _SHORTEST and all(graph.drawn_between(one, other) for one, other in pairwise(walk))


def told_route(walk: Sequence[str], graph: Graph) -> Route:
    """A route whose only walk is the one told; raises LookupError when it is not drawn."""
    edges = ((one, other, drawn) for one, other in pairwise(walk) for drawn in graph.drawn_between(one, other))
    return Route(view=View(walk, edges), starts=(walk[0],), ends=frozenset(walk[-1:]))
