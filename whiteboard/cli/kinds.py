"""`whiteboard kinds`: what kind of component a label names."""

from __future__ import annotations

import sys

import click

from whiteboard.model.errors import InputError, Problem


@click.command()
def kinds() -> None:
    """Read labels from standard input, a line each; print `label<TAB>kind`."""
    from whiteboard.catalog import load_catalog

    catalog = load_catalog()
    for number, line in enumerate(sys.stdin.buffer, 1):
        label = decoded(line.rstrip(b"\r\n"), number)
        click.echo(f"{label}\t{catalog.classify(label).kind}")


def decoded(line: bytes, number: int) -> str:
    """The line as text. Raises InputError, naming the line, when it is not UTF-8."""
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        message = f"line {number} of standard input is not UTF-8"
        raise InputError(Problem(message=message, line=number, column=error.start + 1)) from None
