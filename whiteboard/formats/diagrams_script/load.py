"""A script for the `diagrams` library to a diagram."""

from __future__ import annotations

import ast
import re
import warnings
from threading import Lock
from typing import TYPE_CHECKING

from whiteboard.formats.diagrams_script.budget import Budget
from whiteboard.formats.diagrams_script.canvas import Canvas
from whiteboard.formats.diagrams_script.expressions import Expressions
from whiteboard.formats.diagrams_script.statements import Statements
from whiteboard.model.errors import InputError, Problem, TooLargeError

if TYPE_CHECKING:
    from whiteboard.formats.diagram import Diagram

MAX_CHARACTERS = 1_000_000

_IMPORT = re.compile(rb"^[ \t]*(?:from|import)[ \t]+diagrams\b", re.MULTILINE)
_PARSING = Lock()
"""Python keeps its warnings' filters in one place for all threads."""


def is_diagrams_script(data: bytes) -> bool:
    """Tell whether a file looks like a script: it imports the library."""
    return _IMPORT.search(data) is not None


def load_diagrams_script(text: str, name: str | None = None) -> Diagram:
    """Read what a script draws, without executing it.

    Nodes, clusters and chains are read through assignments, loops over what is written out, comprehensions and the
    script's own functions. What can only be known by running it is left out and noted in the diagram. Each of several
    `Diagram`s is a subgraph.

    Raises InputError with each mistake and its place, and TooLargeError over 1,000,000 characters or 300,000 steps.
    """
    if len(text) > MAX_CHARACTERS:
        raise TooLargeError(Problem(message=f"the script has over {MAX_CHARACTERS:,} characters", file=name))
    canvas, budget = Canvas(name), Budget(name)
    statements = Statements(Expressions(canvas, budget), name)
    try:
        statements.run_module(_parsed(text, name))
    except RecursionError:
        raise InputError(Problem(message="the script is nested too deeply", file=name)) from None
    if statements.problems:
        raise InputError(statements.problems)
    if canvas.is_empty:
        hint = "import the library and draw inside of 'with Diagram(\"…\"):'"
        raise InputError(Problem(message="the script draws no diagram", file=name, hint=hint))
    return canvas.diagram()


def _parsed(text: str, name: str | None) -> ast.Module:
    try:
        with _PARSING, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about escapes in somebody's strings
            return ast.parse(text)
    except SyntaxError as error:
        problem = Problem(
            message=f"this is no Python ({error.msg})", file=name, line=error.lineno or 1, column=error.offset or 1
        )
    except MemoryError:
        problem = Problem(message="the script is nested too deeply", file=name)
    except ValueError as error:  # a null byte, a lone surrogate; which of them has no place, Python's releases differ
        line = text.count("\n", 0, max(text.find("\0"), 0)) + 1
        problem = Problem(message=f"this is no Python ({error})", file=name, line=line)
    raise InputError(problem)
