"""The kind of a component: what its texts, its outline and its place in the graph say, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.catalog.values import Classification
from whiteboard.model.architecture import Component
from whiteboard.reading import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.catalog.catalog import Catalog

SURE = 0.5
STATED = "the drawing says so"
"""The reason for a kind that was set, not read."""

_FIELDS = "it lists the fields of a table"
_LEAST_LINES = 3
_SHARE_OF_LINES = 0.7
_FROM_POINTS = 0.8
"""How much of its confidence a reading keeps that rests on the text below the name or beside the figure."""


def classify_text(text: str, catalog: Catalog, *, shape: str | None = None) -> Classification:
    """Classify the text of a figure: by its name, else by what is listed under it.

    A column of names ("Gateway / LB / Auth") is what its first line says; the others are what it also does.
    A list of fields makes a store.
    """
    name, points = words.split_name(text)
    if words.is_schema(text):
        named = catalog.classify(name, shape=shape) if name != ", ".join(points) else None
        is_store = named is not None and catalog.is_a(named.kind, "datastore")
        return named if named and is_store else Classification(kind="datastore", confidence=0.45, reason=_FIELDS)
    lines = points if points and name == ", ".join(points) else _column(text, catalog)
    if lines:
        return _with_listed(catalog.classify(lines[0], shape=shape), lines[1:], catalog)
    named = catalog.classify(name if points else text, shape=shape)
    if named.kind == "client" and shape == "cylinder":
        return replace(named, kind="datastore", confidence=0.6, reason="drawn as a cylinder, it keeps what it names")
    if named.kind != "other" or not points:
        return _with_listed(named, points, catalog) if named.kind in _DOORS else named
    listed = [found for found in (catalog.classify(point) for point in points) if is_known(found)]
    return _weaker(listed[0]) if listed else named


def _with_listed(named: Classification, lines: Iterable[str], catalog: Catalog) -> Classification:
    """Add what is listed below a name that each is sure to be: a gateway's rate limiter, its authentication."""
    listed = (found.kind for found in map(catalog.classify, lines) if is_known(found) and found.confidence >= _CERTAIN)
    return replace(named, also=tuple(dict.fromkeys(kind for kind in (*named.also, *listed) if kind != named.kind)))


def with_technology(found: Classification, technology: str | None, catalog: Catalog) -> Classification:
    """Add the product that a drawing states (by its name or its id in the catalog), where the text names none."""
    if technology is None or found.technology is not None:
        return found
    known = technology if technology in catalog.technologies else catalog.classify(technology).technology
    return replace(found, technology=known)


def component_of(
    id_: str,
    name: tuple[str, tuple[str, ...]],
    found: Classification,
    replicas: int | None,
    element_ids: tuple[str, ...] = (),
) -> Component:
    """Make a component of its name (with the notes below it) and what its text was classified as."""
    label, notes = name
    return Component(
        id=id_,
        label=label,
        kind=found.kind,
        confidence=found.confidence,
        reason=found.reason,
        technology=found.technology,
        replicas=replicas,
        notes=notes,
        element_ids=element_ids,
        also=found.also,
    )


def is_known(found: Classification) -> bool:
    """Tell whether a classification names a kind and is rather sure of it."""
    return found.kind != "other" and found.confidence >= SURE


def best_of(own: Classification, beside: Iterable[Classification]) -> Classification:
    """Prefer what a figure's own text says; where it says nothing, or no technology, what stands right beside it."""
    if is_known(own):
        return own
    known = [found for found in beside if is_known(found)]
    return _weaker(max(known, key=lambda found: (found.confidence, found.reason))) if known else own


def _weaker(found: Classification) -> Classification:
    return replace(found, confidence=round(found.confidence * _FROM_POINTS, 2))


def _column(text: str, catalog: Catalog) -> Sequence[str]:
    """The lines of a text when nearly each one names a kind by itself."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < _LEAST_LINES:
        return ()
    known = [line for line in lines if is_known(catalog.classify(line))]
    return lines if len(known) >= _SHARE_OF_LINES * len(lines) and lines[0] in known else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The kinds of the components around one: those it has an arrow to, those that have one to it, and the rest."""

    to: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    undirected: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """What else those lead to that lead to it."""


