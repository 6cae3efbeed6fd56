"""`fan_out`: feeds are filled in a way that survives very large accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, subjects, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.requests import is_own
from whiteboard.checks.subjects import SubjectName
from whiteboard.checks.texts import borne_by
from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore, trace
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import AddComponent


class FanOut(Check):
    """What fills ready-made feeds does so asynchronously, or the board says how very large accounts are served.

    A ready-made feed is a store or cache of `feed` that speaks of one (subject `ready`). It passes when work that
    comes out of a queue or stream (`through`) gets there, or when a word on the board (subject `strategy`) says
    that large accounts are pulled in at reading. It is a problem when only the one who reads the feed fills it,
    or when the post waits until all feeds are written. Feeds without a store of their own: not shown.
    """

    check: Literal["fan_out"] = "fan_out"
    feed: RoleName = Field(description="Where ready-made feeds are kept: stores and caches.")
    through: RoleName = Field(description="Queues and streams that carry posts to the feeds.")
    about: SubjectName = Field("feed", description="The subject of feeds.")
    ready: SubjectName = Field("ready_feed", description="The subject of feeds that are kept ready.")
    spreading: SubjectName = Field("spreading_to_followers", description="The subject of delivery to followers.")
    strategy: SubjectName = Field("large_accounts", description="The subject of a way for very large accounts.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for a stated strategy, then for how the feeds are filled."""
        about = subjects.components_about([self.about, self.spreading], context)
        if not about:
            return not_applicable("No feed is drawn.")
        if texts := subjects.texts_about([self.strategy], context):
            said = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in texts))
            return passed(f"Very large accounts are thought of: {said}.", borne_by(texts, context))
        if ways := list(self._filled(context)):
            message = f"Feeds are filled beside the request: {wording.listed(map(context.path, ways))}."
            return passed(message, context.evidence(paths=ways))
        kept, spreading = self._kept(context), self._spreading(context)
        if spreading:
            message = (
                f"{context.names(spreading)} writes all feeds while the author of the post waits: put a queue before."
            )
            return problem(message, context.evidence(spreading))
        if not kept:
            message = (
                f"{context.names(about)}: nothing shows how feeds are filled. Draw where they are kept, and by whom."
            )
            return not_shown(message, context.evidence(about))
        readers = dict.fromkeys(c for one in kept for c in context.graph.calls.back(one))
        message = f"Nothing fills {context.names(kept)} when somebody posts: draw a queue and a worker that does."
        return problem(message, context.evidence([*kept, *readers]))

    def mends(self, context: Context) -> Iterator[Mend]:
        """A queue behind what takes posts, and a worker that writes the feeds."""
        for kept in (*self._kept(context), *self._spreading(context)):
            for drawn in mending.alike(context, ("queue", "stream"), kept):
                worker = mending.box(context, "worker", kept, label="Fan-out worker")
                yield (worker, *mending.join(context, drawn, worker.component.id), *self._fills(worker, kept, context))
            for service in self._posting(kept, context):
                queue = mending.box(context, "queue", service, beside=(kept,))
                worker = mending.box(context, "worker", kept, label="Fan-out worker")
                into = mending.arrow(context, service, queue.component.id, "publish")
                taken = mending.arrow(context, queue.component.id, worker.component.id)
                yield (queue, worker, into, taken, *self._fills(worker, kept, context))

    def _fills(self, worker: AddComponent, kept: str, context: Context) -> Mend:
        return (mending.arrow(context, worker.component.id, kept, "write"),)

    def _posting(self, kept: str, context: Context) -> Iterator[str]:
        """Services that may take posts: those that do not read the feed first."""
        graph = context.graph
        readers = set(graph.calls.back(kept))
        services = [c for c, tier in graph.tiers.items() if tier is Tier.SERVICE and c in graph.connected]
        yield from sorted(services, key=lambda c: c in readers)[: mending.MOST_REUSED]

    def _kept(self, context: Context) -> list[str]:
        """The stores and caches of ready-made feeds."""
        speaking = set(subjects.components_about([self.ready], context))
        return [c for c in context.components(self.feed) if c in speaking]

    def _spreading(self, context: Context) -> list[str]:
        """What delivers posts to followers while a caller waits."""
        about = subjects.components_about([self.spreading], context)
        return [c for c in about if is_own(c, context.graph) and any(context.graph.waits.back(c))]

    def _filled(self, context: Context) -> Iterator[tuple[str, ...]]:
        """Ways from a queue or stream to feeds, or to what delivers to followers."""
        graph = context.graph
        spreading = subjects.components_about([self.spreading], context)
        serving = [c for c in subjects.components_about([self.about], context) if graph.tiers[c] is Tier.SERVICE]
        read = {c for one in serving for c in graph.calls.onward(one)}.intersection(context.components(self.feed))
        ends = [*(self._kept(context) or sorted(read)), *(c for c in spreading if not graph.tiers[c].passive)]
        towards = explore(ends, graph.flows.back)
        for channel in (c for c in context.components(self.through) if any(graph.flows.back(c))):
            taking = next((c for c in _taking(channel, context) if c in towards), None)
            if taking:
                yield (channel, *reversed(trace(taking, towards)))
            elif any(source in spreading for source in graph.flows.back(channel)):
                yield (next(s for s in graph.flows.back(channel) if s in spreading), channel)


def _taking(channel: str, context: Context) -> list[str]:
    return [c for c in context.graph.flows.onward(channel) if context.graph.tiers[c] is not Tier.CLIENT]
