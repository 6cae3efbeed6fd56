"""The journeys of an assessment: which way on the board each was taken to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.feedback.bound_checks import BoundCheck
    from whiteboard.model.assessment import JourneyTaken


def journeys_taken(checks: Iterable[BoundCheck]) -> tuple[JourneyTaken, ...]:
    """Each journey of the scenario, then of the house rules, once by its id; of those without a way the drawing
    may still have one, so they are left out where the house rules state them.
    """
    taken: dict[str, JourneyTaken] = {}
    for journey in _each(checks):
        taken.setdefault(journey.journey_id, journey)
    return tuple(taken.values())


def _each(checks: Iterable[BoundCheck]) -> Iterator[JourneyTaken]:
    from whiteboard.checks.journeys import journey_taken

    for context, source in {id(bound.context): (bound.context, bound.source) for bound in checks}.values():
        for journey in context.journeys:
            found = journey_taken(journey, context, source)
            if found.walk or found.stale or context.required:
                yield found
