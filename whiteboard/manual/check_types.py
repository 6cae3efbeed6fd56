"""The page of a check type, from its class: docstrings, fields, and a check that uses it."""

from __future__ import annotations

import inspect
import sys
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic_core import PydanticUndefined

from whiteboard.manual.pages import CheckTypePage, Key
from whiteboard.manual.statement import statement, yaml_of
from whiteboard.model.scenario import CheckSpec
from whiteboard.model.scope import Names
from whiteboard.scenarios import load_house_rules
from whiteboard.scenarios.check_types import find_check_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

    from whiteboard.model.scenario import HouseRule

_PLAIN = {str: "text", int: "a whole number", float: "a number", bool: "`true` or `false`"}

_USUAL = {"role": "The components it looks at.", "journey": "The journey it looks at."}
"""What keys mean that say no more than their names."""


def check_type_page(name: str) -> CheckTypePage:
    """Make the page of a check type. Raises NoSuchCheckType when there is none."""
    type_ = find_check_type(name)
    rules = load_house_rules()
    return CheckTypePage(
        name=name,
        summary=_summary(type_, name),
        description=inspect.getdoc(type_) or "",
        keys=tuple(_keys(type_)),
        example=_example(type_, rules),
        rules=tuple(rule.id for rule in rules if any(isinstance(check, type_) for check in _all(rule.checks))),
    )


def _summary(type_: type[CheckSpec], name: str) -> str:
    """The first sentence of its module, without the name that leads it."""
    first = (inspect.getdoc(sys.modules[type_.__module__]) or "").split("\n\n")[0].replace("\n", " ")
    said = first.removeprefix(f"`{name}`: ")
    return said[:1].upper() + said[1:]


def _keys(type_: type[CheckSpec]) -> Iterator[Key]:
    for name, field in type_.model_fields.items():
        if name not in CheckSpec.model_fields:
            yield Key(
                name=field.alias or name,
                takes=_takes(field.annotation, field.metadata),
                description=field.description or _USUAL.get(name, ""),
                required=field.is_required(),
                default=_default(field),
            )


def _default(field: FieldInfo) -> str | None:
    value = field.get_default()
    if value is PydanticUndefined or value is None or value == ():
        return None
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _takes(annotation: Any, metadata: Iterable[Any] = ()) -> str:
    """What may stand at a key, in words."""
    noun = next((mark.noun for mark in metadata if isinstance(mark, Names)), None)
    if noun is not None and get_origin(annotation) is not tuple:
        return f"a {noun}"
    if isinstance(annotation, type) and issubclass(annotation, CheckSpec):
        return "a check"
    return _takes_one_of(annotation) or _PLAIN.get(annotation, "a value")


def _takes_one_of(annotation: Any) -> str | None:
    """The same for a type that is made of others; None for a plain one."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _takes(arguments[0], arguments[1:])
    if origin in {Union, UnionType}:
        return " or ".join(_takes(one) for one in arguments if one is not NoneType)
    if origin is Literal:
        return " or ".join(f"`{one}`" for one in arguments)
    return _takes_list(arguments) if origin is tuple else None


def _takes_list(arguments: tuple[Any, ...]) -> str:
    if arguments[-1:] == (...,):
        return f"a list, each {_takes(arguments[0])}"
    return f"a list of {' and '.join(map(_takes, arguments))}"


def _example(type_: type[CheckSpec], rules: Iterable[HouseRule]) -> str | None:
    """The check that the class gives as its example, or else the first of that type in a house rule or scenario."""
    extra = type_.model_config.get("json_schema_extra")
    examples = extra.get("examples") if isinstance(extra, dict) else None
    if isinstance(examples, list) and isinstance(examples[0], dict):
        return yaml_of(examples[0])
    from whiteboard.scenarios import load_library

    sources = (*rules, *load_library().scenarios.values())
    return next((statement(check) for source in sources for check in source.checks if type(check) is type_), None)


def _all(checks: Iterable[CheckSpec]) -> Iterator[CheckSpec]:
    """The checks with those inside of them."""
    for check in checks:
        yield check
        for name in type(check).model_fields:
            value = getattr(check, name)
            parts = value if isinstance(value, tuple) else (value,)
            yield from _all(part for part in parts if isinstance(part, CheckSpec))
