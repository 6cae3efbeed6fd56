"""The outlines of nodes: by their brackets and by the names that `@{ shape: … }` takes."""

from __future__ import annotations

import re
from typing import NamedTuple


class Bracket(NamedTuple):
    """An outline written with brackets. `inside` is what text without quotes may consist of."""

    opener: str
    closer: str
    shape: str | None
    inside: str = r'[^\[\]"]'


_NO_CURLY = r'[^\[\]{}"]'
_NO_ROUND = r'[^\[\]{}()"]'

BRACKETS = (
    Bracket("(((", ")))", "double_circle", _NO_ROUND),
    Bracket("((", "))", "circle", _NO_ROUND),
    Bracket("([", "])", "stadium"),
    Bracket("(", ")", "round", _NO_ROUND),
    Bracket("[[", "]]", "subroutine"),
    Bracket("[(", ")]", "cylinder"),
    Bracket("[/", "/]", "parallelogram"),
    Bracket("[/", "\\]", "trapezoid"),
    Bracket("[\\", "\\]", "parallelogram"),
    Bracket("[\\", "/]", "trapezoid"),
    Bracket("[", "]", None),
    Bracket("{{", "}}", "hexagon", _NO_CURLY),
    Bracket("{", "}", "diamond", _NO_CURLY),
    Bracket(">", "]", "flag"),
)
"""The longer opener comes first."""

MAX_LABEL = 5_000


def _pattern(bracket: Bracket) -> re.Pattern[str]:
    opener, closer = re.escape(bracket.opener), re.escape(bracket.closer)
    return re.compile(
        rf'{opener}(?:\s*"(?P<quoted>[^"]{{0,{MAX_LABEL}}})"\s*|(?P<bare>{bracket.inside}{{0,{MAX_LABEL}}}?)){closer}'
    )


PATTERNS = tuple((_pattern(bracket), bracket.shape) for bracket in BRACKETS)

NAMED_SHAPES = {
    **dict.fromkeys(("cyl", "cylinder", "database", "db", "disk", "lin-cyl", "lined-cylinder"), "cylinder"),
    **dict.fromkeys(("datastore", "data-store", "bow-rect", "stored-data", "bow-tie-rectangle"), "cylinder"),
    **dict.fromkeys(("das", "h-cyl", "horizontal-cylinder"), "queue"),
    **dict.fromkeys(("cloud",), "cloud"),
    **dict.fromkeys(("stadium", "pill", "terminal"), "stadium"),
    **dict.fromkeys(("circle", "circ"), "circle"),
    **dict.fromkeys(("dbl-circ", "double-circle"), "double_circle"),
    **dict.fromkeys(("hex", "hexagon", "prepare"), "hexagon"),
    **dict.fromkeys(("diam", "diamond", "decision", "question"), "diamond"),
    **dict.fromkeys(("rounded", "event"), "round"),
    **dict.fromkeys(("subproc", "fr-rect", "framed-rectangle", "subprocess", "subroutine"), "subroutine"),
}
"""Of the names Mermaid knows, those that say something about what a node is."""
