"""`backed_up`: durable data has a copy that a mistake does not reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import wording
from whiteboard.checks.base import Check, Context, not_shown, passed
from whiteboard.checks.texts import borne_by
from whiteboard.graph.stems import speaks_of
from whiteboard.model.scenario import RoleName, Text

if TYPE_CHECKING:
    from whiteboard.model.finding import Outcome


_OPEN = ("no", "not", "without", "missing", "todo", "tbd", "later", "never", "future", "out of scope")


class BackedUp(Check):
    """Where a store of `role` is drawn, the board speaks of one of the terms of `any` (backup, snapshot, archive).

    Replicas are no backup: they copy a mistake at once. Silence is not shown, never a problem, and so is a word that
    leaves it open ("TODO: backups??") or says that there is none.
    """

    check: Literal["backed_up"] = "backed_up"
    role: RoleName
    any_: tuple[Text, ...] = Field(alias="any", min_length=1, description="Words for a copy, the most telling first.")

    def evaluate(self, context: Context) -> Outcome:
        """Look the terms up in all that is written."""
        if undrawn := context.undrawn(self.role):
            return undrawn
        spoken = [text for term in self.any_ for text in context.board.texts.speaking_of(term)]
        found = [text for text in spoken if any(_is_settled(line, self.any_) for line in text.text.splitlines())]
        if found:
            where = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in found))
            return passed(f"Another copy is kept: {where}.", borne_by(found, context))
        stores = context.components(self.role)
        message = f"No other copy of {context.names(stores, 'or')} is drawn: draw or write where it is backed up."
        return not_shown(message, context.evidence(stores))


def _is_settled(line: str, terms: tuple[str, ...]) -> bool:
    """Whether a line speaks of a copy as of something that is there."""
    return bool(speaks_of(line, terms)) and "?" not in line and not speaks_of(line, _OPEN)
