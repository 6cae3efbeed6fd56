"""An assessment as a report: one module per format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from whiteboard.model.assessment import Assessment

Format = Literal["text", "json"]


def render(assessment: Assessment, format: Format) -> str:  # noqa: A002 - the word for it
    """The report in a format: `text` to read, `json` for programs."""
    if format == "json":
        from whiteboard.feedback.render.json import render_json

        return render_json(assessment)
    from whiteboard.feedback.render.text import render_text

    return render_text(assessment)
