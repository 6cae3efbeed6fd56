"""YAML text to plain values that remember their line and column.

A scenario is data that people write: what makes YAML surprising is refused (anchors, aliases, tags, duplicate keys,
several documents), and plain words follow the core schema of YAML 1.2, so that `yes` and `on` are text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
MAX_PROBLEMS = 100

_Parser: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB_INDENT = re.compile(r"^[ ]*\t", re.MULTILINE)
_INT = re.compile(r"[-+]?[0-9]{1,300}")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


class Place(NamedTuple):
    """Where something stands in a file, both from 1."""

    line: int
    column: int


@dataclass(slots=True, kw_only=True)
class Tree:
    """A value and where it stands. `keys` gives the place of each key of a mapping; `block` marks a block of text."""

    value: Any
    place: Place
    children: dict[str | int, Tree] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    block: bool = False

    def at(self, *path: str | int) -> Tree:
        """Return the tree at a path, or the nearest one around it."""
        tree = self
        for step in path:
            if step not in tree.children:
                break
            tree = tree.children[step]
        return tree


def parse_yaml(data: bytes, file: str | None = None) -> tuple[Tree, list[Problem]]:
    """Parse one YAML document and say what is wrong in it beyond its grammar.

    Raises InputError when it cannot be parsed at all, TooLargeError over 1 MB.
    """
    if len(data) > MAX_BYTES:
        raise TooLargeError(Problem(message="larger than 1 MB", file=file))
    text = _decode(data, file)
    builder = _Builder(file)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        raise InputError([*builder.problems, *_syntax_problems(error, text, file)]) from None
    if builder.root is None:
        raise InputError(Problem(message="the file is empty", file=file, line=1, column=1))
    return builder.root, builder.problems


def _decode(data: bytes, file: str | None) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = data.count(b"\n", 0, error.start) + 1, error.start - data.rfind(b"\n", 0, error.start)
        raise InputError(Problem(message="not UTF-8 text", file=file, line=line, column=column)) from None
    if found := _NOT_TEXT.search(text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        message = f"a control character (U+{ord(found[0]):04X})"
        raise InputError(Problem(message=message, file=file, line=line, column=column))
    return text


def _events(text: str) -> Iterator[yaml.Event]:
    parser = _Parser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


def _syntax_problems(error: yaml.MarkedYAMLError, text: str, file: str | None) -> list[Problem]:
    """Say what the parser says, or that the file is indented with tabs where that is what it stumbles over."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    tabs = [text.count("\n", 0, m.start()) + 1 for m in _TAB_INDENT.finditer(text)][:MAX_PROBLEMS]
    if any(tab >= line for tab in tabs):
        return [
            Problem(message="a tab indents this line", file=file, line=tab, column=1, hint="indent with spaces")
            for tab in tabs
        ]
    message = " ".join(part for part in (error.context, error.problem) if part)
    return [Problem(message=f"not YAML: {message}", file=file, line=line + 1, column=mark.column + 1 if mark else 1)]


class _Builder:
    """Makes the tree out of the parser's events, one by one, so that depth costs no recursion."""

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.root: Tree | None = None
        self.problems: list[Problem] = []
        self._open: list[tuple[Tree, Tree | None]] = []
        """The collections around the next value; a mapping with the key that waits for its value."""

    def take(self, event: yaml.Event) -> None:
        """Take the next event."""
        if isinstance(event, yaml.CollectionEndEvent):
            tree, _ = self._open.pop()
            self._add(tree)
        elif isinstance(event, yaml.AliasEvent):
            self._note(_place(event), f"'*{event.anchor}' is an alias", "write the value out")
            self._add(Tree(value=None, place=_place(event)))
        elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._node(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._give_up(_place(event), "a second document starts here", "one file holds one document")

    def _node(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor:
            self._note(_place(event), f"'&{event.anchor}' is an anchor", "leave it out: aliases are not taken")
        if event.tag and event.tag != "!":
            self._note(_place(event), f"'{event.tag}' is a tag", "leave it out: tags are not taken")
        if isinstance(event, yaml.ScalarEvent):
            plain = event.implicit[0] and not event.style
            value = _core_value(event.value) if plain else event.value
            self._add(Tree(value=value, place=_place(event), block=event.style in ("|", ">")))
            return
        value = {} if isinstance(event, yaml.MappingStartEvent) else []
        self._open.append((Tree(value=value, place=_place(event)), None))
        if len(self._open) > MAX_DEPTH:
            self._give_up(_place(event), f"nested over {MAX_DEPTH} levels deep")

    def _add(self, tree: Tree) -> None:
        """Put a finished value where it belongs."""
        if not self._open:
            self.root = tree
            return
        around, key = self._open[-1]
        if isinstance(around.value, list):
            around.children[len(around.value)] = tree
            around.value.append(tree.value)
        elif key is None:
            self._open[-1] = (around, tree)
        else:
            self._open[-1] = (around, None)
            self._put(around, key, tree)

    def _put(self, mapping: Tree, key: Tree, tree: Tree) -> None:
        name = key.value
        if not isinstance(name, str):
            self._note(key.place, "a key must be text", "put it in quotes")
        elif name in mapping.keys:
            self._note(key.place, f"duplicate key '{name}'", f"it is already in line {mapping.keys[name].line}")
        else:
            mapping.value[name] = tree.value
            mapping.children[name] = tree
            mapping.keys[name] = key.place

    def _note(self, place: Place, message: str, hint: str | None = None) -> None:
        problem = Problem(message=message, file=self.file, line=place.line, column=place.column, hint=hint)
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise InputError(self.problems)

    def _give_up(self, place: Place, message: str, hint: str | None = None) -> None:
        self._note(place, message, hint)
        raise InputError(self.problems)


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _core_value(text: str) -> object:
    """Return what a plain word means in the core schema of YAML 1.2, chapter 10.3."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
