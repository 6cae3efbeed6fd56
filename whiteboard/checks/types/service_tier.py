"""`service_tier`: between clients and stores stand services with duties of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_named_as_several, twin_key
from whiteboard.checks.services import clients, is_spreader, services
from whiteboard.graph.duties import duty
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.model.fix import AddComponent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit

_ITEM = re.compile(r"[,;/&+\n•]|\band\b")
_RESOURCE = re.compile(r"/(?:api/|v\d+/)*([a-z]{2,})", re.IGNORECASE)
_LONGEST_ITEM = 4
"""How many words a duty in a list has at most; more is a sentence."""
_SURE_OF_PRODUCT = 0.8
_ONE_PIECE = ("monolith", "all in one", "everything", "single server")


class ServiceTier(Check):
    """A tier of services lies between clients and stores, cut by what the services do.

    Several services that are named for different things pass, and so does one that is named for a single thing, or
    a tier of several servers. One box that the drawing says does `most_duties` things or more (a list on it or in
    its notes, the paths of requests to it, "monolith") is a problem, and so is none at all between clients and
    stores. One box that says nothing of its duties is not shown.
    """

    check: Literal["service_tier"] = "service_tier"
    most_duties: int = Field(
        3, ge=2, description="How many duties in one box are too many, when it is the only service."
    )

    def evaluate(self, context: Context) -> Outcome:
        """Look at the services that there are, and at what is written on an only one."""
        tier = _tier(context)
        if not tier:
            return _without(context)
        kinds = {twin_key(service, context) for service in tier}
        if len(kinds) > 1:
            return passed(f"The work is divided: {context.names(tier)}.", context.evidence(tier))
        return self._of_one(tier, context)

    def _of_one(self, tier: tuple[str, ...], context: Context) -> Outcome:
        duties = _duties(tier, context)
        if len(duties) >= self.most_duties or any(_is_one_piece(c, context) for c in tier):
            told = f" ({', '.join(duties)})" if duties else ""
            does = f"{context.names(tier)} does everything{told}"
            message = f"{does}, and can only grow and fail as a whole. Divide it by duty."
            return problem(message, context.evidence(tier))
        several = len(tier) > 1 or any((copies(c, context) or 1) > 1 or is_named_as_several(c, context) for c in tier)
        balanced = any(is_spreader(caller, context) for c in tier for caller in context.graph.calls.back(c))
        if several or balanced or duty(context.graph.component(tier[0])):
            return passed(f"A tier of its own serves the requests: {context.names(tier)}.", context.evidence(tier))
        message = f"What {context.names(tier)} does is not drawn: name its duties, or draw a service for each."
        return not_shown(message, context.evidence(tier))

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Draw a service of its own for the first duty that one box lists."""
        from whiteboard.checks import mending

        tier = _tier(context)
        for server in tier[:1]:
            for named in _duties(tier, context)[:3]:
                added = mending.box(context, "service", server, label=f"{named[:1].upper()}{named[1:]} service")
                yield from _beside(added, server, context)


def _beside(added: AddComponent, server: str, context: Context) -> Iterator[tuple[Edit, ...]]:
    from whiteboard.checks import mending

    callers = sorted(context.graph.calls.back(server))
    stores = [c for c in context.graph.calls.onward(server) if context.graph.tiers[c] is Tier.STORE][:1]
    edges = [mending.arrow(context, caller, added.component.id) for caller in callers]
    edges += [mending.arrow(context, added.component.id, store) for store in stores]
    yield (added, *edges)


def _tier(context: Context) -> tuple[str, ...]:
    graph = context.graph
    holding = (c for c in graph.tiers if graph.component(c).kind == "realtime_gateway")
    return (*services(context), *holding)


def _without(context: Context) -> Outcome:
    """No service is drawn: a problem where clients are joined to stores all the same."""
    graph = context.graph
    stores = [c for c, tier in graph.tiers.items() if tier is Tier.STORE]
    asking = clients(context)
    walk = graph.route(asking, stores).shortest if asking and stores else None
    if walk is None or any(graph.tiers[c] is Tier.WORKER for c in walk):
        return not_applicable("No service is drawn.")
    message = f"{context.path(walk)}: no service lies between them. Draw one that owns the rules and the data."
    return problem(message, context.evidence(paths=[walk]))


def _duties(tier: Iterable[str], context: Context) -> tuple[str, ...]:
    """The duties that are listed on a box, in its notes or by the requests to it; the longest of the lists."""
    lists = []
    for component in tier:
        shown = context.graph.component(component)
        lists += [_listed(text, context) for text in (shown.label.partition("(")[2].rstrip(") \n"), *shown.notes)]
        lists.append(tuple(dict.fromkeys(_requested(component, context))))
    return max(lists, key=len, default=())


def _listed(text: str, context: Context) -> tuple[str, ...]:
    items = dict.fromkeys(item.strip(" .-–*()").lower() for item in _ITEM.split(text))
    return tuple(item for item in items if item and len(item.split()) <= _LONGEST_ITEM and _is_duty(item, context))


def _is_duty(item: str, context: Context) -> bool:
    """Whether an item of a list names something to do: no product, number or quality."""
    read = context.catalog.classify(item)
    sure_of_product = read.technology is not None and read.confidence > _SURE_OF_PRODUCT
    return read.kind != "other" and not sure_of_product and not any(letter.isdigit() for letter in item)


def _requested(component: str, context: Context) -> Iterator[str]:
    for caller in sorted(context.graph.calls.back(component)):
        for drawn in context.graph.drawn_between(caller, component):
            yield from (found.lower() for found in _RESOURCE.findall(context.graph.connection(drawn).label))


def _is_one_piece(component: str, context: Context) -> bool:
    shown = context.graph.component(component)
    return any(speaks_of(text, _ONE_PIECE) for text in (shown.label, *shown.notes))
