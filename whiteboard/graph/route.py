"""A journey laid on the board: all walks from its start to its end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from whiteboard.graph.walks import explore, shortest, trace, unavoidable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from whiteboard.graph.view import Edge, View

Walk = tuple[str, ...]


class Step(NamedTuple):
    """Where a walk stands: at a component, having passed `through` or not, arrived or not."""

    component: str
    passed: bool
    arrived: bool = False


@dataclass(frozen=True, kw_only=True)
class Route:
    """All walks from `starts` to `ends` that pass one of `through` (when it is given).

    Walks do not use `closed` edges, and only start or end at components that pass nothing
    on (`terminal`: clients, monitoring).
    """

    view: View
    starts: tuple[str, ...]
    ends: frozenset[str]
    through: frozenset[str] | None = None
    closed: frozenset[Edge] = frozenset()
    terminal: frozenset[str] = frozenset()

    @property
    def first_steps(self) -> tuple[Step, ...]:
        """Where walks begin."""
        return tuple(Step(start, self._passes(start)) for start in self.starts)

    def onward(self, step: Step) -> Iterator[Step]:
        """The steps that may follow a step."""
        if step.arrived:
            return
        for component in self.view.onward(step.component):
            if (step.component, component) in self.closed:
                continue
            passed = step.passed or self._passes(component)
            arrived = passed and component in self.ends
            if arrived or component not in self.terminal:
                yield Step(component, passed, arrived)

    def _passes(self, component: str) -> bool:
        return self.through is None or component in self.through

    @cached_property
    def shortest(self) -> Walk | None:
        """A shortest walk; None when there is none."""
        steps = shortest(self.first_steps, self.onward, _has_arrived)
        return None if steps is None else components(steps)

    @cached_property
    def unavoidable(self) -> Walk:
        """The components that every walk passes, in walking order, without the starts."""
        steps = unavoidable(self.first_steps, self.onward, _has_arrived)
        return tuple(dict.fromkeys(c for c in components(steps) if c not in self.starts))

    def farthest(self, counts: Callable[[str], bool]) -> Walk:
        """How far one gets when there is no whole walk: the walk to the component that is reached last,
        of those that count; behind `through`, if one gets that far.
        """
        came = explore(self.first_steps, self.onward)
        last = max(enumerate(came), key=lambda item: (item[1].passed, counts(item[1].component), item[0]))[1]
        return components(trace(last, came))


def components(steps: tuple[Step, ...]) -> Walk:
    """The components of a walk."""
    return tuple(step.component for step in steps)


def _has_arrived(step: Step) -> bool:
    return step.arrived
