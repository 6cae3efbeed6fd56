"""Scenario and house rule files to values."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from whiteboard.model.errors import InputError, Problem
from whiteboard.model.scenario import HouseRule, Rules, Scenario
from whiteboard.model.scope import Noun, Scope
from whiteboard.scenarios.check_types import find_check_type
from whiteboard.scenarios.problems import problems_of
from whiteboard.scenarios.yaml_tree import MAX_BYTES, Tree, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

_Stated = TypeVar("_Stated", bound=Rules)

RULES = Path(__file__).parents[1] / "rules"
"""The folder of the house rules."""

_WITH_IDS = ("clarifications", "requirements", "checks", "risks", "estimates")


def load_scenario(path: Path | str) -> Scenario:
    """Load one scenario file. Raises InputError with everything that is wrong in it, with line and column."""
    return parse(read(path), Scenario, str(path))


def load_house_rule(path: Path | str) -> HouseRule:
    """Load one house rule file. Raises InputError as `load_scenario` does."""
    return parse(read(path), HouseRule, str(path))


@cache
def load_house_rules() -> tuple[HouseRule, ...]:
    """Load the house rules that ship with Whiteboard, once, in the order of their files."""
    return tuple(load_house_rule(path) for path in sorted(RULES.glob("*.yaml")))


def read(path: Path | str) -> bytes:
    """Read a file. Raises InputError when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(Problem(message=f"cannot be read ({reason})", file=str(path))) from None


def parse(data: bytes, model: type[_Stated], file: str | None = None, *, scope: Scope | None = None) -> _Stated:
    """Make a scenario or a house rule of the text of its file; `file` is its name in messages.

    `scope` replaces what is installed: check types, kinds and technologies.
    Raises InputError with everything that is wrong, and TooLargeError over 1 MB.
    """
    tree, problems = parse_yaml(data, file)
    return validate(tree, model, file, problems=problems, scope=scope)


def validate(
    tree: Tree,
    model: type[_Stated],
    file: str | None = None,
    *,
    problems: Sequence[Problem] = (),
    scope: Scope | None = None,
) -> _Stated:
    """Make a scenario or a house rule of a parsed file, in which `problems` were found already. Else as `parse`."""
    scope = _scope(tree.value, scope or installed())
    problems = [*problems, *_duplicates(tree, file)]
    try:
        stated = model.model_validate(tree.value, context=scope)
    except ValidationError as error:
        raise InputError(_in_order([*problems, *problems_of(error, model, tree, scope, file)])) from None
    if problems:
        raise InputError(_in_order(problems))
    return stated


def installed(used: Callable[[Noun, str], None] | None = None) -> Scope:
    """Return the kinds and technologies of the catalog and the installed check types.

    `used` is told of every name that a file uses.
    """
    from whiteboard.catalog import load_catalog

    catalog = load_catalog()
    names: dict[Noun, Collection[str]] = {"kind": catalog.kinds, "technology": catalog.technologies}
    return Scope(names=names, check_type=find_check_type, used=used)


def _scope(document: Any, scope: Scope) -> Scope:
    """Add what the file itself states, so that a name can be looked up wherever it is used."""
    stated: dict[Noun, list[str] | None] = {
        "role": _keys(document, "roles"),
        "journey": _keys(document, "journeys"),
        "requirement": _ids(document, "requirements"),
        "check": _ids(document, "checks"),
    }
    names = {noun: names for noun, names in stated.items() if names is not None}
    return replace(scope, names={**scope.names, **names})


def _keys(document: Any, key: str) -> list[str] | None:
    """Return the names stated under a key; None when it holds something else, which is then the error to tell."""
    value = document.get(key, {}) if isinstance(document, dict) else None
    return list(value) if isinstance(value, dict) else None


def _ids(document: Any, key: str) -> list[str] | None:
    value = document.get(key, []) if isinstance(document, dict) else None
    if not isinstance(value, list):
        return None
    return [str(entry["id"]) for entry in value if isinstance(entry, dict) and "id" in entry]


def _duplicates(tree: Tree, file: str | None) -> Iterator[Problem]:
    """Find entries of one list that share an id, or references that share a name."""
    for section, key in (*((section, "id") for section in _WITH_IDS), ("references", "name")):
        first: dict[str, Tree] = {}
        for index in range(len(tree.at(section).children)):
            entry = tree.at(section).children.get(index)
            named = entry.children.get(key) if entry else None
            if named is None or not isinstance(named.value, str):
                continue
            if first.setdefault(named.value, named) is not named:
                yield Problem(
                    message=f"duplicate {key} '{named.value}' in {section}[{index}]",
                    file=file,
                    line=named.place.line,
                    column=named.place.column,
                    where=f"{section}[{index}].{key}",
                    hint=f"it is already in line {first[named.value].place.line}",
                )


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0))
