"""`service_tier`: between clients and stores stand services with duties of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_named_as_several, twin_key
from whiteboard.checks.services import clients, is_spreader, services
from whiteboard.checks.subjects import is_about
from whiteboard.graph.duties import duty
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.model.fix import AddComponent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit

_ASIDE = re.compile(r"[(:,\n]|\s[-–]\s")
"""What ends the name in a label."""

_ITEM = re.compile(r"[,;/&+\n•]|\band\b")
_RESOURCE = re.compile(r"/(?:api/|v\d+/)*([a-z]{2,})", re.IGNORECASE)
_LONGEST_ITEM = 4
"""How many words a duty in a list has at most; more is a sentence."""
_SURE_OF_PRODUCT = 0.8
_ASKED_FOR = {"payment": "payments", "messages_to_people": "mail"}
"""What a service does that asks somebody else for it, by what that is about."""

_DONE = {"text_search": "search", "media": "files"}
"""What a service does by what its arrows to stores speak of."""

_ONE_PIECE = ("monolith", "all in one", "everything", "single server")


class ServiceTier(Check):
    """A tier of services lies between clients and stores, cut by what the services do.

    Several services that are named for different things pass, and so does one that is named for a single thing, or
    a tier of several servers. One box that the drawing says does `most_duties` things or more (a list on it or in
    its notes, the paths of requests to it, what it says to the stores and other systems that it asks, "monolith") is
    a problem, and so is none at all between clients and
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
        """Draw a service with a store of its own for the first duty that one box lists."""
        from whiteboard.checks import mending

        tier = _tier(context)
        for server in tier[:1]:
            for named in _duties(tier, context)[:3]:
                added = mending.box(context, "service", server, label=f"{named[:1].upper()}{named[1:]} service")
                yield from _beside(added, server, context)


def _beside(added: AddComponent, server: str, context: Context) -> Iterator[tuple[Edit, ...]]:
    from whiteboard.checks import mending

    new = added.component.id
    callers = sorted(context.graph.calls.back(server))
    asked = [mending.arrow(context, caller, new) for caller in callers]
    stores = [c for c in context.graph.calls.onward(server) if context.graph.tiers[c] is Tier.STORE][:1]
    for store in stores:
        own = mending.box(context, "datastore", new, label=f"{added.component.label.partition(' ')[0]} DB")
        yield added, *asked, own, mending.arrow(context, new, own.component.id)
        yield added, *asked, mending.arrow(context, new, store)
    if not stores:
        yield added, *asked


def _tier(context: Context) -> tuple[str, ...]:
    graph = context.graph
    holding = (c for c in graph.tiers if graph.component(c).kind == "realtime_gateway")
    tier = (*services(context), *holding)
    return tuple(c for c in tier if c in graph.connected) or tier


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
        if not duty(replace(shown, label=_ASIDE.split(shown.label)[0])):
            lists.append(tuple(dict.fromkeys(_done(component, context))))
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


def _done(component: str, context: Context) -> Iterator[str]:
    """What a box without a duty in its name does by itself: each thing in a list on an arrow to a store, search,
    files, payments, mail, and what must be recorded.
    """
    for asked in context.graph.calls.onward(component):
        shown = context.graph.component(asked)
        yield from (name for subject, name in _ASKED_FOR.items() if is_about(subject, shown, context))
        if context.graph.tiers[asked] not in {Tier.STORE, Tier.CACHE}:
            continue
        for drawn in context.graph.drawn_between(component, asked):
            label = context.graph.connection(drawn).label
            items = [item.strip().lower() for item in label.split(",")]
            yield from items if len(items) > 1 and all(0 < len(item.split()) < _LONGEST_ITEM for item in items) else ()
        said = traffic.said_between(component, asked, context)
        yield from (name for content, name in _DONE.items() if content in said)
        if "acts" in traffic.said_of(asked, context):
            yield "records"


def _is_one_piece(component: str, context: Context) -> bool:
    shown = context.graph.component(component)
    return any(speaks_of(text, _ONE_PIECE) for text in (shown.label, *shown.notes))
