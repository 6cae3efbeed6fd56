"""`whiteboard kinds`: what kind of component a label names."""

from __future__ import annotations

import click


@click.command()
def kinds() -> None:
    """Read labels from standard input, a line each; print `label<TAB>kind`."""
    from whiteboard.catalog import load_catalog

    catalog = load_catalog()
    for line in click.get_text_stream("stdin", encoding="utf-8"):
        label = line.rstrip("\r\n")
        click.echo(f"{label}\t{catalog.classify(label).kind}")
