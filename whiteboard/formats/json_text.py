"""JSON text to plain values: every way it can fail becomes an InputError with its place."""

from __future__ import annotations

import json

from whiteboard.formats.diagram import MAX_BYTES
from whiteboard.model.errors import InputError, Problem, TooLargeError


def parse_json(data: bytes, file: str | None = None) -> object:
    """Parse JSON in UTF-8. Raises InputError, and TooLargeError over the limit of a file."""
    if len(data) > MAX_BYTES:
        raise TooLargeError(Problem(message=f"larger than {MAX_BYTES // 1_000_000} MB", file=file))
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        problem = Problem(message="not UTF-8 text", file=file, line=line, column=column)
    except json.JSONDecodeError as error:
        problem = Problem(message=f"not JSON ({error.msg})", file=file, line=error.lineno, column=error.colno)
    except RecursionError:
        problem = Problem(message="nested too deeply", file=file)
    except ValueError:  # an integer of more digits than Python converts
        problem = Problem(message="a number has too many digits", file=file)
    raise InputError(problem)
