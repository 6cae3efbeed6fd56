"""`mentions`: something is written on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from whiteboard.checks import texts, wording
from whiteboard.checks.base import Check, Context, not_shown, passed
from whiteboard.model.scenario import Text

if TYPE_CHECKING:
    from whiteboard.model.finding import Outcome

_PLACES = {"notes": "No note", "labels": "No label", "anywhere": "Nothing on the board"}


class Mentions(Check):
    """A label or note uses one of the terms of `any` and each of those of `all`, in whatever ending.

    Where it is not written the drawing does not say: silence is no problem.
    """

    check: Literal["mentions"] = "mentions"
    any_: tuple[Text, ...] = Field((), alias="any", description="Words one of which must stand there.")
    all_: tuple[Text, ...] = Field((), alias="all", description="Words all of which must stand there.")
    in_: texts.Place = Field("anywhere", alias="in", description="Where to look.")

    @model_validator(mode="after")
    def _has_terms(self) -> Self:
        if not self.any_ and not self.all_:
            raise ValueError("give the terms to look for in `any` or `all`")
        return self

    def evaluate(self, context: Context) -> Outcome:
        """Look the terms up in the texts of the board."""
        found = {term: context.board.texts.speaking_of(term, self.in_) for term in (*self.any_, *self.all_)}
        missing = [wording.topic([term]) for term in self.all_ if not found[term]]
        if self.any_ and not any(found[term] for term in self.any_):
            missing = [wording.topic(self.any_), *missing]
        if missing:
            topics = wording.listed(missing, last="or")
            return not_shown(f"{_PLACES[self.in_]} speaks of {topics}: write it there if you mean it.")
        bearing = [text for texts_ in found.values() for text in texts_]
        lines = (text.line_with(term) for term, texts_ in found.items() for text in texts_)
        where = wording.listed(dict.fromkeys(f"“{wording.short(line)}”" for line in lines))
        return passed(f"Written on the board: {where}.", texts.borne_by(bearing, context))
