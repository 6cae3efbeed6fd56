"""`tracked`: something keeps a record that the live part of the design needs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.open_connections import connection_servers, polls_by_interval
from whiteboard.checks.subjects import SubjectName
from whiteboard.checks.texts import borne_by
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.checks.texts import Text
    from whiteboard.model.finding import Outcome


class Tracked(Check):
    """Where people deal with each other live, something tracks `what` (who is online, and on which server).

    People deal with each other when the board speaks of it (`needed_by`: a conversation, editing together) or
    draws several clients that are alike ("User A", "User B"), and it is live when connections are held open or
    clients ask by interval. It passes when a connected component, a connection or a note speaks of the record.
    """

    check: Literal["tracked"] = "tracked"
    from_: RoleName = Field(alias="from", description="The people: the clients.")
    what: SubjectName = Field(description="The subject of the record.")
    held_in: tuple[SubjectName, ...] = Field(
        (), description="Subjects that are such a record only where people deal with each other live."
    )
    needed_by: tuple[SubjectName, ...] = Field(description="Subjects of people who deal with each other.")
    opens: SubjectName = Field("open_connection", description="The subject of an open connection.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for the record, then for what needs it."""
        servers = self._live(context)
        needed = bool(servers) and self._between_people(context)
        wanted = [self.what, *self.held_in] if needed else [self.what]
        texts = [text for text in subjects.texts_about(wanted, context) if self._counts(text, context)]
        alone = [text for text in texts if text.component and text.component not in context.graph.connected]
        if kept := [text for text in texts if text not in alone]:
            said = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in kept))
            return passed(f"Tracked: {said}.", borne_by(kept, context))
        title = subjects.titles([self.what])[0]
        if not needed:
            return not_applicable("Nobody on the board deals with others live.")
        if alone:
            message = f"{context.names(t.component for t in alone if t.component)} is connected to nothing."
            return not_shown(f"{message} Connect it with what knows {title}.", borne_by(alone, context))
        message = f"Nothing tracks {title}: let {context.names(servers)} keep a record of connections."
        return problem(message, context.evidence(servers))

    def mends(self, context: Context) -> Iterator[Mend]:
        """A record that each connection server writes."""
        servers = [c for c in self._live(context) if context.graph.tiers[c] is not Tier.CLIENT]
        behind = servers or [c for c, tier in context.graph.tiers.items() if tier is Tier.SERVICE][:1]
        if behind:
            record = mending.box(context, "cache", behind[0], label="Presence (user → server)", beside=behind)
            yield (record, *(mending.arrow(context, c, record.component.id, "heartbeat") for c in behind))

    def _counts(self, text: Text, context: Context) -> bool:
        return not text.component or context.graph.tiers[text.component] is not Tier.CLIENT

    def _live(self, context: Context) -> tuple[str, ...]:
        """The connection servers, or the clients that ask by interval."""
        return connection_servers(self.opens, context) or polls_by_interval(context.components(self.from_), context)

    def _between_people(self, context: Context) -> bool:
        texts = subjects.texts_about(self.needed_by, context)
        return any(text.component or text.connection for text in texts) or self._has_peers(context)

    def _has_peers(self, context: Context) -> bool:
        labels = (context.graph.component(c).label for c in context.components(self.from_))
        return any(count > 1 for count in Counter(map(_without_number, labels)).values())


def _without_number(label: str) -> str:
    """A label without the letter or number that tells one of several from another."""
    return " ".join(word.lower() for word in label.split() if len(word) > 1 and not word.isdigit())
