"""An assessment as a report: one module per format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from whiteboard.model.assessment import Assessment

Format = Literal["text", "json"]


def render(
    assessment: Assessment,
    format: Format,  # noqa: A002 - the word for it
    *,
    verbose: bool = False,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """The report in a format: `text` to read, `json` for programs.

    Text is wrapped to a `width` in characters, or not at all; `colour` adds the codes that a terminal understands.
    """
    if format == "json":
        from whiteboard.feedback.render.json import render_json

        return render_json(assessment)
    from whiteboard.feedback.render.layout import laid_out, plain
    from whiteboard.feedback.render.text import report

    lines = report(assessment, verbose=verbose)
    return plain(lines) if width is None else laid_out(lines, width, colour=colour)
