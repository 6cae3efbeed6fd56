"""The files of an author: which there are, and whether each states a scenario or a house rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.errors import InputError, Problem
from whiteboard.model.scenario import HouseRule, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from whiteboard.scenarios.yaml_tree import Tree


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return files as they are given, and for each folder the `*.yaml` files anywhere in it, sorted.

    Raises InputError for every path where there is nothing.
    """
    found: dict[Path, None] = {}
    problems = []
    for path in paths:
        files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path] if path.exists() else []
        found.update(dict.fromkeys(files))
        if not files:
            message = "no *.yaml file in this folder" if path.is_dir() else "there is no such file"
            problems.append(Problem(message=message, file=str(path)))
    if problems:
        raise InputError(problems)
    return tuple(found)


def stated_in(tree: Tree) -> type[Scenario | HouseRule]:
    """Return what a file states: a house rule has a topic where a scenario has a prompt."""
    is_rule = "topic" in tree.children and "prompt" not in tree.children
    return HouseRule if is_rule else Scenario
