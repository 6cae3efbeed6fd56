"""`entry_guarded`: every way in passes a guard (who calls, how often, from where)."""

from __future__ import annotations

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
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.checks.texts import Text
    from whiteboard.graph import Graph
    from whiteboard.model.finding import Outcome

_PROTECTED = frozenset({Tier.SERVICE, Tier.WORKER})
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
    Where some ways in are guarded and another is not, that one is a problem; where no guard is drawn, or none is
    connected, it is not shown. A note on the board about the guard counts for all ways, unless a guard of what goes
    out is drawn.
    """

    check: Literal["entry_guarded"] = "entry_guarded"
    from_: RoleName = Field(alias="from", description="Who comes in: the clients.")
    by: RoleName = Field(description="The guard: identity, a rate limiter, a firewall.")
    says: SubjectName | None = Field(None, description="The subject that speaks of the guard.")

    def evaluate(self, context: Context) -> Outcome:
        """Follow each way in until it meets a guard or what must be guarded."""
        written = self._written_for_all(context)
        if written is not None:
            return written
        guards = self._guards(context)
        ways = self._ways(guards, context)
        if not ways.guarded and not ways.open:
            return not_applicable("No way from a client to a service is drawn.")
        if not ways.guarded:
            return self._nowhere(ways, context)
        if ways.open:
            listed = wording.listed(map(context.path, ways.open))
            message = f"{listed}: no {wording.plain(self.by)} on this way in, though there is on others."
            return problem(message, context.evidence(paths=ways.open))
        names = context.names(way[-1] for way in ways.guarded)
        return passed(f"Every way in is guarded: {names}.", context.evidence(paths=ways.guarded))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Lead an open way through a guard that stands on ways, or let its beginning ask one that is asked."""
        ways = self._ways(self._guards(context), context)
        stands_on_ways = tier_of(context.role(self.by).kinds[0], context.catalog) is Tier.ENTRY
        for way in ways.open:
            if stands_on_ways:
                yield from mending.lead_through_role(context, (way[0], way[1]), self.by)
            else:
                yield from mending.ask_role(context, way[1], self.by)
                yield from mending.ask_role(context, way[0], self.by)

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
        for start in Request(context, context.components(self.from_)).starts:
            own = guards.own(start)
            for way in _that_count(list(_into(start, guards, context.graph)), context):
                met = own or guards.met(way[-1])
                if met:
                    guarded[way if met == way[-1] or own else (*way, met)] = None
                else:
                    open_[way] = None
            if len(guarded) + len(open_) >= _MOST_WAYS:
                break
        return _Ways(tuple(guarded), tuple(open_))

    def _nowhere(self, ways: _Ways, context: Context) -> Outcome:
        """No way in is guarded: nothing is drawn, or it stands elsewhere."""
        role = wording.plain(self.by)
        drawn = context.components(self.by)
        if drawn:
            message = f"{context.names(drawn)} is drawn, but on no way in: connect it with what the clients reach."
            return not_shown(message, context.evidence(drawn, paths=ways.open))
        where = context.names(dict.fromkeys(way[-1] for way in ways.open), "or")
        return not_shown(f"No {role} is drawn before {where}: draw it, or write where it is.")


def _that_count(ways: list[tuple[str, ...]], context: Context) -> list[tuple[str, ...]]:
    """The ways without those to what a CDN serves, which is for everybody; all of them when each passes a CDN."""
    graph, catalog = context.graph, context.catalog
    private = [way for way in ways if not any(catalog.is_a(graph.component(c).kind, "cdn") for c in way)]
    return private or ways


def _into(start: str, guards: Guards, graph: Graph) -> Iterator[tuple[str, ...]]:
    """The ways from a start to the first components that are guards, ask one, or must be protected."""

    def stops(component: str) -> bool:
        return component in guards or graph.tiers[component] in _PROTECTED or guards.asked(component) != ""

    def onward(component: str) -> Iterator[str]:
        if component == start or (graph.tiers[component] is Tier.ENTRY and not stops(component)):
            yield from (n for n in graph.calls.onward(component) if graph.tiers[n] in {Tier.ENTRY, *_PROTECTED})

    reached = explore([start], onward)
    yield from (trace(c, reached) for c in reached if stops(c) and (c != start or graph.tiers[c] in _PROTECTED))


def _is_outgoing(guard: str, context: Context) -> bool:
    """Whether it only guards what goes out: all it leads on to, or all who ask it, deal with people or others."""
    graph = context.graph
    onward = [c for c in graph.calls.onward(guard) if not graph.tiers[c].passive]
    if onward:
        return all(graph.tiers[c] is Tier.OUTSIDE for c in onward)
    asking = list(graph.calls.back(guard))
    return bool(asking) and all(subjects.is_about(_SENDING, graph.component(c), context) for c in asking)
