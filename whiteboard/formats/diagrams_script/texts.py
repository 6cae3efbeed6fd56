"""The functions and methods of Python that scripts make labels and lists with: without any that could run wild."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from whiteboard.formats.diagrams_script.values import MAX_TEXT, UNKNOWN, is_scalar, items, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from whiteboard.formats.diagrams_script.budget import Budget
    from whiteboard.formats.diagrams_script.values import Value

_SPEC = re.compile(r"0?\d{0,2}[ds]?|\.\d[fg%]?|,")
_PERCENT = re.compile(r"%(0?\d{0,2})[sdif]|%%")
_FIELD = re.compile(r"\{\{|\}\}|\{(\w*)(?::([^{}]*))?\}")


def formatted(value: Value, spec: str = "", *, right: Value = UNKNOWN) -> str:
    """Return a value as an f-string shows it, or the text `value % right`."""
    if isinstance(value, str) and right is not UNKNOWN:
        return _percent(value, right)
    if spec and is_scalar(value) and _SPEC.fullmatch(spec):
        try:
            return format(value, spec)[:MAX_TEXT]
        except ValueError:
            return shown(value)
    return shown(value)


def _percent(text: str, right: Value) -> str:
    values = iter(right if isinstance(right, tuple) else (right,))

    def fill(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return "%"
        return formatted(next(values, UNKNOWN), found[1])

    return _PERCENT.sub(fill, text)[:MAX_TEXT]


def filled(text: str, listed: Sequence[Value], named: dict[str, Value]) -> str:
    """Return `text.format(*listed, **named)`."""
    following = iter(listed)

    def fill(found: re.Match[str]) -> str:
        if found[0] in ("{{", "}}"):
            return found[0][0]
        name = found[1]
        if not name:
            value = next(following, UNKNOWN)
        elif name.isascii() and name.isdigit():
            value = listed[int(name)] if len(name) < 4 and int(name) < len(listed) else UNKNOWN  # noqa: PLR2004
        else:
            value = named.get(name, UNKNOWN)
        return formatted(value, found[2] or "")

    return _FIELD.sub(fill, text)[:MAX_TEXT]


def joined(separator: str, parts: Sequence[Value]) -> str:
    """Return `separator.join(parts)`."""
    text = ""
    for number, part in enumerate(parts):
        text += (separator if number else "") + shown(part)
        if len(text) > MAX_TEXT:
            break
    return text[:MAX_TEXT]


def _range(_budget: Budget, *bounds: Value) -> Value:
    numbers = [bound for bound in bounds if isinstance(bound, int)]
    if len(numbers) != len(bounds):
        return UNKNOWN
    try:
        return range(*numbers)
    except ValueError:  # a step of 0
        return UNKNOWN


def _len(_budget: Budget, value: Value) -> Value:
    return len(value) if isinstance(value, list | tuple | dict | str | range) else UNKNOWN


def _enumerate(budget: Budget, value: Value, start: Value = 0) -> Value:
    inside = items(value, budget)
    return UNKNOWN if inside is None or not isinstance(start, int) else list(enumerate(inside, start))


def _zip(budget: Budget, *values: Value) -> Value:
    inside = [items(value, budget) for value in values]
    return UNKNOWN if None in inside else list(zip(*(part or [] for part in inside), strict=False))


def _list(budget: Budget, value: Value = ()) -> Value:
    inside = items(value, budget)
    return UNKNOWN if inside is None else inside


def _tuple(budget: Budget, value: Value = ()) -> Value:
    inside = items(value, budget)
    return UNKNOWN if inside is None else tuple(inside)


def _reversed(budget: Budget, value: Value) -> Value:
    inside = items(value, budget)
    return UNKNOWN if inside is None else inside[::-1]


def _sorted(budget: Budget, value: Value) -> Value:
    inside = items(value, budget)
    if inside is None:
        return UNKNOWN
    texts = [item for item in inside if isinstance(item, str)]
    return sorted(texts) if len(texts) == len(inside) else inside


def _dict(_budget: Budget, **named: Value) -> Value:
    return dict(named)


def _str(_budget: Budget, value: Value = "") -> Value:
    return shown(value)


def _int(_budget: Budget, value: Value = 0) -> Value:
    if isinstance(value, int | float):
        return int(value)
    short = isinstance(value, str) and len(value) < 9 and value.isascii() and value.isdigit()  # noqa: PLR2004
    return int(str(value)) if short else UNKNOWN


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "dict": _dict,
    "enumerate": _enumerate,
    "int": _int,
    "len": _len,
    "list": _list,
    "range": _range,
    "reversed": _reversed,
    "set": _list,
    "sorted": _sorted,
    "str": _str,
    "tuple": _tuple,
    "zip": _zip,
}
"""Each takes the budget first; what it does not understand is unknown, and wrong arguments are a TypeError."""

_OF_TEXT = frozenset({"capitalize", "lower", "lstrip", "rstrip", "strip", "swapcase", "title", "upper"})


def method(owner: Value, name: str, listed: Sequence[Value], named: dict[str, Value], budget: Budget) -> Value:
    """Call a method of a text, a list or a dict."""
    if isinstance(owner, str):
        return _of_text(owner, name, listed, named, budget)
    if isinstance(owner, list):
        return _of_list(owner, name, listed, budget)
    if isinstance(owner, dict):
        return _of_dict(owner, name, listed, budget)
    return UNKNOWN


def _of_text(text: str, name: str, listed: Sequence[Value], named: dict[str, Value], budget: Budget) -> Value:
    if name == "format":
        return filled(text, listed, named)
    if name == "join" and len(listed) == 1:
        parts = items(listed[0], budget)
        return UNKNOWN if parts is None else joined(text, parts)
    texts = [part for part in listed if isinstance(part, str)]
    if len(texts) != len(listed):
        return UNKNOWN
    if name == "replace" and len(texts) == 2:  # noqa: PLR2004
        return text.replace(texts[0], texts[1])[:MAX_TEXT]
    if name == "split" and len(texts) <= 1 and "" not in texts:
        return list(text.split(texts[0] if texts else None))
    return getattr(text, name)()[:MAX_TEXT] if name in _OF_TEXT and not texts else UNKNOWN


def _of_list(owner: list[Any], name: str, listed: Sequence[Value], budget: Budget) -> Value:
    if name == "append" and len(listed) == 1:
        owner.append(listed[0])
    elif name == "extend" and len(listed) == 1:
        owner += items(listed[0], budget) or []
    elif name == "pop" and owner and not listed:
        return owner.pop()
    elif name == "copy":
        return items(owner, budget)
    return UNKNOWN


def _of_dict(owner: dict[Any, Any], name: str, listed: Sequence[Value], budget: Budget) -> Value:
    budget.spend(len(owner))
    if name == "items":
        return [(key, value) for key, value in owner.items()]  # noqa: C416 - one call with types mypy knows
    if name == "values":
        return list(owner.values())
    if name == "keys":
        return list(owner)
    if name == "get" and listed and is_scalar(listed[0]):
        return owner.get(listed[0], listed[1] if len(listed) > 1 else UNKNOWN)
    return UNKNOWN
