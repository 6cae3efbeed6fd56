"""The stretch of a journey on which a waypoint is due, and whether walks meet it there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from whiteboard.graph.route import Route, Step, Walk, components
from whiteboard.graph.walks import explore, trace

if TYPE_CHECKING:
    from collections.abc import Iterator


class Phase(IntEnum):
    """How far a walk has come: before the stretch, on it, or behind it having missed or met the waypoint."""

    BEFORE = auto()
    ON_IT = auto()
    MISSED = auto()
    MET = auto()


class Stand(NamedTuple):
    """A step of a walk with its phase; `asked`: the component here (or one it stands proxy for) asks the waypoint."""

    step: Step
    phase: Phase
    asked: bool = False


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """All walks of a route, each watched from a component of `start` (None: from its beginning) until it
    reaches one of `end` (None: its own end).

    A walk meets the waypoint by passing one of `inline`, or when the component that reaches the end is one
    of `asking`. Components that only forward requests (`proxies`) count as the one in front of them.
    """

    route: Route
    start: frozenset[str] | None
    end: frozenset[str] | None
    inline: frozenset[str]
    asking: frozenset[str]
    proxies: frozenset[str]

    def shortest(self, phase: Phase) -> Walk | None:
        """A shortest whole walk that ends in a phase; None when there is none."""
        end = next((stand for stand in self._reached if stand.step.arrived and stand.phase is phase), None)
        return None if end is None else components(stand.step for stand in trace(end, self._reached))

    def piece(self, walk: Walk) -> Walk:
        """The piece of a walk that lies on the stretch, with both its ends; all of it when it never gets there."""
        first = next((at for at, component in enumerate(walk) if component in (self.start or ())), 0)
        behind = range(first + 1, len(walk))
        last = next((at for at in behind if walk[at] in (self.end or ())), len(walk) - 1)
        return walk[first : last + 1]

    @cached_property
    def _reached(self) -> dict[Stand, Stand | None]:
        beginning = Phase.ON_IT if self.start is None else Phase.BEFORE
        first = (self._enter(step, Stand(step, beginning)) for step in self.route.first_steps)
        return explore(first, self._onward)

    def _onward(self, stand: Stand) -> Iterator[Stand]:
        return (self._enter(step, stand) for step in self.route.onward(stand.step))

    def _enter(self, step: Step, before: Stand) -> Stand:
        phase = self._phase(step, before)
        if phase is not Phase.ON_IT:
            return Stand(step, phase)
        forwarded = before.asked and step.component in self.proxies
        return Stand(step, phase, asked=forwarded or step.component in self.asking)

    def _phase(self, step: Step, before: Stand) -> Phase:
        if before.phase is Phase.MISSED or before.phase is Phase.MET:
            return before.phase
        if before.phase is Phase.BEFORE and step.component not in (self.start or ()):
            return Phase.BEFORE
        if step.component in self.inline:
            return Phase.MET
        if before.phase is Phase.ON_IT and self._ends(step):
            return Phase.MET if before.asked else Phase.MISSED
        return Phase.ON_IT

    def _ends(self, step: Step) -> bool:
        return step.arrived if self.end is None else step.component in self.end
