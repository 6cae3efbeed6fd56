"""A file of disputes to values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationError

from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.model.errors import InputError, Problem
from whiteboard.model.scenario import Entry, Slug, Text
from whiteboard.model.scope import Scope
from whiteboard.scenarios.load import read
from whiteboard.scenarios.problems import problems_of
from whiteboard.scenarios.yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from whiteboard.scenarios.yaml_tree import Tree


class StatedDispute(Entry):
    """One dispute, with the keys of the value that it becomes."""

    source: Slug = Field(description="The scenario or house rule that states the check.")
    check_id: Slug
    kind: DisputeKind
    because: Text
    component_ids: tuple[Text, ...] = ()


class DisputeFile(Entry):
    """What a person says against the findings of one board."""

    format: Literal[1]
    disputes: tuple[StatedDispute, ...] = ()


def load_disputes(path: Path | str) -> tuple[Dispute, ...]:
    """Load a file of disputes. Raises InputError with everything that is wrong in it, with line and column."""
    tree, problems = parse_yaml(read(path), str(path))
    try:
        stated = DisputeFile.model_validate(tree.value)
    except ValidationError as error:
        raise InputError([*problems, *problems_of(error, DisputeFile, tree, Scope(), str(path))]) from None
    if problems := [*problems, *_duplicates(stated, tree, str(path))]:
        raise InputError(problems)
    return tuple(Dispute(**entry.model_dump()) for entry in stated.disputes)


def _duplicates(stated: DisputeFile, tree: Tree, file: str) -> Iterator[Problem]:
    """Find disputes of a check that is disputed already."""
    first: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(stated.disputes):
        line, column = tree.at("disputes", index).place
        before = first.setdefault((entry.source, entry.check_id), line)
        if before != line:
            message = f"{entry.source}/{entry.check_id} is disputed already"
            where, hint = f"disputes[{index}]", f"in line {before}: keep one of them"
            yield Problem(message=message, file=file, line=line, column=column, where=where, hint=hint)
