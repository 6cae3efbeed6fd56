"""Lint a scenario or a house rule: all that is wrong with the file, and what in it makes no sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.authoring.files import stated_in
from whiteboard.model.errors import InputError, Problem
from whiteboard.scenarios.load import installed, read, validate
from whiteboard.scenarios.yaml_tree import Place, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from whiteboard.model.scenario import Rules
    from whiteboard.model.scope import Noun
    from whiteboard.scenarios.yaml_tree import Tree


def lint(path: Path) -> tuple[Problem, ...]:
    """Return everything that is wrong with a file, with line and column, in the order of the file; never raises."""
    file = str(path)
    used: set[tuple[Noun, str]] = set()
    try:
        data = read(path)
        tree, problems = parse_yaml(data, file)
        scope = installed(used=lambda noun, name: used.add((noun, name)))
        rules = validate(tree, stated_in(tree), file, problems=problems, scope=scope)
    except InputError as error:
        return error.problems
    found = [*_misnamed(rules, tree, path), *_unused(tree, used, file), *_unreadable_boards(rules, tree, data, file)]
    return tuple(sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0)))


def _misnamed(rules: Rules, tree: Tree, path: Path) -> Iterator[Problem]:
    if rules.id != path.stem:
        line, column = tree.at("id").place
        hint = f"name the file {rules.id}.yaml"
        message = f"id '{rules.id}' is not the name of the file"
        yield Problem(message=message, file=str(path), line=line, column=column, where="id", hint=hint)


def _unused(tree: Tree, used: set[tuple[Noun, str]], file: str) -> Iterator[Problem]:
    nouns: tuple[tuple[Noun, str], ...] = (("role", "roles"), ("journey", "journeys"))
    for noun, section in nouns:
        for name, (line, column) in tree.at(section).keys.items() if section in tree.children else ():
            if (noun, name) not in used:
                message, where = f"{noun} '{name}' is used nowhere", f"{section}.{name}"
                yield Problem(message=message, file=file, line=line, column=column, where=where)


def _unreadable_boards(rules: Rules, tree: Tree, data: bytes, file: str) -> Iterator[Problem]:
    from whiteboard.formats.mermaid import load_mermaid

    lines = data.decode("utf-8-sig").splitlines()
    for index, reference in enumerate(rules.references):
        try:
            load_mermaid(reference.board)
        except InputError as error:
            board = tree.at("references", index, "board")
            for problem in error.problems:
                line, column = _in_file(problem, board, lines)
                message, where = f"the board cannot be read: {problem.message}", f"references[{index}].board"
                yield Problem(message=message, file=file, line=line, column=column, where=where, hint=problem.hint)


def _in_file(problem: Problem, board: Tree, lines: Sequence[str]) -> Place:
    """Return where a problem of a board stands: a block of text begins in the line below its key, indented."""
    if not board.block or problem.line is None or problem.column is None:
        return board.place
    line = board.place.line + problem.line
    in_file, in_board = lines[line - 1], board.value.split("\n")[problem.line - 1]
    return Place(line, problem.column + len(in_file.rstrip()) - len(in_board.rstrip()))
