"""`observed`: operators can see how the system is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from whiteboard.checks import subjects, wording
from whiteboard.checks.base import Check, Context, not_shown, passed
from whiteboard.checks.subjects import SubjectName, is_about
from whiteboard.checks.texts import borne_by
from whiteboard.graph.stems import stems
from whiteboard.model.scenario import RoleName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.texts import Text
    from whiteboard.model.architecture import Component
    from whiteboard.model.finding import Outcome


_LOG = "log"


class Observed(Check):
    """Metrics, logs, traces or alerts about the system itself are drawn, or written of (subject `says`).

    A component of `role` counts with or without connections, since it watches everything. What is about the
    business (subject `business`: analytics, user tracking, audit) or is the log of one sort of thing does not count,
    unless it is about operations as well (subject `operations`). Silence is not shown.
    """

    check: Literal["observed"] = "observed"
    role: RoleName = Field(description="Monitoring and logging.")
    says: SubjectName = Field("signals", description="The subject that speaks of metrics, logs and alerts.")
    business: SubjectName = Field("business_figures", description="The subject that is about the business instead.")
    operations: SubjectName = Field("operations", description="The subject that is about running the system.")

    def evaluate(self, context: Context) -> Outcome:
        """Look for a component that watches, then for words that say so."""
        drawn = context.components(self.role)
        watching = [one for one in drawn if not self._is_business(one, context)]
        if watching:
            return passed(f"Drawn: {context.names(watching)}.", context.evidence(watching))
        texts = tuple(self._words(context))
        if texts:
            said = wording.listed(dict.fromkeys(f"“{wording.short(text.text)}”" for text in texts))
            return passed(f"Written on the board: {said}.", borne_by(texts, context))
        ask = "draw metrics, logs or alerts, and what sends them."
        if drawn:
            message = f"{context.names(drawn)} shows the business, not how the system is doing: {ask}"
            return not_shown(message, context.evidence(drawn))
        return not_shown(f"Nothing on the board watches the system: {ask}")

    def _words(self, context: Context) -> Iterator[Text]:
        for text in subjects.texts_about([self.says], context):
            if text.component is None or not self._is_business(text.component, context):
                yield text

    def _is_business(self, component: str, context: Context) -> bool:
        shown = context.graph.component(component)
        about_business = is_about(self.business, shown, context) or _is_record(shown, context)
        return about_business and not is_about(self.operations, shown, context)


def _is_record(component: Component, context: Context) -> bool:
    """Whether a component is the record of one sort of thing ("Notification log"): data, not how the system does."""
    *of_what, last = stems(component.label) or ("",)
    is_log = context.catalog.is_a(component.kind, "logging") and not component.technology
    return is_log and last == _LOG and bool(of_what)
