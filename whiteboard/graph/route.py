"""A journey laid on the board: all walks from its start to its end."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from whiteboard.graph.dominators import dominators
from whiteboard.graph.walks import explore, shortest, trace

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from whiteboard.graph.view import Edge, View

Walk = tuple[str, ...]


class Step(NamedTuple):
    """Where a walk stands: at a component, having passed `through` or not, arrived or not."""

    component: str
    passed: bool
    arrived: bool = False


class _Goal(NamedTuple):
    """What all ends of one sort lead to."""

    sort: Hashable


_START = object()
"""What leads to all first steps."""


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
        end = next((step for step in self.reached if step.arrived), None)
        return None if end is None else components(trace(end, self.reached))

    @cached_property
    def reached(self) -> dict[Step, Step | None]:
        """All steps of all walks, the nearest first, each with the one before it on a shortest walk."""
        return explore(self.first_steps, self.onward)

    def without_way_round(self, alike: Callable[[str], Hashable]) -> Walk:
        """The components that every walk to some end must pass, the nearest first, without the starts.

        Ends that are `alike` stand in for each other: a walk to one of them is as good as to another.
        """
        above: dict[object, object] = dominators(_START, partial(self._onward_to_goals, alike))
        found: set[str] = set()
        for goal in {_Goal(alike(step.component)) for step in self.reached if step.arrived}:
            node = above[goal]
            while isinstance(node, Step) and node.component not in found:
                found.add(node.component)
                node = above[node]
        found.difference_update(self.starts)
        return tuple(dict.fromkeys(step.component for step in self.reached if step.component in found))

    def _onward_to_goals(self, alike: Callable[[str], Hashable], node: object) -> Iterable[object]:
        if node is _START:
            return self.first_steps
        if not isinstance(node, Step):
            return ()
        return (_Goal(alike(node.component)),) if node.arrived else self.onward(node)

    def walk_by(self, component: str) -> Walk:
        """A short whole walk that passes a component that some walk passes."""
        for step in self.reached:
            onward = shortest([step], self.onward, _has_arrived) if step.component == component else None
            if onward is not None:
                return components((*trace(step, self.reached), *onward[1:]))
        return ()

    def farthest(self, counts: Callable[[str], bool]) -> Walk:
        """How far one gets when there is no whole walk: the walk to the component that is reached last,
        of those that count; behind `through`, if one gets that far.
        """
        last = max(enumerate(self.reached), key=lambda item: (item[1].passed, counts(item[1].component), item[0]))[1]
        return components(trace(last, self.reached))


def components(steps: Iterable[Step]) -> Walk:
    """The components of a walk."""
    return tuple(step.component for step in steps)


def _has_arrived(step: Step) -> bool:
    return step.arrived
