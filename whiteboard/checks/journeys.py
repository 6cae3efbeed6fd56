"""Which way a board takes each journey, and how one knows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from whiteboard.checks import traffic
from whiteboard.checks.told import is_drawn
from whiteboard.model.assessment import JourneyTaken, KnownBy

if TYPE_CHECKING:
    from whiteboard.checks.context import Context
    from whiteboard.graph.route import Walk
    from whiteboard.model.architecture import Access


def journey_taken(journey: str, context: Context, source: str) -> JourneyTaken:
    """The walk that stands for a journey, a labelled one first, and what told it: a person, labels, or roles alone."""
    walk, known_by, because = _walk(journey, context)
    told = context.board.told.get(journey, ())
    taken = JourneyTaken(
        journey_id=journey,
        source=source,
        walk=walk,
        known_by=known_by,
        because=because,
        element_ids=context.evidence(paths=[walk] if walk else []).element_ids,
    )
    return replace(taken, stale=bool(told) and not is_drawn(told, context.graph))


def _walk(journey: str, context: Context) -> tuple[Walk, KnownBy, str]:
    stated, route = context.journeys[journey], context.route(journey)
    if is_drawn(context.board.told.get(journey, ()), context.graph):
        return route.shortest or (), "person", "You said that this journey passes these."
    if route.shortest is None:
        return (), "roles", f"No way for it leads from {stated.from_} to {stated.to}."
    labelled = _labelled_walk(journey, context, stated.access) if stated.access else None
    if labelled and stated.access:
        return labelled, "labels", f"Its labels say that it is a {stated.access}."
    if stated.access and traffic.contradicting(stated.access, context.graph, route.view):
        return route.shortest, "labels", f"The labels of other ways say that they are no {stated.access}."
    return route.shortest, "roles", f"The nearest way from {stated.from_} to {stated.to}: no label says more."


def _labelled_walk(journey: str, context: Context, access: Access) -> Walk | None:
    """A short walk with a connection whose label says what the journey does; None when no label does."""
    route = context.route(journey)
    for step in route.reached:
        for onward in route.onward(step):
            if traffic.says(access, step.component, onward.component, context.graph):
                walk = route.walk_by(onward.component)
                if (step.component, onward.component) in pairwise(walk):
                    return walk
    return None
