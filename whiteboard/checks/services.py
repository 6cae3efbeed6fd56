"""The services of a board: which components are some, who stands before them, and what they use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.context import Context

_SPREADERS = ("load_balancer", "reverse_proxy", "api_gateway")
"""Kinds that pass a request on as it is."""


def services(context: Context) -> tuple[str, ...]:
    """What runs code of our own and answers, in the order of the board; no box whose kind nobody knows."""
    graph = context.graph
    return tuple(c for c, tier in graph.tiers.items() if tier is Tier.SERVICE and graph.component(c).kind != "other")


def is_spreader(component: str, context: Context) -> bool:
    """Whether a component only passes requests on: a balancer, proxy or gateway."""
    kind = context.graph.component(component).kind
    return any(context.catalog.is_a(kind, one) for one in _SPREADERS)


def users(component: str, context: Context) -> tuple[str, ...]:
    """Who asks a component and does not only pass requests on, also through balancers, proxies and gateways."""
    back = context.graph.calls.back

    def before(node: str) -> Iterable[str]:
        return back(node) if node == component or is_spreader(node, context) else ()

    found = explore([component], before)
    return tuple(sorted(c for c in found if c != component and not is_spreader(c, context)))


def clients(context: Context) -> tuple[str, ...]:
    """What stands for the people outside."""
    return tuple(c for c, tier in context.graph.tiers.items() if tier is Tier.CLIENT)


def entered(context: Context) -> Iterator[str]:
    """The services and connection servers that clients ask directly."""
    graph = context.graph
    for client in clients(context):
        yield from (c for c in graph.calls.onward(client) if graph.tiers[c] in {Tier.SERVICE, Tier.ENTRY})
