"""Where a drawing comes from: the content of a file, with errors that name it."""

from __future__ import annotations

from pathlib import Path

from whiteboard.formats.diagram import MAX_BYTES
from whiteboard.model.errors import InputError, Problem, TooLargeError


def content_of(source: Path | str | bytes, name: str | None = None) -> tuple[bytes, str | None]:
    """The content of a path, or the bytes themselves, and the name for messages.

    Reads one byte more than the limit at most: refusing what is too large is for whoever parses it.
    Raises InputError when the file cannot be read.
    """
    if isinstance(source, bytes):
        return source, name
    file = name or str(source)
    try:
        with Path(source).open("rb") as stream:
            return stream.read(MAX_BYTES + 1), file
    except (OSError, ValueError) as error:  # ValueError: a null byte in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(Problem(message=f"cannot be read ({reason})", file=file)) from error


def decode(data: bytes, file: str | None = None) -> str:
    """The text of a file in UTF-8. Raises InputError at the first wrong byte, and TooLargeError over the limit."""
    if len(data) > MAX_BYTES:
        raise TooLargeError(Problem(message=f"larger than {MAX_BYTES // 1_000_000} MB", file=file))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        problem = Problem(message="not UTF-8 text", file=file, line=line, column=column, hint="save it as UTF-8")
        raise InputError(problem) from error
