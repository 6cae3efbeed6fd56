"""`sharded`: data too large, or written too often, for one machine is cut into pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import mending, traffic
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.contents import ContentName
from whiteboard.checks.texts import borne_by
from whiteboard.checks.types.store_suits import is_split
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.model.finding import Outcome

_SPLIT = (
    "shard",
    "sharding",
    "sharded",
    "partition key",
    "partitioned by",
    "hash partition",
    "consistent hashing",
    "range partition",
    "partition by",
    "horizontal partition",
    "horizontally partitioned",
    "partitioned on",
    "partitioned per",
    "split by",
    "chunked by",
    "bucketed by",
    "hypertable",
    "hash ring",
    "hash slot",
)


class Sharded(Check):
    """A component of the role `store` says that its data is cut into pieces, a note says how, or it is of the role
    `by_nature`, which does so itself.

    A store of the role `store` whose own label, notes or arrows say that it keeps much (`large`), or is one machine
    while a note on the board says that the data is, is a problem when nothing on the board speaks of pieces.
    """

    check: Literal["sharded"] = "sharded"
    store: RoleName = Field(description="Stores that keep all on one machine unless told otherwise.")
    by_nature: RoleName = Field(description="Stores that spread data by themselves.")
    large: tuple[ContentName, ...] = Field(min_length=1, description="What a store says that keeps much.")
    load: tuple[ContentName, ...] = Field((), description="What a note says where data is large or written often.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for pieces first, then for what needs them."""
        stores = [s for s in context.components(self.store) if s in context.graph.connected]
        spread = [s for s in context.components(self.by_nature) if s in context.graph.connected]
        split = [s for s in (*stores, *spread) if is_split(s, context)]
        if split:
            return passed(f"Cut into pieces: {context.names(split)}.", context.evidence(split))
        if written := [text for term in _SPLIT for text in context.board.texts.speaking_of(term)]:
            return passed("The board says how the data is cut into pieces.", borne_by(written, context))
        if large := [s for s in stores if self._is_large(s, context)]:
            message = f"{context.names(large)} keeps more than one machine holds or takes, and is not cut into pieces."
            ways = [(c, s) for s in large for c in list(context.graph.calls.back(s))[:1]]
            return problem(f"{message} Write by what it is sharded.", context.evidence(large, paths=ways))
        if spread:
            return passed(f"{context.names(spread)} spreads its data by itself.", context.evidence(spread))
        return self._by_notes(stores, context)

    def _by_notes(self, stores: list[str], context: Context) -> Outcome:
        notes = traffic.notes_on(self.load, context)
        if not stores or not notes:
            return not_applicable("Nothing on the board says that the data is too much for one machine.")
        single = [s for s in stores if context.graph.component(s).replicas == 1]
        if single:
            message = f"A note says that the data is large, and {context.names(single)} is one machine."
            return problem(f"{message} Write by what it is sharded.", context.evidence(single, notes=notes))
        message = (
            f"How {context.names(stores, 'or')} is spread over machines is not drawn: write by what it is sharded."
        )
        return not_shown(message, context.evidence(stores, notes=notes))

    def mends(self, context: Context) -> Iterator[Mend]:
        """Draw a second shard beside each store that keeps much, asked by whoever asks the first."""
        stores = [s for s in context.components(self.store) if s in context.graph.connected]
        wanting = [s for s in stores if self._is_large(s, context)]
        for store in wanting or [s for s in stores if context.graph.component(s).replicas == 1]:
            added = mending.copy_of(context, store, "shard 2")
            second = added.component.id
            yield added, *(mending.arrow(context, c, second, "by key") for c in context.graph.calls.back(store))

    def _is_large(self, store: str, context: Context) -> bool:
        graph = context.graph
        told = [traffic.said_of(store, context)]
        told += [traffic.said_between(one, store, context) for one in graph.calls.back(store)]
        return not frozenset[str]().union(*told).isdisjoint(self.large)
