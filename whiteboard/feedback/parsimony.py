"""Components that nothing asked for needs, as far as the drawing shows.

With a scenario, needed is what stands on a walk of one of its journeys, what one of its checks takes as evidence, and
what its text or the notes on the board speak of. Without one nobody knows what was asked for: only what hangs together
apart from every client stands out. Never named are clients, what stands at the edge or serves everything (monitoring,
identity …), boxes of no known kind, boxes without a connection (the rule `unreachable` speaks of those), and a single
helper of something needed, such as a generator of ids.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from whiteboard.checks import wording
from whiteboard.graph.stems import stems
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.model.assessment import Extra

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from whiteboard.checks.board import Board
    from whiteboard.checks.context import Context
    from whiteboard.graph import Graph
    from whiteboard.graph.route import Route, Step
    from whiteboard.model.finding import Finding
    from whiteboard.model.scenario import Scenario

_EXCUSED_TIERS = frozenset({Tier.CLIENT, Tier.ENTRY, Tier.ATTENDANT})
_EXCUSED_KINDS = ("identity", "other")


def extras_for(board: Board, scenario: Scenario, context: Context, findings: Iterable[Finding]) -> tuple[Extra, ...]:
    """What nothing in a scenario needs. `findings` are those of its own checks."""
    needed = _travelled(context) | _shown_by(findings) | _spoken_of(board, _asked(scenario))
    say = "Nothing that was asked for seems to need {}. Say what it is for, or leave it off."
    return tuple(
        _extra(piece, board, say)
        for piece in _pieces(_loose(board, needed), board.graph)
        if len(piece) > 1 or needed.isdisjoint(board.graph.neighbours(piece))
    )


def extras_alone(board: Board) -> tuple[Extra, ...]:
    """What hangs together apart from all clients, on a board that shows one design with clients."""
    graph = board.graph
    clients = {component for component, tier in graph.tiers.items() if tier is Tier.CLIENT}
    if clients.isdisjoint(graph.connected) or len(board.reading.designs) > 1:
        return ()
    spoken_of = _spoken_of(board, ())
    say = "No way from a client touches {}, nor does anything that one uses. Say what it is for, or leave it off."
    return tuple(
        _extra(piece, board, say)
        for piece in _pieces(graph.connected, graph)
        if clients.isdisjoint(piece) and spoken_of.isdisjoint(piece) and not _excused(board).issuperset(piece)
    )


def _extra(piece: Collection[str], board: Board, say: str) -> Extra:
    names = dict.fromkeys(wording.name(board.graph.component(component)) for component in piece)
    return Extra(component_ids=tuple(piece), message=say.format(wording.listed(names)))


# What is needed


def _travelled(context: Context) -> set[str]:
    """What stands on a walk of any journey."""
    return {component for journey in context.journeys for component in _on_walks(context.route(journey))}


def _on_walks(route: Route) -> Iterator[str]:
    """The components on whole walks: those reached from a start, from which an end is reached."""
    before: dict[Step, list[Step]] = defaultdict(list)
    for step in route.reached:
        for following in route.onward(step):
            before[following].append(step)
    arrived = [step for step in route.reached if step.arrived]
    return (step.component for step in explore(arrived, lambda step: before[step]))


def _shown_by(findings: Iterable[Finding]) -> set[str]:
    """What checks take as evidence, but for those that look at everything which is drawn."""
    telling = (finding for finding in findings if finding.check != "connected")
    return {component for finding in telling for component in finding.evidence.component_ids}


def _spoken_of(board: Board, texts: Iterable[str]) -> set[str]:
    """The components of which a text, or a note on the board, uses a telling word."""
    notes = (note.text for note in board.reading.notes)
    used = {stem for text in chain(texts, notes) for stem in stems(text)}
    return {
        component.id
        for component in board.reading.architecture.components
        if not (used & set(stems(component.label))).issubset(_words_of_kinds())
    }


def _asked(scenario: Scenario) -> Iterator[str]:
    yield scenario.prompt
    yield from (requirement.text for requirement in scenario.requirements)
    yield from (clarification.answer for clarification in scenario.clarifications)
    yield from (risk.title for risk in scenario.risks)
    yield from (estimate.ask for estimate in scenario.estimates)
    yield from (*scenario.api, *scenario.entities, *scenario.curveballs)


@cache
def _words_of_kinds() -> frozenset[str]:
    """The stems that say what kind of thing a component is ("service", "cache"), not which one."""
    from whiteboard.catalog import load_catalog

    kinds = load_catalog().kinds.values()
    words = (word for kind in kinds for word in (kind.title, *(noun for _, noun in kind.nouns)))
    return frozenset(stem for word in words for stem in stems(word))


# What hangs together


def _loose(board: Board, needed: Collection[str]) -> list[str]:
    excused = _excused(board)
    return [component for component in board.graph.connected if component not in needed and component not in excused]


def _excused(board: Board) -> set[str]:
    graph = board.graph
    return {
        component
        for component, tier in graph.tiers.items()
        if tier in _EXCUSED_TIERS or graph.component(component).kind in _EXCUSED_KINDS
    }


def _pieces(components: Iterable[str], graph: Graph) -> Iterator[tuple[str, ...]]:
    """The components in pieces that hang together by themselves, each from its first on the board."""
    among = frozenset(components)
    seen: set[str] = set()
    for component in graph.tiers:
        if component in among and component not in seen:
            piece = explore([component], lambda one: (o for o in graph.neighbours([one]) if o in among))
            seen.update(piece)
            yield tuple(piece)
