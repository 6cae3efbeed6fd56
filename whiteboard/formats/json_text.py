"""JSON text to plain values: every way it can fail becomes an InputError with its place."""

from __future__ import annotations

import json

from whiteboard.formats.source import decode
from whiteboard.model.errors import InputError, Problem


def parse_json(data: bytes, file: str | None = None) -> object:
    """Parse JSON in UTF-8. Raises InputError, and TooLargeError over the limit of a file."""
    text = decode(data, file)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        problem = Problem(message=_message(error), file=file, line=error.lineno, column=error.colno)
    except RecursionError:
        problem = Problem(message="nested too deeply", file=file)
    except ValueError:  # an integer of more digits than Python converts
        problem = Problem(message="a number has too many digits", file=file)
    raise InputError(problem)


def _message(error: json.JSONDecodeError) -> str:
    if not error.doc.strip():
        return "not JSON: it is empty"
    if error.msg.startswith("Unterminated string") or not error.doc[error.pos :].strip():
        return "not JSON: it ends too early, as if it were cut off"
    return f"not JSON ({error.msg})"
