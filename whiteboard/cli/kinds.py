"""`whiteboard kinds`: what kind of component a label names."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8

import click

from whiteboard.model.errors import InputError, Problem


@click.command()
def kinds() -> None:
    """Say what kind of component labels name.

    Reads labels from standard input, a line each, and prints "label<TAB>kind". The kind is "none" for text that names
    no component, such as a heading or a step.
    """
    from whiteboard.catalog import label_kind

    for number, line in enumerate(sys.stdin.buffer, 1):
        label = decoded(line.removeprefix(BOM_UTF8) if number == 1 else line, number).rstrip("\r\n")
        click.echo(f"{label}\t{label_kind(label)}")


def decoded(line: bytes, number: int) -> str:
    """The line as text. Raises InputError, naming the line, when it is not UTF-8."""
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        problem = Problem(message="not UTF-8 text", file="standard input", line=number, column=error.start + 1)
        raise InputError(problem) from None
