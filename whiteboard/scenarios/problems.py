"""What pydantic finds wrong, in words for the author of a file: with line, column and a suggestion."""

from __future__ import annotations

import re
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from whiteboard.model.errors import Problem
from whiteboard.model.scenario import FACTOR, SLUG, CheckSpec
from whiteboard.model.scope import NOT_IN_A_PART, NoSuchCheckType

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from whiteboard.model.scope import Scope
    from whiteboard.scenarios.yaml_tree import Place, Tree

Path = tuple[str | int, ...]

MAX_SHOWN = 40
MAX_KNOWN = 12
_QUOTED = re.compile(r"'([^']*)'")
_FORMS = {SLUG: "lower-case words joined by hyphens, such as 'read-path'", FACTOR: "a factor such as '2x'"}
_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "is_instance_of": "a mapping of keys to values",
}


def problems_of(
    error: ValidationError, model: type[BaseModel], tree: Tree, scope: Scope, file: str | None
) -> list[Problem]:
    """Say everything that a validation of `tree` found, in the order of the file."""
    details = error.errors(include_url=False)
    deeper = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    # A list counts as too short also when only the items in it are wrong.
    own = [d for d in details if d["type"] != "too_short" or d["loc"] not in deeper]
    wording = _Wording(model, tree, scope, file)
    said = [wording.problem(_steps(tree, detail), detail) for detail in own]
    return sorted(dict.fromkeys(said), key=lambda problem: (problem.line or 0, problem.column or 0))


def suggestion(name: str, known: Collection[str]) -> str | None:
    """Return "did you mean …?" with the nearest known name, or what there is when nothing is near."""
    near = get_close_matches(name, sorted(known), n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"there is {', '.join(sorted(known))}" if 0 < len(known) <= MAX_KNOWN else None


class _Wording:
    """Words the errors of one file."""

    def __init__(self, model: type[BaseModel], tree: Tree, scope: Scope, file: str | None) -> None:
        self.model = model
        self.tree = tree
        self.scope = scope
        self.file = file

    def problem(self, path: Path, detail: ErrorDetails) -> Problem:
        """Say one error."""
        place = self._place(path, detail)
        message, hint = self._message(path, detail)
        return Problem(
            message=message, file=self.file, line=place.line, column=place.column, where=dotted(path), hint=hint
        )

    def _place(self, path: Path, detail: ErrorDetails) -> Place:
        around = self.tree.at(*path[:-1])
        if _is_about_a_key(detail):
            return around.keys[str(path[-1])]
        return around.place if detail["type"] == "missing" else self.tree.at(*path).place

    def _message(self, path: Path, detail: ErrorDetails) -> tuple[str, str | None]:
        kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
        name, inside = self._split(path)
        if kind == "extra_forbidden":
            return f"unknown key '{name}'{inside}", self._key_hint(path)
        if kind == "missing":
            return f"missing key '{name}'{inside}", None
        if kind in {"unknown_name", "check_type"}:
            return f"{detail['msg']}{inside}", suggestion(context["name"], context["known"])
        if kind in {"literal_error", "enum"}:
            known = _QUOTED.findall(context["expected"])
            if _is_about_a_key(detail):
                return f"unknown key '{name}'{inside}", suggestion(name, known)
            return f"{name}{inside} must be {context['expected']}, not {shown(value)}", suggestion(str(value), known)
        return f"{name}{inside} {_must(detail)}", _quotes_hint(detail)

    def _split(self, path: Path) -> tuple[str, str]:
        """Split a path into the key and the words for the mapping around it."""
        for length in range(len(path) - 1, 0, -1):
            around = self.tree.at(*path[:length])
            if isinstance(around.value, dict):
                return dotted(path[length:]), f" in {dotted(path[:length])} (line {around.place.line})"
        return dotted(path) or "the file", ""

    def _key_hint(self, path: Path) -> str | None:
        key = str(path[-1])
        if key in NOT_IN_A_PART and len(path) > len(("checks", 0, key)) and path[0] == "checks":
            return "the parts of a check have none of their own"
        if " " in key and self.tree.at(*path).value is None:
            return "put the text before it in quotes, for a comma ends it"
        return suggestion(key, self._keys(path[:-1]))

    def _keys(self, path: Path) -> list[str]:
        """Return the keys that the mapping at a path may have."""
        annotation: Any = self.model
        for i, step in enumerate(path):
            annotation = self._checked(_inner(annotation, step), self.tree.at(*path[: i + 1]))
        return list(_fields(annotation)) if _is_model(annotation) else []

    def _checked(self, annotation: Any, tree: Tree) -> Any:
        """Return the model of the very check where any check may stand."""
        if annotation is not CheckSpec or self.scope.check_type is None or "check" not in tree.children:
            return annotation
        try:
            return self.scope.check_type(tree.children["check"].value)
        except NoSuchCheckType:
            return annotation


def _steps(tree: Tree, detail: ErrorDetails) -> Path:
    """Return the path of an error in the file: without the names of union members, which stand in no file."""
    path: list[str | int] = []
    for step in detail["loc"]:
        if step in tree.children:
            path.append(step)
            tree = tree.children[step]
    return (*path, detail["loc"][-1]) if detail["type"] == "missing" else tuple(path)


def _is_about_a_key(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)


def _must(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _EXPECTED:
        return f"must be {_EXPECTED[kind]}, not {shown(detail['input'])}"
    if kind in {"too_short", "string_too_short"}:
        return "must not be empty"
    if kind == "string_pattern_mismatch":
        form = _FORMS.get(context["pattern"], f"of the form {context['pattern']}")
        return f"must be {form}, not {shown(detail['input'])}"
    return detail["msg"].replace("Input should", "must", 1)


def _quotes_hint(detail: ErrorDetails) -> str | None:
    is_word = isinstance(detail["input"], bool)
    return "put it in quotes to make it text" if is_word and detail["type"] == "string_type" else None


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """Return the types of a model's keys, as they are named in a file."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _inner(annotation: Any, step: str | int) -> Any:
    """Return the type one step further inside: of a key, or of the items of a list or a mapping."""
    if _is_model(annotation):
        return _plain(_fields(annotation).get(str(step)))
    arguments = get_args(annotation)
    return _plain(arguments[-1] if get_origin(annotation) is dict else arguments[0]) if arguments else None


def _plain(annotation: Any) -> Any:
    """Take the markers and the None off a type."""
    while get_origin(annotation) in {Annotated, Union, UnionType}:
        annotation = next(a for a in get_args(annotation) if a is not NoneType)
    return annotation


def dotted(path: Path) -> str:
    """Return a path as it is written: `checks[0].via`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def shown(value: object) -> str:
    """Show a value in a message: short, and as it is written in YAML."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "nothing", True: "true", False: "false"}[value]
    text = str(value) if len(str(value)) <= MAX_SHOWN else str(value)[:MAX_SHOWN] + "…"
    return f"'{text}'" if isinstance(value, str) else text
