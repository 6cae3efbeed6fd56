"""How a check that fails, which is our mistake, is told on the command line."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Once(logging.Handler):
    """Writes each message once, on one line: a check that fails on a board fails again on each copy with a fix."""

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell what failed, and with which error."""
        import click

        from whiteboard.cli.terminal import safe

        error = record.exc_info[1] if record.exc_info else None
        message = record.getMessage() if error is None else f"{record.getMessage()}: {error!r}. Please report this."
        if message not in self._told:
            self._told.add(message)
            click.echo(safe(message), err=True)


@contextmanager
def told_once() -> Iterator[None]:
    """Let what goes wrong inside checks be told by `Once`, in place of a traceback each time."""
    logger = logging.getLogger("whiteboard.checks")
    before = logger.handlers, logger.propagate
    logger.handlers, logger.propagate = [Once()], False
    try:
        yield
    finally:
        logger.handlers, logger.propagate = before
