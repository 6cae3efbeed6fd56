"""`whiteboard serve`: the app on this machine."""

from __future__ import annotations

import errno
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from flask import Flask

THREADS = 8
MAX_RECEIVED_BYTES = 128 * 1024 * 1024
"""What waitress takes in before it hangs up; the app itself refuses less, in words."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="Folder for boards and the secret key.")
@click.option("--database", metavar="URL", help="PostgreSQL or SQLite; by default a SQLite file in the data folder.")
@click.option(
    "--scenarios", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Folder with other scenarios."
)
def serve(host: str, port: int, data: Path | None, database: str | None, scenarios: Path | None) -> None:
    """Serve the whiteboard; the browser does the rest.

    Each option is also an environment variable: WHITEBOARD_DATA, WHITEBOARD_DATABASE, WHITEBOARD_SCENARIOS.
    """
    from whiteboard.web.app import create_app

    app = create_app({"DATA": data, "DATABASE": database, "SCENARIOS": scenarios})
    server = _listen(app, host, port)
    signal.signal(signal.SIGTERM, _end)
    click.echo(f"Whiteboard is at {_address(host, server.effective_port)} (boards in {app.config['DATA']})")
    server.run()


def _end(*_: object) -> NoReturn:
    """End as Ctrl+C does: waitress answers what it has begun first."""
    raise SystemExit(0)


def _listen(app: Flask, host: str, port: int) -> Any:
    """Open the port. Raises InputError when it is taken or not ours to open."""
    from waitress import create_server

    try:
        return create_server(
            app, host=host, port=port, threads=THREADS, max_request_body_size=MAX_RECEIVED_BYTES, ident=None
        )
    except (OSError, ValueError) as error:  # ValueError: a host that is no address
        raise InputError(_cannot_listen(host, port, error)) from error


def _cannot_listen(host: str, port: int, error: OSError | ValueError) -> Problem:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return Problem(message=f"port {port} is taken", hint="choose another with --port, or --port 0 for a free one")
    why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return Problem(message=f"cannot listen on {host}, port {port} ({why})")


def _address(host: str, port: int) -> str:
    """Return what to type into the browser."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"
