"""`standby`: another copy takes over when what keeps the data fails."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from whiteboard.checks import mending, wording
from whiteboard.checks.base import Check, Context, not_applicable, not_shown, passed, problem
from whiteboard.checks.redundancy import copies, is_follower, standbys, twin_key
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.texts import Text
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit

_TAKES_OVER = (
    *("failover", "fail over", "standby", "stand by", "hot spare", "promote", "promotion", "leader election"),
    *("elects", "sentinel", "multi AZ", "active active", "active passive", "quorum", "raft", "paxos", "leaderless"),
    *("masterless", "orchestrator", "patroni", "automatic recovery", "takes over", "replica set", "keepalived", "vrrp"),
    *("disaster recovery", "dr site", "dr region"),
)
"""Terms with which a board says that a copy takes over."""


class Standby(Check):
    """Each component of a role (what keeps data) has a copy that can take its place.

    A standby that is fed from it, a managed product that promotes copies by itself, and a label or note that speaks
    of failover, promotion or election pass. A component that is stated to be single is a problem, and so is one that
    has a standby in one region or zone, and none in another. Copies alone are not shown: they may be for reading only.
    """

    check: Literal["standby"] = "standby"
    role: RoleName

    def evaluate(self, context: Context) -> Outcome:
        """Look for what takes over from each. Copies of others are judged with what they copy."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        leaders = self._leaders(context)
        if not leaders:
            return not_applicable("Nothing that takes part keeps data of its own.")
        return _alone(leaders, context) or self._guarded(leaders, context)

    def _guarded(self, leaders: tuple[str, ...], context: Context) -> Outcome:
        guarded = {c: _guards(c, context) for c in leaders}
        if all(found is not None for found in guarded.values()):
            paths = [(c, guard) for c, guard in guarded.items() if guard]
            return passed(f"Something takes over: {context.names(leaders)}.", context.evidence(leaders, paths=paths))
        if said := _said(context):
            return passed(
                f"Written on the board: “{wording.short(said[0])}”.", context.evidence(leaders, notes=said[1])
            )
        bare = [c for c, found in guarded.items() if found is None]
        message = (
            f"What takes over when {context.names(bare, 'or')} fails is not drawn:"
            " draw a standby, or write how a copy is promoted."
        )
        return not_shown(message, context.evidence(bare))

    def mends(self, context: Context) -> Iterator[tuple[Edit, ...]]:
        """Draw a standby beside each store that is stated to be single."""
        leaders = self._leaders(context)
        for single in (*_single(leaders, context), *_barer_than_a_twin(leaders, context)):
            yield mending.add_follower(context, single, "standby")

    def _leaders(self, context: Context) -> tuple[str, ...]:
        """Those that something asks, or that are fed, and that copy no other."""
        graph = context.graph
        used = (c for c in context.components(self.role) if c in graph.connected)
        return tuple(c for c in used if not is_follower(c, context))


def _alone(leaders: tuple[str, ...], context: Context) -> Outcome | None:
    """The problem that the board shows: one copy only, or no standby where another region has one."""
    if single := _single(leaders, context):
        message = (
            f"Only one copy of {context.names(single)} is drawn, and nothing takes over when it fails."
            " Draw a standby that is fed from it."
        )
        return problem(message, context.evidence(single))
    if bare := _barer_than_a_twin(leaders, context):
        message = f"{context.names(bare)} has a standby in one place, and none in another. Draw one there too."
        return problem(message, context.evidence(bare))
    return None


def _single(leaders: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Those stated to be one, that have neither a standby nor a twin."""
    twins = Counter(twin_key(c, context) for c in leaders)
    return tuple(c for c in leaders if copies(c, context) == 1 and twins[twin_key(c, context)] == 1)


def _barer_than_a_twin(leaders: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Those without a standby, though the same store in another region or zone has one."""
    guarded = {twin_key(c, context) for c in leaders if any(standbys(c, context))}
    bare = [c for c in leaders if not any(standbys(c, context)) and twin_key(c, context) in guarded]
    return tuple(c for c in bare if _is_repeated(c, context))


def _is_repeated(component: str, context: Context) -> bool:
    properties = context.graph.component(component).properties
    return bool(properties.zones or properties.regions)


def _guards(leader: str, context: Context) -> str | None:
    """What takes over from a store: the standby, or itself where the product or its label says so ("")."""
    if found := next(standbys(leader, context), None):
        return found
    shown = context.graph.component(leader)
    product = context.catalog.technologies.get(shown.technology or "")
    return "" if shown.properties.zones or shown.properties.regions or (product and product.redundant) else None


def _said(context: Context) -> tuple[str, tuple[str, ...]] | None:
    """The first line that speaks of taking over, and the notes that do."""
    found: list[tuple[Text, str]] = []
    for term in _TAKES_OVER:
        found += [(text, term) for text in context.board.texts.speaking_of(term)]
    if not found:
        return None
    text, term = found[0]
    return text.line_with(term), tuple(dict.fromkeys(t.note for t, _ in found if t.note))
