"""How findings name things: components by their labels, roles and lists in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from whiteboard.model.architecture import Component

_MOST_NAMED = 6
_MOST_STEPS = 12
_LONGEST_NAME = 60


def name(component: Component) -> str:
    """The label on one line, or what kind of component it is when it has none."""
    label = " ".join(component.label.split())
    if not label:
        return f"the unnamed {plain(component.kind)}"
    return label if len(label) <= _LONGEST_NAME else f"{label[: _LONGEST_NAME - 1].rstrip()}…"


def plain(identifier: str) -> str:
    """A role or kind in words: "list_store" is "list store"."""
    return identifier.replace("_", " ").replace("-", " ")


def a(identifier: str) -> str:
    """A role or kind with its article: "an object store"."""
    words = plain(identifier)
    return f"an {words}" if words[:1].lower() in "aeiou" else f"a {words}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Items as prose: "A, B and C"; past a handful the rest is counted."""
    items = list(items)
    if len(items) > _MOST_NAMED:
        items = [*items[: _MOST_NAMED - 1], f"{len(items) - _MOST_NAMED + 1} more"]
    return f" {last} ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def walked(names: Sequence[str]) -> str:
    """A walk, as "Web app → API gateway → Product DB"; the middle of a long one is counted."""
    if len(names) > _MOST_STEPS:
        half = _MOST_STEPS // 2
        names = [*names[:half], f"{len(names) - 2 * half} more", *names[-half:]]
    return " → ".join(names)


def quoted(items: Iterable[str]) -> str:
    """Terms as prose, in quotes: "“rate limit” or “throttle”"."""
    return listed((f"“{item}”" for item in items), last="or")


def title(identifier: str) -> str:
    """An id as a title: "cache-on-read-path" is "Cache on read path"."""
    words = plain(identifier)
    return words[:1].upper() + words[1:]