_ENTRIES = frozenset(
    {"load_balancer", "api_gateway", "reverse_proxy", "cdn", "dns", "waf", "realtime_gateway", "rate_limiter"}
)
_DOORS = frozenset({"load_balancer", "api_gateway", "reverse_proxy"})
_PULLERS = frozenset({"worker", "stream_processor", "batch_processor", "function"})
_SINKS = frozenset({"logging", "monitoring"})
_KINDS_OF_GROUPS = frozenset(
    {"client", "service", "worker", "function", "datastore", "cache", "external_service", "monitoring"}
)
_CERTAIN = 0.8
_HARDLY = 0.6
"""At most this sure of a kind that a bare word names ("App", "Web")."""

_ASKED_BY_CLIENTS = _ENTRIES | {"client", "service", "identity", "other", "external_service"}


def in_group(found: Classification, title: str, catalog: Catalog) -> Classification:
    """Let the title of the group around it ("Databases") say what a text names that says little itself.

    "Users" among databases is a table, not a person.
    """
    is_sure = found.kind != "other" and found.confidence >= SURE
    if not title or (is_sure and found.kind != "client"):
        return found
    named = catalog.classify(title)
    if named.kind not in _KINDS_OF_GROUPS or named.technology or named.confidence < _CERTAIN:
        return found
    if is_sure and not catalog.is_a(named.kind, "datastore"):
        return found
    return replace(found, kind=named.kind, confidence=0.5, reason=f"it is one of “{title}”")


def by_place(found: Classification, neighbours: Neighbours, catalog: Catalog) -> Classification:
    """Let the place in the graph decide where the text does not.

    What only clients and the way in stand beside is a client, however it is called ("consumers"); so is what calls
    services while nothing calls it. An "app" that the way in calls, or a client that it spares the way to stores, runs
    on our side. A log that keeps what it gets elsewhere is a service, and what else stands between
    others is taken for one.
    """
    around = {*neighbours.to, *neighbours.from_, *neighbours.undirected}
    if not around:
        return found
    weak = found.kind == "other" or (found.kind == "service" and found.confidence < SURE)
    starts = bool(neighbours.to) and not neighbours.from_ and around <= _ASKED_BY_CLIENTS
    keeps = found.confidence < _CERTAIN and _stores(neighbours, catalog)
    product = found.kind == "cache" and found.technology is not None
    taken_from = bool(neighbours.from_) and not _PULLERS.isdisjoint(neighbours.to)
    rules = (
        (_is_behind_the_door(found, neighbours, catalog), "service", 0.5, "it is called as a server is"),
        (_is_at_the_edge(found, around), "client", 0.4, "only clients and the way in stand beside it"),
        (found.kind in _SINKS and keeps, "service", 0.4, "it is called and keeps what it gets elsewhere"),
        (weak and starts, "client", 0.35, "it calls services, and nothing calls it"),
        (
            _can_be(found, "notification", catalog) and "notification" in neighbours.beside,
            "notification",
            0.7,
            "what sends to it also sends by other ways",
        ),
        (product and taken_from, "queue", 0.6, "workers take from it what others put in"),
        (found.kind == "other", "service", 0.3, "it stands between others and names no kind"),
    )
    matching = (
        replace(found, kind=kind, confidence=confidence, reason=reason)
        for holds, kind, confidence, reason in rules
        if holds
    )
    return next(matching, found)


def _can_be(found: Classification, kind: str, catalog: Catalog) -> bool:
    """Whether the product that a text names can be of a kind too."""
    product = catalog.technologies.get(found.technology or "")
    return product is not None and found.kind == product.kind and kind in product.also


def _is_at_the_edge(found: Classification, around: set[str]) -> bool:
    if found.kind not in ("other", "worker") or not around & _ENTRIES or around - _ENTRIES - {"client", "other"}:
        return False
    return found.kind == "other" or "client" in around


def _is_behind_the_door(found: Classification, neighbours: Neighbours, catalog: Catalog) -> bool:
    """Whether what may be a client or a server by its name ("App") is called by a door, or by clients on their way to
    a store.
    """
    if found.kind != "client" or found.confidence > _HARDLY or not _DOORS.isdisjoint(neighbours.to):
        return False
    called = {*neighbours.from_}
    straight = "client" in called and _stores(neighbours, catalog) and not {*neighbours.to} & {"service", *_ENTRIES}
    return bool(called & _DOORS) or straight


def _stores(neighbours: Neighbours, catalog: Catalog) -> bool:
    ahead = (*neighbours.to, *neighbours.undirected)
    return any(catalog.is_a(kind, store) for kind in ahead for store in ("datastore", "cache", "object_store"))
