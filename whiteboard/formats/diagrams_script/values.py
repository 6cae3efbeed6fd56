"""What the expressions of a script stand for. Texts, numbers, lists, tuples and dicts stand for themselves."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.formats.diagrams_script.budget import Budget

MAX_TEXT = 2_000
MAX_NUMBER = 10**9
Value = object


@dataclass(frozen=True, slots=True)
class Unknown:
    """What cannot be known without running the script."""


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node that was drawn."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """An `Edge(…)`, with the nodes it starts at as soon as it is chained to some."""

    label: str = ""
    dashed: bool = False
    visible: bool = True
    forward: bool = False
    reverse: bool = False
    starts: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Something imported from the library, by its dotted name without `diagrams.`: `aws.database.RDS`.

    The library itself has an empty one.
    """

    name: str

    def attribute(self, name: str) -> Path:
        """What stands below."""
        return Path(f"{self.name}.{name}" if self.name else name)


@dataclass(frozen=True, slots=True)
class Boundary:
    """A `Cluster(…)` or a `Diagram(…)`, to be entered by `with`."""

    label: str
    flow: str | None = None
    is_diagram: bool = False
    names_classes: bool = False
    """Whether the diagram puts the name of its class before each label (`autolabel`)."""


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A function of the script itself."""

    definition: ast.FunctionDef | ast.Lambda
    scope: Scope


@dataclass(frozen=True, slots=True)
class Builtin:
    """A function that Python has without an import."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Method:
    """A method of a value: `nodes.append`."""

    owner: Value
    name: str


class Scope:
    """Names and their values, the inner before the outer ones."""

    def __init__(self, outer: Scope | None = None) -> None:
        self.values: dict[str, Value] = {}
        self.outer = outer

    def find(self, name: str) -> Value | None:
        """The value of a name; None when it has none."""
        scope: Scope | None = self
        while scope:
            if name in scope.values:
                return scope.values[name]
            scope = scope.outer
        return None

    def names(self) -> Iterator[str]:
        """All names that can be used here."""
        scope: Scope | None = self
        while scope:
            yield from scope.values
            scope = scope.outer


@dataclass(frozen=True, slots=True)
class Nothing:
    """Python's `None`, so that `None` can mean that a name has no value."""


NOTHING = Nothing()


def is_scalar(value: Value) -> bool:
    """Tell whether a value is a text, a number or a truth value."""
    return isinstance(value, str | int | float)


def is_true(value: Value) -> bool | None:
    """Whether a condition holds; None when that cannot be known."""
    if isinstance(value, Nothing):
        return False
    return bool(value) if isinstance(value, str | int | float | list | tuple | dict | range) else None


def shown(value: Value) -> str:
    """A value inside a text. What is unknown becomes an ellipsis."""
    if isinstance(value, Nothing):
        return "None"
    return str(value)[:MAX_TEXT] if is_scalar(value) else "…"


def items(value: Value, budget: Budget) -> list[Value] | None:
    """The items to loop over; None when that cannot be known."""
    if not isinstance(value, list | tuple | dict | range | str):
        return None
    budget.spend(len(value))
    return list(value)


def drawables(value: Value, budget: Budget) -> list[Value]:
    """The nodes and strokes in a value, out of nested lists; anything else as it is."""
    if not isinstance(value, list | tuple):
        return [value]
    budget.spend(1 + len(value))
    return [inner for item in value for inner in drawables(item, budget)]
