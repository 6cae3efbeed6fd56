"""What the expressions of a script stand for, as far as that can be told without running it."""

from __future__ import annotations

import ast
import builtins
import operator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from whiteboard.formats.diagrams_script.calls import Calls
from whiteboard.formats.diagrams_script.chains import OPERATORS, Chains
from whiteboard.formats.diagrams_script.faults import ScriptFault
from whiteboard.formats.diagrams_script.texts import FUNCTIONS, formatted
from whiteboard.formats.diagrams_script.values import (
    MAX_NUMBER,
    MAX_TEXT,
    NOTHING,
    UNKNOWN,
    Builtin,
    Function,
    Method,
    Path,
    Scope,
    Unknown,
    is_scalar,
    is_true,
    items,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from whiteboard.formats.diagrams_script.budget import Budget
    from whiteboard.formats.diagrams_script.canvas import Canvas
    from whiteboard.formats.diagrams_script.values import Value

_ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Div: operator.truediv,
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}
_ORDERS: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_PYTHON = frozenset(dir(builtins))
_LONGEST_GUESS = 40


class Expressions:
    """Evaluates expressions in a scope; drawing is what some of them do on the way."""

    def __init__(self, canvas: Canvas, budget: Budget) -> None:
        self.canvas = canvas
        self.budget = budget
        self.chains = Chains(canvas, budget)
        self.calls = Calls(self)
        self.starred: list[Path] = []
        """The modules of the library that everything was imported from."""

    def value(self, node: ast.expr, scope: Scope) -> Value:
        """Return what an expression stands for. Raises ScriptFault where Python would stop too."""
        self.budget.spend(1)
        evaluate = getattr(self, f"_{type(node).__name__.lower()}", None)
        return evaluate(node, scope) if evaluate else UNKNOWN

    def values(self, nodes: Sequence[ast.expr], scope: Scope) -> list[Value]:
        """Return the values of several expressions, `*these` spread out."""
        found: list[Value] = []
        for node in nodes:
            if isinstance(node, ast.Starred):
                found += items(self.value(node.value, scope), self.budget) or []
            else:
                found.append(self.value(node, scope))
        return found

    def assign(self, target: ast.expr, value: Value, scope: Scope) -> None:
        """Give a value to a name, or to each name of a tuple."""
        self.budget.spend(1)
        if isinstance(target, ast.Name):
            scope.values[target.id] = value
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value, scope)
        elif isinstance(target, ast.Tuple | ast.List):
            self._unpack(target.elts, value, scope)
        elif isinstance(target, ast.Subscript):
            _store(self.value(target.value, scope), self.value(target.slice, scope), value)

    def _unpack(self, targets: Sequence[ast.expr], value: Value, scope: Scope) -> None:
        parts = items(value, self.budget)
        if parts is None:
            parts = [UNKNOWN] * len(targets)
        star = next((i for i, target in enumerate(targets) if isinstance(target, ast.Starred)), None)
        if star is not None and len(parts) >= len(targets) - 1:
            end = len(parts) - (len(targets) - star - 1)
            parts = [*parts[:star], parts[star:end], *parts[end:]]
        if len(parts) != len(targets):
            raise ScriptFault(targets[0], f"{len(targets)} names for {len(parts)} values")
        for target, part in zip(targets, parts, strict=True):
            self.assign(target, part, scope)

    def _constant(self, node: ast.Constant, _scope: Scope) -> Value:
        value = node.value
        if value is None:
            return NOTHING
        if isinstance(value, str):
            return value[:MAX_TEXT]
        return value if isinstance(value, int | float) and -MAX_NUMBER <= value <= MAX_NUMBER else UNKNOWN

    def _name(self, node: ast.Name, scope: Scope) -> Value:
        found = scope.find(node.id)
        if found is not None:
            return found
        if self.starred and node.id[:1].isupper() and node.id not in _PYTHON:
            return self.starred[-1].attribute(node.id)
        if node.id in FUNCTIONS:
            return Builtin(node.id)
        if node.id == "__name__":
            return "__main__"
        if node.id in _PYTHON or node.id.startswith("__"):
            return UNKNOWN
        near = get_close_matches(node.id, scope.names(), 1) if len(node.id) <= _LONGEST_GUESS else []
        hint = f"did you mean '{near[0]}'?" if near else "define or import it before it is used"
        raise ScriptFault(node, f"'{node.id[:_LONGEST_GUESS]}' is not defined", hint)

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Value:
        owner = self.value(node.value, scope)
        if isinstance(owner, Path):
            return owner.attribute(node.attr)
        return UNKNOWN if isinstance(owner, Unknown) else Method(owner, node.attr)

    def _list(self, node: ast.List | ast.Set, scope: Scope) -> Value:
        return self.values(node.elts, scope)

    _set = _list

    def _tuple(self, node: ast.Tuple, scope: Scope) -> Value:
        return tuple(self.values(node.elts, scope))

    def _dict(self, node: ast.Dict, scope: Scope) -> Value:
        made: dict[Value, Value] = {}
        for key, inner in zip(node.keys, node.values, strict=True):
            value = self.value(inner, scope)
            if key is not None:
                _store(made, self.value(key, scope), value)
            elif isinstance(value, dict):
                self.budget.spend(len(value))
                made.update(value)
        return made

    def _joinedstr(self, node: ast.JoinedStr, scope: Scope) -> Value:
        text = ""
        for part in node.values:
            text += shown(self.value(part, scope))
            if len(text) > MAX_TEXT:
                break
        return text[:MAX_TEXT]

    def _formattedvalue(self, node: ast.FormattedValue, scope: Scope) -> Value:
        spec = shown(self.value(node.format_spec, scope)) if node.format_spec else ""
        return formatted(self.value(node.value, scope), spec)

    def _binop(self, node: ast.BinOp, scope: Scope) -> Value:
        """Evaluate from the left without recursion: chains are long."""
        spine: list[ast.BinOp] = []
        left: ast.expr = node
        while isinstance(left, ast.BinOp):
            spine.append(left)
            left = left.left
        value = self.value(left, scope)
        for step in reversed(spine):
            self.budget.spend(1)
            value = self._applied(step, value, self.value(step.right, scope))
        return value

    def _applied(self, node: ast.BinOp, left: Value, right: Value) -> Value:
        chained = OPERATORS.get(type(node.op).__name__)
        if chained and self.chains.joins(left, right):
            if self.chains.unknown(left, right):
                self.canvas.leave_out(node.lineno, f"an end of '{chained}' that is known only when the script runs")
            return self.chains.join(left, chained, right)
        if isinstance(node.op, ast.Add):
            return self._sum(left, right)
        if isinstance(node.op, ast.Mult):
            return self._product(left, right)
        if isinstance(node.op, ast.Mod) and isinstance(left, str):
            return formatted(left, right=right)
        return _calculated(node.op, left, right)

    def _sum(self, left: Value, right: Value) -> Value:
        if isinstance(left, str) and isinstance(right, str):
            return (left + right)[:MAX_TEXT]
        if isinstance(left, list) and isinstance(right, list):
            self.budget.spend(len(left) + len(right))
            return left + right
        if isinstance(left, str) and isinstance(right, Unknown):
            return (left + "…")[:MAX_TEXT]
        return _calculated(ast.Add(), left, right)

    def _product(self, left: Value, right: Value) -> Value:
        if isinstance(left, str | list) and isinstance(right, int):
            self.budget.spend(max(0, len(left) * right))
            made = left * right
            return made[:MAX_TEXT] if isinstance(made, str) else made
        return _calculated(ast.Mult(), left, right)

    def _unaryop(self, node: ast.UnaryOp, scope: Scope) -> Value:
        value = self.value(node.operand, scope)
        if isinstance(node.op, ast.Not):
            known = is_true(value)
            return UNKNOWN if known is None else not known
        is_negative = isinstance(node.op, ast.USub) and isinstance(value, int | float)
        return -value if is_negative else UNKNOWN  # type: ignore[operator]

    def _boolop(self, node: ast.BoolOp, scope: Scope) -> Value:
        value: Value = UNKNOWN
        for operand in node.values:
            value = self.value(operand, scope)
            known = is_true(value)
            if known is None or known == isinstance(node.op, ast.Or):
                return value
        return value

    def _compare(self, node: ast.Compare, scope: Scope) -> Value:
        left, right = self.value(node.left, scope), self.value(node.comparators[0], scope)
        return self._compared(node.ops[0], left, right) if len(node.ops) == 1 else UNKNOWN

    def _compared(self, op: ast.cmpop, left: Value, right: Value) -> Value:
        if isinstance(op, ast.In | ast.NotIn):
            inside = items(right, self.budget)
            if inside is None or not is_scalar(left) or not all(map(is_scalar, inside)):
                return UNKNOWN
            return (left in inside) == isinstance(op, ast.In)
        plain = all(is_scalar(side) or side is NOTHING for side in (left, right))
        if plain and type(op) in _COMPARISONS:
            return _COMPARISONS[type(op)](left, right)
        numbers = isinstance(left, int | float) and isinstance(right, int | float)
        return _ORDERS[type(op)](left, right) if numbers and type(op) in _ORDERS else UNKNOWN  # type: ignore[arg-type]

    def _ifexp(self, node: ast.IfExp, scope: Scope) -> Value:
        holds = is_true(self.value(node.test, scope))
        return self.value(node.orelse if holds is False else node.body, scope)

    def _subscript(self, node: ast.Subscript, scope: Scope) -> Value:
        owner = self.value(node.value, scope)
        if isinstance(node.slice, ast.Slice):
            return self._sliced(owner, node.slice, scope)
        key = self.value(node.slice, scope)
        if isinstance(owner, dict):
            return owner.get(key, UNKNOWN) if is_scalar(key) else UNKNOWN
        if isinstance(owner, list | tuple | str | range) and isinstance(key, int):
            if -len(owner) <= key < len(owner):
                return owner[key]
            raise ScriptFault(node, f"there is no item {key}, only {len(owner)} items")
        return UNKNOWN

    def _sliced(self, owner: Value, cut: ast.Slice, scope: Scope) -> Value:
        bounds = [self.value(part, scope) if part else NOTHING for part in (cut.lower, cut.upper, cut.step)]
        inside = items(owner, self.budget)
        if inside is None or isinstance(owner, dict) or not all(isinstance(b, int) or b is NOTHING for b in bounds):
            return UNKNOWN
        start, stop, step = (bound if isinstance(bound, int) else None for bound in bounds)
        if step == 0:
            return UNKNOWN
        return owner[start:stop:step] if isinstance(owner, str) else inside[start:stop:step]

    def _lambda(self, node: ast.Lambda, scope: Scope) -> Value:
        return Function(node, scope)

    def _namedexpr(self, node: ast.NamedExpr, scope: Scope) -> Value:
        value = self.value(node.value, scope)
        self.assign(node.target, value, scope)
        return value

    def _listcomp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp, scope: Scope) -> Value:
        return [self.value(node.elt, inner) for inner in self._looped(node.generators, Scope(scope))]

    _setcomp = _generatorexp = _listcomp

    def _dictcomp(self, node: ast.DictComp, scope: Scope) -> Value:
        made: dict[Value, Value] = {}
        for inner in self._looped(node.generators, Scope(scope)):
            _store(made, self.value(node.key, inner), self.value(node.value, inner))
        return made

    def _looped(self, generators: Sequence[ast.comprehension], scope: Scope) -> Iterator[Scope]:
        if not generators:
            yield scope
            return
        first, *rest = generators
        inside = items(self.value(first.iter, scope), self.budget)
        if inside is None:
            self.canvas.leave_out(first.iter.lineno, "a list over what is known only when the script runs")
        for item in inside or ():
            self.assign(first.target, item, scope)
            if all(is_true(self.value(test, scope)) is not False for test in first.ifs):
                yield from self._looped(rest, scope)

    def _call(self, node: ast.Call, scope: Scope) -> Value:
        return self.calls.call(node, scope)


def _calculated(op: ast.operator, left: Value, right: Value) -> Value:
    calculate = _ARITHMETIC.get(type(op))
    if not calculate or not isinstance(left, int | float) or not isinstance(right, int | float):
        return UNKNOWN
    try:
        result = calculate(left, right)
    except ArithmeticError:
        return UNKNOWN
    return result if -MAX_NUMBER <= result <= MAX_NUMBER else UNKNOWN


def _store(owner: Value, key: Value, value: Value) -> None:
    in_list = isinstance(owner, list) and isinstance(key, int) and -len(owner) <= key < len(owner)
    if in_list or (isinstance(owner, dict) and is_scalar(key)):
        owner[key] = value  # type: ignore[index]
