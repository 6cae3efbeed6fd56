"""`entry_guarded`: every way in passes a guard (who calls, how often, from where)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field

from whiteboard.checks import mending, subjects, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.guards import Guards
from whiteboard.checks.requests import Request
from whiteboard.checks.subjects import SubjectName
from whiteboard.checks.texts import borne_by
from whiteboard.graph.tiers import Tier, tier_of
from whiteboard.graph.walks import explore, trace
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.checks.texts import Text
    from whiteboard.graph import Graph
    from whiteboard.model.finding import Outcome

_PROTECTED = frozenset({Tier.SERVICE, Tier.WORKER})
_FOR_EVERYBODY = frozenset({"cdn", "object_store", "file_store"})
"""Kinds that hand out files, mostly by signed links, without a service in front."""

_SENDING = "messages_to_people"
_MOST_SAID = 3
_MOST_WAYS = 5_000
"""Clients are followed until there are so many ways: a board has clients times services of them."""


class _Ways(NamedTuple):
    """The ways in, each from a start to the first component that must be protected."""

    guarded: tuple[tuple[str, ...], ...]
    open: tuple[tuple[str, ...], ...]


class EntryGuarded(Check):
    """Every way of a client to a service passes a guard: a component of the role `by`, or one whose label, notes or
    incoming connection say so (subject `says`).

    A guard stands on the way, or is asked by something on it (a login service behind the gateway, also one that
    the client itself asks for its token). One that only limits what goes out to third parties or people is none.
    Where some ways in are guarded and another is not, that one is a problem, unless `one_is_enough`; where no guard
    is drawn, or none is connected, it is not shown. A note on the board about the guard counts for all ways, unless a
    guard of what goes out is drawn. An entry that serves from a store by itself must be guarded like a service, and
    so must a store where clients reach nothing else.
    """

    check: Literal["entry_guarded"] = "entry_guarded"
    from_: RoleName = Field(alias="from", description="Who comes in: the clients.")
    by: RoleName = Field(description="The guard: identity, a rate limiter, a firewall.")
    says: SubjectName | None = Field(None, description="The subject that speaks of the guard.")
    one_is_enough: bool = Field(False, description="Whether a guard on one of the ways in will do.")

    def evaluate(self, context: Context) -> Outcome:
        """Follow each way in until it meets a guard or what must be guarded."""
        written = self._written_for_all(context)
        if written is not None:
            return written
        guards = self._guards(context)
        ways = self._ways(guards, context)
        if not ways.guarded and not ways.open:
            return self._without_ways(context)
        if not ways.guarded:
            return self._nowhere(ways, context)
        if ways.open and not self.one_is_enough:
            listed = wording.listed(map(context.path, ways.open))
            message = f"{listed}: no {wording.plain(self.by)} on this way in, though there is one on others."
            return problem(message, context.evidence(paths=ways.open))
        names = context.names(way[-1] for way in ways.guarded)
        which = "A" if ways.open else "Every"
        return passed(f"{which} way in is guarded: {names}.", context.evidence(paths=ways.guarded))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Lead an open way through a guard that stands on ways, or let its beginning ask one that is asked."""
        ways = self._ways(self._guards(context), context)
        if self.one_is_enough and ways.guarded:
            return
        stands_on_ways = tier_of(context.role(self.by).kinds[0], context.catalog) is Tier.ENTRY
        for way in ways.open:
            if stands_on_ways:
                for edge in list(pairwise(way))[:1]:
                    yield from mending.lead_through_role(context, edge, self.by)
            else:
                for asking in (*way[1:2], way[0]):
                    yield from mending.ask_role(context, asking, self.by)

    # Guards

    def _guards(self, context: Context) -> Guards:
        """The components that guard: those of the role that do not only limit what goes out, and those that say so.

        In the order of the board.
        """
        graph = context.graph
        drawn = {c for c in context.components(self.by) if not _is_outgoing(c, context)}
        said = (text.component for text in self._texts(context) if text.component)
        saying = {c for c in said if graph.tiers[c] in {Tier.ENTRY, Tier.SERVICE} and not _is_outgoing(c, context)}
        inside = self._inside_guarded_groups(context)
        guarding = drawn | saying | inside
        return Guards((c for c in graph.tiers if c in guarding), graph, self.says)

    def _texts(self, context: Context) -> tuple[Text, ...]:
        return subjects.texts_about([self.says], context) if self.says else ()

    def _written_for_all(self, context: Context) -> Outcome | None:
        """A pass, when a note on the board speaks of the guard."""
        notes = [text for text in self._texts(context) if text.note]
        if not notes or any(_is_outgoing(c, context) for c in context.components(self.by)):
            return None
        said = wording.listed(f"“{wording.short(text.text)}”" for text in notes[:_MOST_SAID])
        return passed(f"Written on the board: {said}.", borne_by(notes, context))

    def _inside_guarded_groups(self, context: Context) -> set[str]:
        """What stands in a boundary that is named for the guard."""
        if self.says is None:
            return set()
        saying = [group for group in context.reading.architecture.groups if subjects.is_named(self.says, group)]
        return {member for group in saying for member in context.graph.members(group.id)}

    # Ways in

    def _ways(self, guards: Guards, context: Context) -> _Ways:
        guarded: dict[tuple[str, ...], None] = {}
        open_: dict[tuple[str, ...], None] = {}
        starts = Request(context, context.components(self.from_)).starts
        for start in starts:
            own = guards.own(start)
            for way in _that_count(list(_into(start, guards, context.graph)), context):
                met = own or guards.met(way[-1])
                if met:
                    guarded[way if met == way[-1] or own else (*way, met)] = None
                else:
                    open_[way] = None
            if len(guarded) + len(open_) >= _MOST_WAYS:
                break
        return _Ways(tuple(guarded), tuple(open_ if guarded or open_ else _into_stores(starts, context.graph)))

    def _without_ways(self, context: Context) -> Outcome:
        """No way in is drawn; what is inside would have to be guarded all the same."""
        inside = [c for c, tier in context.graph.tiers.items() if tier in _PROTECTED and c in context.graph.connected]
        if not inside:
            return not_applicable("No way from a client to a service is drawn.")
        message = (
            f"No {wording.plain(self.by)} is drawn, nor how clients reach {context.names(inside, 'or')}: draw both."
        )
        return not_shown(message, context.evidence(inside))

    def _nowhere(self, ways: _Ways, context: Context) -> Outcome:
        """No way in is guarded: nothing is drawn, or it stands elsewhere."""
        role = wording.plain(self.by)
        drawn = context.components(self.by)
        if drawn:
            message = f"{context.names(drawn)} is drawn, but on no way in: connect it with what the clients reach."
            return not_shown(message, context.evidence(drawn, paths=ways.open))
        where = context.names(dict.fromkeys(way[-1] for way in ways.open), "or")
        return not_shown(f"No {role} is drawn before {where}: draw it, or write where it is.")


