"""`whiteboard kinds`: what kind of component a label names."""

from __future__ import annotations

import sys

import click

from whiteboard.model.errors import InputError, Problem


@click.command()
def kinds() -> None:
    """Read labels from standard input, a line each; print `label<TAB>kind`.

    The kind is `none` for text that names no component, such as a heading or a step.
    """
    from whiteboard.catalog import label_kind

    for number, line in enumerate(sys.stdin.buffer, 1):
        label = decoded(line.rstrip(b"\r\n"), number)
        click.echo(f"{label}\t{label_kind(label)}")


def decoded(line: bytes, number: int) -> str:
    """The line as text. Raises InputError, naming the line, when it is not UTF-8."""
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        message = f"line {number} of standard input is not UTF-8"
        raise InputError(Problem(message=message, line=number, column=error.start + 1)) from None
