"""The command line: `whiteboard COMMAND`.

Commands are imported when they are called, so that starting one costs little.
Exit status: 0 all is well, 1 problems were found, 2 the input or the call is wrong.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from whiteboard import __version__
from whiteboard.cli.terminal import safe
from whiteboard.model.errors import InputError, Problem
from whiteboard.reading.memory import collect_seldom

COMMANDS = {
    "serve": "whiteboard.cli.serve:serve",
    "read": "whiteboard.cli.read:read",
    "convert": "whiteboard.cli.convert:convert",
    "kinds": "whiteboard.cli.kinds:kinds",
    "assess": "whiteboard.cli.assess:assess",
    "explain": "whiteboard.cli.explain:explain",
    "scenario": "whiteboard.cli.scenario:scenario",
    "bench": "whiteboard.cli.bench:bench",
}

MAX_SHOWN_PROBLEMS = 100
"""Of one input; who mends those finds the rest afterwards."""


class LazyGroup(click.Group):
    """A group that imports a command when it is asked for, and shows bad input without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands in the order of a user's work, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for a wrong name say which one may be meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(f"No such command '{args[0]}'.{_meant(args[0])}", ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; print what is wrong with the input, or why nothing can be printed, and end with status 2."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            complain(error)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever reads has seen enough; click ends quietly
                raise
            complain(InputError(Problem(message=f"the output cannot be written ({error.strerror})")))
            _write_no_more()
        return ctx.exit(2)


def _write_no_more() -> None:
    """Drop what standard output still holds: Python would try to write it once more at its end, and say so."""
    with suppress(OSError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _meant(name: str) -> str:
    """A suggestion in place of an unknown command: one named alike, or to assess the file that was named."""
    if near := get_close_matches(name, COMMANDS, n=1):
        return f" Did you mean '{near[0]}'?"
    return f" Did you mean 'assess {name}'?" if Path(name).is_file() else ""


def complain(error: InputError) -> None:
    """Print what is wrong with an input to standard error, one problem a line."""
    for problem in error.problems[:MAX_SHOWN_PROBLEMS]:
        click.echo(safe(str(problem)), err=True)
    more = len(error.problems) - MAX_SHOWN_PROBLEMS
    if more > 0:
        click.echo(f"… and {more:,} more problems", err=True)


def escape_unprintable() -> None:
    """Let standard output write the code of a character that its encoding does not have, instead of failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="whiteboard")
def main() -> None:
    """The practice room for system-design interviews: read sketches, check them, serve the board."""
    escape_unprintable()
    collect_seldom()
