"""Whether a board with edits made on it is still a board that its owner would want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.graph.tiers import Tier
from whiteboard.graph.walks import explore
from whiteboard.model.fix import AddComponent

if TYPE_CHECKING:
    from whiteboard.feedback.fixes.trial import Trial
    from whiteboard.graph import Graph


def is_sound(board: Trial, copy: Trial) -> bool:
    """Whether nothing got lost: each component that had a connection has one, what clients could reach they can
    reach still, and what was added is connected.
    """
    before, after = board.board.graph, copy.board.graph
    added = {edit.component.id for edit in copy.edits if isinstance(edit, AddComponent)}
    if not (before.connected | added) <= after.connected:
        return False
    return _reached(before) <= _reached(after)


def _reached(graph: Graph) -> set[str]:
    """What clients reach, asking or through data that is passed on."""
    clients = [component for component, tier in graph.tiers.items() if tier is Tier.CLIENT]
    return set(explore(clients, graph.any_way))
