"""`countered`: where a board admits a danger, it also says what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import wording
from whiteboard.checks.base import Check, Context, not_applicable, passed, problem
from whiteboard.model.scenario import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.checks.texts import Text as Writing
    from whiteboard.model.finding import Evidence, Outcome


class Countered(Check):
    """Where a label speaks of one of the terms of `danger`, something on the board speaks of one of `by`."""

    check: Literal["countered"] = "countered"
    danger: tuple[Text, ...] = Field(min_length=1, description="Words of a label that admit the danger.")
    by: tuple[Text, ...] = Field(min_length=1, description="Words that say what is done about it, the first to tell.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for the danger in the labels and the notes of components, then for an answer anywhere."""
        texts = context.board.texts
        found = [t for term in self.danger for t in texts.speaking_of(term) if t.component or t.connection]
        if not found:
            return not_applicable(f"Nothing drawn speaks of {wording.topic(self.danger)}.")
        where = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in found))
        if answers := [text for term in self.by for text in texts.speaking_of(term)]:
            told = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in answers))
            return passed(f"{where} is answered by {told}.", _bearing([*found, *answers], context))
        message = f"{where}: and nothing on the board speaks of {wording.topic(self.by)}."
        return problem(message, _bearing(found, context))


def _bearing(texts: Sequence[Writing], context: Context) -> Evidence:
    return context.evidence(
        [text.component for text in texts if text.component],
        connections=[text.connection for text in texts if text.connection],
        notes=[text.note for text in texts if text.note],
    )