def _is_protected(component: str, graph: Graph) -> bool:
    """Whether a component works on what clients ask: it runs own code, or is an entry that serves from a store."""
    if graph.tiers[component] in _PROTECTED:
        return True
    onward = list(graph.calls.onward(component)) if graph.tiers[component] is Tier.ENTRY else []
    serves = any(graph.tiers[c] is Tier.STORE for c in onward) and all(graph.tiers[c].passive for c in onward)
    return serves and graph.component(component).kind not in _FOR_EVERYBODY


def _into_stores(starts: Iterable[str], graph: Graph) -> Iterator[tuple[str, str]]:
    """The ways of clients straight into databases."""
    for start in (c for c in starts if graph.tiers[c] is Tier.CLIENT):
        yield from ((start, c) for c in graph.calls.onward(start) if _is_database(c, graph))


def _is_database(component: str, graph: Graph) -> bool:
    return graph.tiers[component] is Tier.STORE and graph.component(component).kind not in _FOR_EVERYBODY


def _that_count(ways: list[tuple[str, ...]], context: Context) -> list[tuple[str, ...]]:
    """The ways without those to what a CDN serves, which is for everybody; all of them when each passes a CDN."""
    graph, catalog = context.graph, context.catalog
    private = [way for way in ways if not any(catalog.is_a(graph.component(c).kind, "cdn") for c in way)]
    return private or ways


def _into(start: str, guards: Guards, graph: Graph) -> Iterator[tuple[str, ...]]:
    """The ways from a start to the first components that are guards, ask one, or must be protected."""

    def stops(component: str) -> bool:
        return component in guards or _is_protected(component, graph) or guards.asked(component) != ""

    def onward(component: str) -> Iterator[str]:
        if component == start or (graph.tiers[component] is Tier.ENTRY and not stops(component)):
            yield from (n for n in graph.calls.onward(component) if graph.tiers[n] in {Tier.ENTRY, *_PROTECTED})

    reached = explore([start], onward)
    yield from (trace(c, reached) for c in reached if stops(c) and (c != start or _is_protected(c, graph)))


def _is_outgoing(guard: str, context: Context) -> bool:
    """Whether it only guards what goes out: all it leads on to, or all who ask it, deal with people or others."""
    graph = context.graph
    onward = [c for c in graph.calls.onward(guard) if not graph.tiers[c].passive]
    if onward:
        return all(graph.tiers[c] is Tier.OUTSIDE for c in onward)
    asking = list(graph.calls.back(guard))
    return bool(asking) and all(_only_sends(c, context) for c in asking)


def _only_sends(component: str, context: Context) -> bool:
    """Whether a component sends messages to people, and takes no requests of people itself."""
    tiers = context.graph.tiers
    taking = any(tiers[c] in {Tier.CLIENT, Tier.ENTRY} for c in context.graph.calls.back(component))
    return not taking and subjects.is_about(_SENDING, context.graph.component(component), context)
