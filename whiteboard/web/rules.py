"""The pages of the house rules: what each looks for, why, and boards that pass and do not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

from flask import Blueprint, abort, render_template
from markupsafe import Markup

from whiteboard.checks import wording
from whiteboard.feedback.axes import axis_title
from whiteboard.manual.picture import svg_of_example
from whiteboard.manual.rules import rule_pages
from whiteboard.model.finding import Axis

if TYPE_CHECKING:
    from whiteboard.manual.pages import Example

blueprint = Blueprint("rules", __name__)


@blueprint.get("/rules")
def index() -> str:
    """List the rules by what they are scored on."""
    pages = rule_pages().values()
    axes = {axis: [page for page in pages if page.axis == axis] for axis in get_args(Axis)}
    by_axis = {axis_title(axis): found for axis, found in axes.items() if found}
    return render_template("rules.html", by_axis=by_axis)


@blueprint.get("/rules/<rule_id>")
def show(rule_id: str) -> str:
    """Show one rule."""
    page = rule_pages().get(rule_id)
    if page is None:
        abort(404, "there is no such rule: all of them are at /rules")
    return render_template("rule.html", rule=page, axis=axis_title(page.axis), drawing=_drawing, plain=wording.plain)


@cache
def _drawing(example: Example) -> Markup:
    """The drawing of an example, which our own code made and escaped, to stand in the page."""
    return Markup(svg_of_example(example))  # noqa: S704 - an SVG of texts that the writer escapes
