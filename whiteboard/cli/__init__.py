"""The command line: `whiteboard COMMAND`.

Commands are imported when they are called, so that starting one costs little.
Exit status: 0 all is well, 1 problems were found, 2 the input or the call is wrong.
"""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

import click

from whiteboard import __version__
from whiteboard.model.errors import InputError
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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; print what is wrong with the input and end with status 2."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            complain(error)
            ctx.exit(2)


def complain(error: InputError) -> None:
    """Print what is wrong with an input to standard error, one problem a line."""
    for problem in error.problems[:MAX_SHOWN_PROBLEMS]:
        click.echo(str(problem), err=True)
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
