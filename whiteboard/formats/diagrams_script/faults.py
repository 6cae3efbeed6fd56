"""Where a script is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.model.errors import Problem

if TYPE_CHECKING:
    import ast


class ScriptFault(Exception):  # noqa: N818 - never leaves this package; becomes a Problem of an InputError
    """A statement that cannot be read, and that Python could not run either."""

    def __init__(self, node: ast.expr | ast.stmt, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self._node = node
        self._message = message
        self._hint = hint

    def problem(self, file: str | None) -> Problem:
        """What to say, with the place."""
        return Problem(
            message=self._message,
            file=file,
            line=self._node.lineno,
            column=self._node.col_offset + 1,
            hint=self._hint,
        )
