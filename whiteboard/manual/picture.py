"""An example drawn: laid out cleanly, with what shows a problem in red and what leaves a question in amber."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.finding import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whiteboard.formats.elements import Element
    from whiteboard.manual.pages import Example

_MARKS = {Status.NOT_SHOWN: "#e67700", Status.PROBLEM: "#c92a2a"}
"""The stroke of what shows a verdict; where two meet the last one wins."""

_WIDTH = 4


def svg_of_example(example: Example) -> str:
    """Draw an example as an SVG picture that stands by itself."""
    from whiteboard.formats.export.svg import svg_of
    from whiteboard.formats.layout import draw
    from whiteboard.formats.mermaid import load_mermaid

    diagram = replace(load_mermaid(example.board), notes=(example.notes,) if example.notes else ())
    elements = draw(diagram)
    strokes = _strokes(example)
    by_group = {g: strokes[e["id"]] for e in elements if e["id"] in strokes for g in e["groupIds"]}
    return svg_of([_marked(element, strokes, by_group) for element in elements])


def _marked(element: Element, strokes: Mapping[str, str], by_group: Mapping[str, str]) -> Element:
    """The element in the stroke of its verdict, if it has one; the lid of a cylinder goes with its body."""
    of_group = (by_group[group] for group in element["groupIds"] if group in by_group)
    stroke = strokes.get(element["id"]) or next(of_group, None)
    if stroke is None or element["type"] == "text":
        return element
    return element | {"strokeColor": stroke, "strokeWidth": _WIDTH}


def _strokes(example: Example) -> dict[str, str]:
    return {
        shown: stroke
        for status, stroke in _MARKS.items()
        for verdict in example.verdicts
        if verdict.status is status
        for shown in verdict.shown_by
    }
