"""`dead_letter`: asynchronous work that fails has somewhere to go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import subjects, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed
from whiteboard.checks.requests import is_own
from whiteboard.checks.subjects import SubjectName
from whiteboard.checks.texts import borne_by
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.model.finding import Outcome

_SOCKETS = "realtime_gateway"


class DeadLetter(Check):
    """Where components take work out of a queue or stream of `role`, or hand it to a third party that sends it on
    (`sent_by`), the board says what becomes of work that fails: a queue for dead letters, retries (subject `says`),
    drawn or written.

    Silence is not shown. A channel that only carries live updates to connection servers needs none: an update
    that is lost is replaced by the next.
    """

    check: Literal["dead_letter"] = "dead_letter"
    role: RoleName = Field(description="Queues and streams whose work may fail.")
    sent_by: tuple[RoleName, ...] = Field((), description="Third parties that messages are handed to.")
    says: SubjectName = Field("failed_work", description="The subject that speaks of a place for failed work.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for the place, and for work that needs one."""
        working = list(self._with_work(context)) or list(self._senders(context))
        if not working:
            return not_applicable("No work is taken out of a queue or stream, or handed to others.")
        texts = subjects.texts_about([self.says], context)
        if texts:
            said = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in texts))
            return passed(f"Failed work has somewhere to go: {said}.", borne_by(texts, context))
        names = context.names(working, "or")
        message = f"Nothing says what becomes of work from {names} that fails: draw retries and a dead-letter queue."
        return not_shown(message, context.evidence(working))

    def _with_work(self, context: Context) -> Iterator[str]:
        graph = context.graph
        for channel in context.components(self.role):
            takers = [graph.component(c) for c in graph.flows.onward(channel) if graph.tiers[c] is not Tier.CLIENT]
            if any(not context.catalog.is_a(taker.kind, _SOCKETS) for taker in takers):
                yield channel

    def _senders(self, context: Context) -> Iterator[str]:
        graph = context.graph
        for sender in (one for role in self.sent_by for one in context.components(role)):
            if graph.tiers[sender] is Tier.OUTSIDE and any(is_own(c, graph) for c in graph.calls.back(sender)):
                yield sender
