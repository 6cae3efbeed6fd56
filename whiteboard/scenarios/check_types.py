"""The check types that are installed, ours and those of plugins, by the entry points `whiteboard.checks`."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from whiteboard.model.scenario import CheckSpec
from whiteboard.model.scope import NoSuchCheckType

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "whiteboard.checks"


@cache
def find_check_type(name: str) -> type[CheckSpec]:
    """Return the model of a check type.

    Raises NoSuchCheckType when there is none, or when the package that provides it cannot be loaded.
    """
    provided = _provided()
    if name not in provided:
        raise NoSuchCheckType(f"unknown check type '{name}'", known=tuple(provided))
    try:
        found = provided[name].load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        raise NoSuchCheckType(f"check type '{name}' cannot be loaded: {reason}") from error
    if not (isinstance(found, type) and issubclass(found, CheckSpec)):
        raise NoSuchCheckType(f"check type '{name}' is no check: {provided[name].value}")
    return found


def check_type_names() -> tuple[str, ...]:
    """Return the names of all check types, sorted."""
    return tuple(_provided())


@cache
def _provided() -> dict[str, EntryPoint]:
    """Of two packages that provide one name, the one whose value sorts first counts, whatever the order on the path."""
    found = {e.name: e for e in sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value), reverse=True)}
    return {name: found[name] for name in sorted(found)}
