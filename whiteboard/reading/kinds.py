"""The kind of a component: what its texts, its outline and its place in the graph say, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.reading import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.catalog.catalog import Catalog
    from whiteboard.catalog.values import Classification

SURE = 0.5
_LEAST_LINES = 3
_SHARE_OF_LINES = 0.7
_FROM_POINTS = 0.8
"""How much of its confidence a reading keeps that rests on the text below the name or beside the figure."""


def classify_text(text: str, catalog: Catalog, *, shape: str | None = None) -> Classification:
    """Classify the text of a figure: by its name, else by what is listed under it.

    A column of names ("Gateway / LB / Auth") is what its first line says; the others are what it also does.
    """
    name, points = words.split_name(text)
    lines = points if points and name == ", ".join(points) else _column(text, catalog)
    if lines:
        return catalog.classify(lines[0], shape=shape)
    named = catalog.classify(name, shape=shape)
    if is_known(named) or not points:
        return named
    listed = [found for found in (catalog.classify(point) for point in points) if is_known(found)]
    return _weaker(listed[0]) if listed else named


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


_ENTRIES = ("load_balancer", "api_gateway", "reverse_proxy", "cdn", "dns", "waf", "realtime_gateway")
_PULLERS = ("worker", "stream_processor", "batch_processor", "function")


def by_place(found: Classification, neighbours: Neighbours, catalog: Catalog) -> Classification:
    """Let the place in the graph decide where the text does not: what nobody calls and what calls an entry is a client."""
    if is_known(found):
        return found
    ahead = (*neighbours.to, *neighbours.undirected)
    if any(kind in _ENTRIES for kind in ahead) and not set(neighbours.from_) - {"dns", "cdn"}:
        return replace(found, kind="client", confidence=0.4, reason="it calls the way in, and nothing calls it")
    if found.kind != "other":
        return found
    if not neighbours.to and any(catalog.is_a(kind, "service") for kind in neighbours.from_) and found.confidence == 0:
        return replace(found, kind="datastore", confidence=0.2, reason="services call it, and it calls nothing")
    if neighbours.to or neighbours.from_ or neighbours.undirected:
        return replace(found, kind="service", confidence=0.3, reason="it stands between others and names nothing else")
    return found
