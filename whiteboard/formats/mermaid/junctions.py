"""Junctions of architecture diagrams: what their arms join is connected directly."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.formats.mermaid.definitions import Line
from whiteboard.model.errors import Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from whiteboard.formats.mermaid.definitions import End
    from whiteboard.model.architecture import Direction

MAX_JUNCTIONS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """A line between two ends, either of which may be a junction, with or without a head at each."""

    source: End
    target: End
    label: str = ""
    into_source: bool = False
    into_target: bool = False

    @property
    def plain(self) -> Arm:
        """The same without heads."""
        return replace(self, into_source=False, into_target=False)


@dataclass(frozen=True, slots=True)
class _Step:
    """A way along one arm."""

    to: End
    headed: bool
    label: str


@dataclass(frozen=True, slots=True)
class _Way:
    """A way from one end to another; headed when any of its steps is."""

    source: End
    target: End
    headed: bool
    label: str


def through_junctions(
    arms: Sequence[Arm], junctions: Collection[str], reserve: Callable[[int], None], file: str | None
) -> list[Line]:
    """Return the lines of the arms: those between parts as drawn, then those that lead through junctions.

    With heads, each arm that may lead in is connected to each that leads out; without any, all are joined.
    `reserve` counts the lines. Raises TooLargeError over 500 junctions.
    """
    if len(junctions) > MAX_JUNCTIONS:
        raise TooLargeError(Problem(message=f"the diagram has over {MAX_JUNCTIONS} junctions", file=file))
    lines, joining = [], []
    for arm in arms:
        if arm.source.id in junctions or arm.target.id in junctions:
            joining.append(arm)
        else:
            reserve(1)
            lines.append(_line(arm))
    for network in _networks(joining, junctions):
        lines += _lines(network, junctions, reserve)
    return lines


def _line(arm: Arm) -> Line:
    if arm.into_source and not arm.into_target:
        return Line(source=arm.target, target=arm.source, label=arm.label)
    direction: Direction = "both" if arm.into_source else "forward" if arm.into_target else "none"
    return Line(source=arm.source, target=arm.target, label=arm.label, direction=direction)


def _networks(arms: Iterable[Arm], junctions: Collection[str]) -> Iterable[list[Arm]]:
    """The arms by the junctions that they join, directly or through others."""
    leader = {junction: junction for junction in junctions}

    def find(junction: str) -> str:
        while leader[junction] != junction:
            leader[junction] = junction = leader[leader[junction]]
        return junction

    arms = list(arms)
    for arm in arms:
        if arm.source.id in leader and arm.target.id in leader:
            leader[find(arm.source.id)] = find(arm.target.id)
    networks: defaultdict[str, list[Arm]] = defaultdict(list)
    for arm in arms:
        networks[find(arm.source.id if arm.source.id in leader else arm.target.id)].append(arm)
    return networks.values()


def _lines(arms: Sequence[Arm], junctions: Collection[str], reserve: Callable[[int], None]) -> list[Line]:
    """The lines of one network. When all of its arms only lead out, the heads tell nothing apart."""
    ways = _ways(arms, junctions, reserve) or _ways([arm.plain for arm in arms], junctions, reserve)
    headed = any(way.headed for way in ways.values())
    lines = []
    for (source, target), way in ways.items():
        back = ways.get((target, source))
        doubled = back is not None and back.headed == way.headed
        if way.headed != headed or (doubled and source > target):
            continue
        direction: Direction = "none" if not headed else "both" if doubled else "forward"
        lines.append(Line(source=way.source, target=way.target, label=way.label, direction=direction))
    return lines


def _ways(
    arms: Sequence[Arm], junctions: Collection[str], reserve: Callable[[int], None]
) -> dict[tuple[str, str], _Way]:
    """The ways through a network between its ends; a headed one before one without heads."""
    steps: defaultdict[str, list[_Step]] = defaultdict(list)
    inward: list[tuple[End, str, _Step]] = []
    for arm in arms:
        for start, step in _steps(arm):
            if start.id in junctions:
                steps[start.id].append(step)
            else:
                inward.append((start, step.to.id, step))
    reached: dict[str, list[_Step]] = {}
    ways: dict[tuple[str, str], _Way] = {}
    for start, junction, first in inward:
        if junction not in reached:
            reached[junction] = _reached(junction, steps, junctions)
        for last in reached[junction]:
            headed = first.headed or last.headed
            known = ways.get((start.id, last.to.id))
            if start.id == last.to.id or (known and known.headed >= headed):
                continue
            if known is None:
                reserve(1)
            ways[start.id, last.to.id] = _Way(start, last.to, headed, first.label or last.label)
    return ways


def _steps(arm: Arm) -> Iterator[tuple[End, _Step]]:
    """An arm leads to where its head is; without a head, or with two, both ways."""
    if arm.into_target or not arm.into_source:
        yield arm.source, _Step(arm.target, arm.into_target, arm.label)
    if arm.into_source or not arm.into_target:
        yield arm.target, _Step(arm.source, arm.into_source, arm.label)


def _reached(junction: str, steps: dict[str, list[_Step]], junctions: Collection[str]) -> list[_Step]:
    """The ends that a junction leads to, as one step each."""
    found: list[_Step] = []
    seen = {(junction, False)}
    waiting = deque([(junction, False, "")])
    while waiting:
        at, headed, label = waiting.popleft()
        for step in steps.get(at, ()):
            following = (step.to.id, headed or step.headed)
            if following in seen:
                continue
            seen.add(following)
            if step.to.id in junctions:
                waiting.append((*following, label or step.label))
            else:
                found.append(_Step(step.to, following[1], label or step.label))
    return found
