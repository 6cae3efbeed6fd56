"""The statements of a script, one after the other."""

from __future__ import annotations

import ast
from contextlib import ExitStack
from typing import TYPE_CHECKING

from whiteboard.formats.diagrams_script.faults import ScriptFault
from whiteboard.formats.diagrams_script.values import (
    NOTHING,
    UNKNOWN,
    Boundary,
    Function,
    Path,
    Scope,
    is_true,
    items,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whiteboard.formats.diagrams_script.expressions import Expressions
    from whiteboard.formats.diagrams_script.values import Value
    from whiteboard.model.errors import Problem

MAX_PROBLEMS = 100
LIBRARY = "diagrams"


class _Return(Exception):  # noqa: N818 - ends a function
    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


class _Break(Exception):  # noqa: N818 - ends a loop
    pass


class _Continue(Exception):  # noqa: N818 - ends a round of a loop
    pass


class Statements:
    """Reads statements; one that is wrong is noted, and the next one read."""

    def __init__(self, expressions: Expressions, file: str | None) -> None:
        self._expressions = expressions
        self._file = file
        self.problems: list[Problem] = []
        expressions.calls.run_body = self._function_body

    def run(self, body: Sequence[ast.stmt], scope: Scope) -> None:
        """Read statements in a scope."""
        for statement in body:
            self._expressions.budget.spend(1)
            read = getattr(self, f"_{type(statement).__name__.lower()}", None)
            try:
                if read:
                    read(statement, scope)
                else:
                    self._left_out(statement, f"'{type(statement).__name__.lower()}'")
            except ScriptFault as fault:
                self._note(fault.problem(self._file))

    def run_module(self, module: ast.Module) -> None:
        """Read a whole script."""
        try:
            self.run(module.body, Scope())
        except (_Return, _Break, _Continue):  # Python would refuse them outside of a function or a loop
            return

    def _note(self, problem: Problem) -> None:
        if problem not in self.problems and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)

    def _left_out(self, statement: ast.stmt, what: str) -> None:
        self._expressions.canvas.leave_out(statement.lineno, what)

    def _function_body(self, body: Sequence[ast.stmt], scope: Scope) -> Value:
        try:
            self.run(body, scope)
        except _Return as result:
            return result.value
        except (_Break, _Continue):
            return UNKNOWN
        return NOTHING

    def _import(self, statement: ast.Import, scope: Scope) -> None:
        for alias in statement.names:
            top = alias.name.partition(".")[0]
            known = Path(_below(alias.name) if alias.asname else "") if top == LIBRARY else UNKNOWN
            scope.values[alias.asname or top] = known

    def _importfrom(self, statement: ast.ImportFrom, scope: Scope) -> None:
        module = statement.module or ""
        is_library = not statement.level and module.partition(".")[0] == LIBRARY
        path = Path(_below(module))
        for alias in statement.names:
            if alias.name == "*":
                if is_library:
                    self._expressions.starred.append(path)
                continue
            scope.values[alias.asname or alias.name] = path.attribute(alias.name) if is_library else UNKNOWN

    def _with(self, statement: ast.With, scope: Scope) -> None:
        with ExitStack() as stack:
            for item in statement.items:
                value = self._expressions.value(item.context_expr, scope)
                if item.optional_vars is not None:
                    self._expressions.assign(item.optional_vars, value, scope)
                if isinstance(value, Boundary):
                    stack.enter_context(self._expressions.canvas.inside(value))
            self.run(statement.body, scope)

    def _assign(self, statement: ast.Assign, scope: Scope) -> None:
        try:
            value = self._expressions.value(statement.value, scope)
        except ScriptFault as fault:
            value = UNKNOWN  # so that one mistake is said once
            self._note(fault.problem(self._file))
        for target in statement.targets:
            self._expressions.assign(target, value, scope)

    def _annassign(self, statement: ast.AnnAssign, scope: Scope) -> None:
        if statement.value is not None:
            self._expressions.assign(statement.target, self._expressions.value(statement.value, scope), scope)

    def _augassign(self, statement: ast.AugAssign, scope: Scope) -> None:
        if not isinstance(statement.target, ast.Name):
            return self._left_out(statement, "an assignment")
        left = ast.copy_location(ast.Name(statement.target.id, ast.Load()), statement.target)
        sum_ = ast.copy_location(ast.BinOp(left, statement.op, statement.value), statement)
        return self._expressions.assign(statement.target, self._expressions.value(sum_, scope), scope)

    def _expr(self, statement: ast.Expr, scope: Scope) -> None:
        self._expressions.value(statement.value, scope)

    def _if(self, statement: ast.If, scope: Scope) -> None:
        holds = is_true(self._expressions.value(statement.test, scope))
        if holds is None:
            self._left_out(statement, "a condition; it is taken to hold")
        self.run(statement.orelse if holds is False else statement.body, scope)

    def _for(self, statement: ast.For, scope: Scope) -> None:
        inside = items(self._expressions.value(statement.iter, scope), self._expressions.budget)
        if inside is None:
            return self._left_out(statement, "a loop over what is known only when the script runs")
        for item in inside:
            self._expressions.assign(statement.target, item, scope)
            try:
                self.run(statement.body, scope)
            except _Continue:
                continue
            except _Break:
                return None
        return self.run(statement.orelse, scope)

    def _try(self, statement: ast.Try, scope: Scope) -> None:
        self.run([*statement.body, *statement.orelse, *statement.finalbody], scope)

    def _functiondef(self, statement: ast.FunctionDef, scope: Scope) -> None:
        scope.values[statement.name] = Function(statement, scope)

    def _classdef(self, statement: ast.ClassDef, scope: Scope) -> None:
        """A class of the script's own draws what the class of the library below it draws."""
        bases = [self._expressions.value(base, scope) for base in statement.bases if not isinstance(base, ast.Starred)]
        scope.values[statement.name] = next((base for base in bases if isinstance(base, Path)), UNKNOWN)

    def _return(self, statement: ast.Return, scope: Scope) -> None:
        raise _Return(self._expressions.value(statement.value, scope) if statement.value else NOTHING)

    def _break(self, _statement: ast.Break, _scope: Scope) -> None:
        raise _Break

    def _continue(self, _statement: ast.Continue, _scope: Scope) -> None:
        raise _Continue

    def _nothing(self, statement: ast.stmt, scope: Scope) -> None:
        """Draw nothing."""

    _pass = _global = _nonlocal = _assert = _delete = _raise = _nothing


def _below(module: str) -> str:
    """`diagrams.aws.database` without `diagrams.`."""
    return module.partition(".")[2]
