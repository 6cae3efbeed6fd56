"""`store_suits`: a sort of data is kept in a kind of store that suits it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import contents, mending, traffic, wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.graph.stems import speaks_of
from whiteboard.graph.tiers import Tier
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_SPLIT = ("shard", "partition", "partitioned", "distributed", "consistent hashing", "hypertable", "chunked by")


class StoreSuits(Check):
    """What keeps one of the sorts of `data` is of the role `suits`; of the role `wrong` it is a problem. Other stores
    are left to judgement.

    What a store keeps is told by its own label and notes and by the labels of the arrows at it; for a pass also by
    the names of those that ask it. Where it takes more to be a problem than to pass, `badly` says what.
    `asked_by` limits it to stores that a component of that role asks, itself or through one service; `split_will_do`
    accepts a wrong one that is sharded. What clients bring to the services that ask a store (`brought`) is kept in it
    too, if none of them asks one that suits.
    """

    check: Literal["store_suits"] = "store_suits"
    data: tuple[ContentName, ...] = Field(min_length=1, description="Sorts of data.")
    badly: tuple[ContentName, ...] = Field((), description="What makes a wrong store a problem, if less than `data`.")
    suits: RoleName = Field(description="Where such data is kept well.")
    wrong: RoleName = Field(description="Where such data is kept badly.")
    made_for: RoleName | None = Field(None, description="Kinds that keep nothing else, and pass without a word.")
    asked_by: RoleName | None = Field(None, description="Only stores that this role asks, itself or through a service.")
    brought: tuple[ContentName, ...] = Field((), description="What requests bring to a service that has only this.")
    split_will_do: bool = Field(False, description="Whether a wrong store will do when it is sharded.")
    advice: str = Field("", description="What to do instead, as a sentence.")

    def evaluate(self, context: Context) -> Outcome:
        """Look at what each store keeps. One that suits it elsewhere does not excuse one that does not."""
        if misfits := self._misfits(context):
            title, kind = contents.title(self.data), context.graph.component(misfits[0]).kind
            message = f"{context.names(misfits)} keeps {title}, which {wording.a(kind)} does not suit."
            paths = [(caller, s) for s in misfits for caller in list(context.graph.calls.back(s))[:1]]
            return problem(f"{message} {self.advice}".strip(), context.evidence(misfits, paths=paths))
        made_for = context.components(self.made_for) if self.made_for else ()
        suiting = context.components(self.suits)
        fitting = [s for s in suiting if self._keeps(s, self.data, traffic.data_of(s, context), context)]
        fitting += [s for s in made_for if s in context.graph.connected and s not in fitting]
        if fitting:
            title = contents.title(self.data)
            return passed(f"{context.names(fitting)} suits {title}.", context.evidence(fitting))
        return not_applicable(f"Nothing on the board says that a store keeps {contents.title(self.data)}.")

    def _misfits(self, context: Context) -> list[str]:
        suiting = set(context.components(self.suits))
        wrong = [s for s in context.components(self.wrong) if s not in suiting]
        data = self.badly or self.data
        found = [s for s in wrong if self._keeps(s, data, traffic.told_of(s, context), context)]
        found += [s for s in wrong if s not in found and self.brought and self._is_brought(s, suiting, context)]
        return [s for s in found if not (self.split_will_do and is_split(s, context))]

    def _keeps(self, store: str, data: tuple[str, ...], told: frozenset[str], context: Context) -> bool:
        if store not in context.graph.connected or told.isdisjoint(data):
            return False
        return self.asked_by is None or self._is_asked(store, frozenset(context.components(self.asked_by)), context)

    def _is_brought(self, store: str, suiting: set[str], context: Context) -> bool:
        """Whether clients bring the data to what asks a store, and that has nowhere better for it."""
        graph = context.graph
        asking = [c for c in graph.calls.back(store) if graph.tiers[c] is Tier.SERVICE]
        if any(not suiting.isdisjoint(graph.calls.onward(c)) for c in asking):
            return False
        said = (traffic.said_between(before, c, context) for c in asking for before in graph.calls.back(c))
        return not frozenset[str]().union(*said).isdisjoint(self.brought)

    def _is_asked(self, store: str, asking: frozenset[str], context: Context) -> bool:
        calls = context.graph.calls
        near = list(calls.back(store))
        before = [c for one in near if context.graph.tiers[one] is Tier.SERVICE for c in calls.back(one)]
        return not asking.isdisjoint((*near, *before))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Let whoever asks a store that does not suit ask one that does."""
        for store in self._misfits(context):
            callers = list(context.graph.calls.back(store))
            for drawn in mending.nearest(context, context.components(self.suits), store):
                yield tuple(edit for caller in callers for edit in mending.turn(context, (caller, store), drawn))
            added = mending.box_for(context, self.suits, store)
            new = added.component.id
            yield added, *(edit for caller in callers for edit in mending.turn(context, (caller, store), new))


def is_split(store: str, context: Context) -> bool:
    """Whether the drawing says that a store's data is cut into pieces on several machines."""
    drawn = context.graph.component(store)
    if drawn.properties.sharded or drawn.properties.shards or drawn.properties.shard_key:
        return True
    return any(speaks_of(text, _SPLIT) for text in (drawn.label, *drawn.notes))
