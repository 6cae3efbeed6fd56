"""A check as the YAML that states it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whiteboard.model.scenario import CheckSpec
from whiteboard.model.scope import NOT_IN_A_PART

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH = 110


def statement(check: CheckSpec) -> str:
    """The YAML of a check, with the keys its file states."""
    return yaml_of(_stated(check))


def yaml_of(data: Mapping[str, Any]) -> str:
    """A mapping as YAML, in the order of its keys."""
    import yaml

    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _stated(check: CheckSpec, part: bool = False) -> dict[str, Any]:
    names = [name for name in type(check).model_fields if name in check.model_fields_set]
    if part:
        names = [name for name in names if name not in NOT_IN_A_PART]
    first = [name for name in ("id", "check", "title", "severity", "because") if name in names]
    if "check" not in names:
        first.insert(bool(first) and not part, "check")
    ordered = [*first, *(name for name in names if name not in first)]
    return {_key(check, name): _plain(getattr(check, name)) for name in ordered}


def _key(check: CheckSpec, name: str) -> str:
    return type(check).model_fields[name].alias or name


def _plain(value: Any) -> Any:
    if isinstance(value, CheckSpec):
        return _stated(value, part=True)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
