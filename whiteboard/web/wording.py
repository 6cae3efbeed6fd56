"""What pydantic finds wrong with a body, in the words that readers of drawings use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whiteboard.formats.records import shown
from whiteboard.model.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

_KEY = "[key]"
"""How pydantic ends the place of a key that is wrong itself."""

_SAID = {"missing": "is missing", "extra_forbidden": "is not known here"}
_EXPECTED = {
    **dict.fromkeys(("model_type", "dict_type", "model_attributes_type"), "an object"),
    "list_type": "a list",
    **dict.fromkeys(("string_type", "string_unicode"), "a text"),
    "bool_type": "true or false",
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "a whole number"),
    **dict.fromkeys(("greater_than_equal", "less_than_equal"), "a whole number from 0 to 2^53 - 1"),
}
_LIMITS = {
    "enum": "must be {expected}",
    "too_long": "must hold at most {max_length}, not {actual_length}",
    "too_short": "must hold at least {min_length}, not {actual_length}",
}
"""For faults that pydantic knows the numbers and words of."""

_ID = "a text of 1 to 200 characters without control characters"
_FORMS = {
    **dict.fromkeys(("id", "component_ids", "walk"), _ID),
    "because": "a line of 1 to 500 characters",
    "mimeType": "the type of a picture, such as image/png",
    "dataURL": "a data URL with a picture",
    _KEY: "1 to 200 visible ASCII characters",
}
"""What a text with a pattern must be, by the key that it, or the list it is in, stands under."""


def problem_of(detail: ErrorDetails, under: Sequence[str] = (), file: str | None = None) -> Problem:
    """Say one thing that a validation found; `under` leads to what was validated."""
    steps = [*under, *detail["loc"]]
    if steps and steps[-1] == _KEY:
        where = _place(steps[:-2])
        return Problem(
            message=f"a key of {where} must be {_FORMS[_KEY]}, not {shown(steps[-2])}", file=file, where=where
        )
    where = _place(steps)
    return Problem(message=f"{where or 'the body'} {_fault(detail, steps)}", file=file, where=where or None)


def _fault(detail: ErrorDetails, steps: Sequence[Any]) -> str:
    kind = detail["type"]
    if kind in _SAID:
        return _SAID[kind]
    if kind in _LIMITS:
        return _LIMITS[kind].format(**detail["ctx"])
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    expected = _FORMS.get(key) if kind == "string_pattern_mismatch" else _EXPECTED.get(kind)
    return f"must be {expected}, not {shown(detail['input'])}" if expected else f"is wrong: {detail['msg']}"


def _place(steps: Sequence[Any]) -> str:
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return place.removeprefix(".")
