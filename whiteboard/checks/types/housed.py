"""`housed`: what the board speaks of has the kind of store it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import contents, flaws, mending, traffic, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.checks.texts import borne_by
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore, trace
from whiteboard.model.scenario import RoleName, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from whiteboard.checks import texts
    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_TELLING = frozenset({Tier.ENTRY, Tier.SERVICE, Tier.WORKER})


class Housed(Check):
    """Where services or their connections speak of one of the sorts of `data`, a component of the role `home` takes
    part in the drawing.

    It is a problem when such a service, or an arrow to it, leads to a component of the role `instead` and no home is
    drawn, or the one that is drawn is connected with nothing; and when a text puts the data into one of the places of
    `never_in` ("a column of the users table"), or `bulky` data where components of the role `never` are. Other
    people's systems (`elsewhere`) may keep it as well.
    """

    check: Literal["housed"] = "housed"
    data: tuple[ContentName, ...] = Field(min_length=1, description="Sorts of data.")
    home: RoleName = Field(description="Where it belongs.")
    instead: RoleName = Field(description="Where it would end up otherwise.")
    never: RoleName | None = Field(None, description="What looks like a home and is none.")
    never_in: tuple[Text, ...] = Field((), description="Places for it in texts that are none.")
    bulky: tuple[ContentName, ...] = Field((), description="What else does not belong where `never` is, in texts.")
    elsewhere: RoleName | None = Field(None, description="What may keep it outside the drawing.")
    asked: bool = Field(False, description="Whether the way to it must be one of requests that wait for an answer.")
    only_when_spoken_of: bool = Field(False, description="Whether a home that nobody speaks of counts for nothing.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for a home first, then for what would need one."""
        if misplaced := self._misplaced(context):
            where = wording.listed(f"“{wording.short(text.text)}”" for text in misplaced)
            message = f"{where}: that is no place for {contents.title(self.data)}. Draw {wording.a(self.home)}."
            return problem(message, borne_by(misplaced, context))
        homes = self._homes(context)
        title = contents.title(self.data)
        used = [home for home in homes if self._serves(home, context)]
        telling = self._telling(context)
        if used and (telling or not self.only_when_spoken_of):
            paths = [(asking, home) for home in used for asking in self._users(home, context)[:1]]
            return passed(f"{context.names(used)} is there for {title}.", context.evidence(used, paths=paths))
        if idle := list(flaws.orphans(homes, context)):
            message = f"Nothing is connected to {context.names(idle, 'or')}. Draw what asks it."
            return problem(message, context.evidence([*idle, *telling])) if telling else not_shown(message)
        if homes or not telling:
            return not_applicable(f"The board does not speak of {title}.")
        return self._homeless(telling, context)

    def _homeless(self, telling: tuple[str, ...], context: Context) -> Outcome:
        title, home = contents.title(self.data), wording.a(self.home)
        if self.elsewhere and context.components(self.elsewhere):
            return not_applicable(f"Somebody else's system may keep {title}.")
        walk = self._walk_instead(telling, context)
        if walk is None:
            return not_shown(f"What keeps {title} is not drawn: draw {home}.", context.evidence(telling))
        where = context.name(walk[-1])
        message = f"{context.path(walk)}: for {title} only {where} is drawn. Draw {home}."
        return problem(message, context.evidence(paths=[walk]))

    def _misplaced(self, context: Context) -> tuple[texts.Text, ...]:
        """The texts that put the data where it does not belong."""
        disks = context.role(self.never).named if self.never else ()
        found = (*self._put(self.data, self.never_in, context), *self._put((*self.data, *self.bulky), disks, context))
        return tuple(dict.fromkeys(found))

    def _put(self, data: Iterable[str], places: Iterable[str], context: Context) -> Iterator[texts.Text]:
        wanted = frozenset(data)
        for place in places:
            for text in context.board.texts.speaking_of(place):
                lines = (line for line in text.text.splitlines() if speaks_of(line, (place,)))
                if _is_ours(text, context) and any(traffic.affirms(line, wanted) for line in lines):
                    yield text

    def _telling(self, context: Context) -> tuple[str, ...]:
        """The components that speak of the data themselves, or on an arrow from a client or to a store."""
        graph = context.graph
        wanted = frozenset(self.data)
        own = traffic.speaking_of(self.data, (c for c in graph.connected if graph.tiers[c] in _TELLING), context)
        clients = [c for c, tier in graph.tiers.items() if tier is Tier.CLIENT]
        asking = ((client, one) for client in clients for one in graph.calls.onward(client))
        told = {one for client, one in asking if not wanted.isdisjoint(traffic.said_between(client, one, context))}
        keeping = ((one, end) for end in self._ends(context) for one in graph.calls.back(end))
        keeps = {one for one, end in keeping if not wanted.isdisjoint(traffic.said_between(one, end, context))}
        telling = {*own, *(c for c in keeps.union(() if own else told) if graph.tiers[c] in _TELLING)}
        return tuple(c for c in graph.tiers if c in telling)

    def _ends(self, context: Context) -> frozenset[str]:
        """Where the data would end up without a home."""
        never = context.components(self.never) if self.never else ()
        return frozenset((*context.components(self.instead), *never))

    def _walk_instead(self, telling: tuple[str, ...], context: Context) -> tuple[str, ...] | None:
        ends = self._ends(context)
        came = explore(telling, context.graph.calls.onward if self.asked else context.graph.any_way)
        end = next((c for c in came if c in ends and came[c] is not None), None)
        return None if end is None else trace(end, came)

    def _homes(self, context: Context) -> tuple[str, ...]:
        never = context.components(self.never) if self.never else ()
        return tuple(home for home in context.components(self.home) if home not in never)

    def _serves(self, home: str, context: Context) -> bool:
        return bool(self._users(home, context))

    def _users(self, home: str, context: Context) -> list[str]:
        told = not frozenset(self.data).isdisjoint(traffic.said_of(home, context))
        around = traffic.around(home, context.graph)
        return [c for c in around if told or context.graph.tiers[c] is not Tier.ATTENDANT]

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let what speaks of the data ask a home: a drawn one, or a new one."""
        telling = self._telling(context)
        walk = self._walk_instead(telling, context)
        services = [c for c in (*(walk or ())[-2:-1], *telling) if context.graph.tiers[c] is not Tier.ENTRY]
        for service in dict.fromkeys(services[: mending.MOST_REUSED]):
            yield from mending.ask_role(context, service, self.home)


def _is_ours(text: texts.Text, context: Context) -> bool:
    """Whether a text tells of the design: not what the product shall do, nor what clients have at home."""
    if text.note:
        return any(note.id == text.note and note.heading != "functional" for note in context.reading.notes)
    if text.connection is None:
        return True
    source = context.graph.connection(text.connection).source
    return context.graph.tiers.get(source) is not Tier.CLIENT
