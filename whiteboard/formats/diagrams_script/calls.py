"""The calls of a script: classes of the library draw, its own functions are read through, the rest is unknown."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whiteboard.formats.diagrams_script.faults import ScriptFault
from whiteboard.formats.diagrams_script.texts import FUNCTIONS, method
from whiteboard.formats.diagrams_script.values import (
    UNKNOWN,
    Boundary,
    Builtin,
    Drawn,
    Function,
    Method,
    Path,
    Scope,
    Stroke,
    is_scalar,
    is_true,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from whiteboard.formats.diagrams_script.expressions import Expressions
    from whiteboard.formats.diagrams_script.values import Value

MAX_DEPTH = 20
"""Of functions that call each other."""
_DASHED = ("dashed", "dotted")


@dataclass(frozen=True, slots=True)
class _Given:
    """The arguments of a call."""

    listed: Sequence[Value]
    named: dict[str, Value]

    def get(self, place: int, *names: str) -> Value:
        """The argument at a place or with one of these names; unknown when it is not given."""
        for name in names:
            if name in self.named:
                return self.named[name]
        return self.listed[place] if 0 <= place < len(self.listed) else UNKNOWN

    def text(self, place: int, *names: str) -> str:
        """The same as a text; empty when it is not given or none."""
        value = self.get(place, *names)
        return value if isinstance(value, str) else ""


class Calls:
    """Calls functions in the name of an evaluator."""

    def __init__(self, expressions: Expressions) -> None:
        self._expressions = expressions
        self.run_body: Callable[[Sequence[ast.stmt], Scope], Value] = lambda _body, _scope: UNKNOWN
        """Reads the statements of a function: set by whoever reads statements."""
        self._depth = 0

    def call(self, node: ast.Call, scope: Scope) -> Value:
        """Return what a call gives back."""
        callee = self._expressions.value(node.func, scope)
        given = self._given(node, scope)
        if isinstance(callee, Path):
            return self._of_library(callee, given)
        if isinstance(callee, Function):
            return self._of_script(callee, given, node)
        if isinstance(callee, Builtin):
            return self._of_python(callee, given)
        if isinstance(callee, Method):
            return self._method(callee, given)
        if self._draws(given):
            self._expressions.canvas.leave_out(node.lineno, "a function that gets nodes, but is not in the script")
        return UNKNOWN

    def _given(self, node: ast.Call, scope: Scope) -> _Given:
        named: dict[str, Value] = {}
        for keyword in node.keywords:
            value = self._expressions.value(keyword.value, scope)
            if keyword.arg is not None:
                named[keyword.arg] = value
            elif isinstance(value, dict):
                self._expressions.budget.spend(len(value))
                named.update((key, inner) for key, inner in value.items() if isinstance(key, str))
        return _Given(self._expressions.values(node.args, scope), named)

    def _draws(self, given: _Given) -> bool:
        return self._expressions.chains.joins(*given.listed, *given.named.values())

    def _of_library(self, path: Path, given: _Given) -> Value:
        name = path.name.rpartition(".")[2]
        if name == "Diagram":
            return Boundary(
                label=given.text(0, "name"),
                flow=given.text(2, "direction") or "LR",
                is_diagram=True,
                names_classes=is_true(given.named.get("autolabel", False)) is True,
            )
        if name == "Cluster":
            return Boundary(label=given.text(0, "label"))
        if name == "Edge":
            return _stroke(given)
        if not name[:1].isupper():
            return UNKNOWN
        label = given.get(0, "label")
        text = shown(label) if is_scalar(label) else ""
        return self._expressions.canvas.node(path.name, text, given.text(1, "icon_path"))

    def _of_python(self, function: Builtin, given: _Given) -> Value:
        try:
            return FUNCTIONS[function.name](self._expressions.budget, *given.listed, **given.named)
        except TypeError:
            return UNKNOWN

    def _method(self, called: Method, given: _Given) -> Value:
        if isinstance(called.owner, Drawn) and called.name == "connect" and given.listed:
            stroke = given.get(1, "edge")
            stroke = stroke if isinstance(stroke, Stroke) else Stroke()
            ends = [end for end in given.listed[:1] if isinstance(end, Drawn)]
            self._expressions.chains.draw(replace(stroke, starts=(called.owner,)), ends)
            return given.listed[0]
        return method(called.owner, called.name, given.listed, given.named, self._expressions.budget)

    def _of_script(self, function: Function, given: _Given, node: ast.Call) -> Value:
        if self._depth >= MAX_DEPTH:
            raise ScriptFault(node, f"functions call each other over {MAX_DEPTH} deep here")
        scope = Scope(function.scope)
        self._bind(function, given, scope)
        self._depth += 1
        try:
            if isinstance(function.definition, ast.Lambda):
                return self._expressions.value(function.definition.body, scope)
            return self.run_body(function.definition.body, scope)
        finally:
            self._depth -= 1

    def _bind(self, function: Function, given: _Given, scope: Scope) -> None:
        """Give the parameters their values; one without is unknown."""
        arguments = function.definition.args
        listed = [*arguments.posonlyargs, *arguments.args]
        parameters = [*listed, *arguments.kwonlyargs]
        scope.values.update((parameter.arg, UNKNOWN) for parameter in parameters)
        for parameter, default in (
            *zip(reversed(listed), reversed(arguments.defaults), strict=False),
            *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
        ):
            if default is not None:
                scope.values[parameter.arg] = self._expressions.value(default, function.scope)
        scope.values.update(zip((parameter.arg for parameter in listed), given.listed, strict=False))
        names = {parameter.arg for parameter in parameters}
        scope.values.update((name, value) for name, value in given.named.items() if name in names)
        if arguments.vararg:
            scope.values[arguments.vararg.arg] = tuple(given.listed[len(listed) :])
        if arguments.kwarg:
            scope.values[arguments.kwarg.arg] = {k: v for k, v in given.named.items() if k not in names}


def _stroke(given: _Given) -> Stroke:
    style = given.text(5, "style")
    start = given.get(0, "node")
    return Stroke(
        label=given.text(3, "label", "xlabel"),
        dashed=any(word in style for word in _DASHED),
        visible="invis" not in style,
        forward=is_true(given.get(1, "forward")) is True,
        reverse=is_true(given.get(2, "reverse")) is True,
        starts=(start,) if isinstance(start, Drawn) else (),
    )
