"""`whiteboard serve`: the app on this machine."""

from __future__ import annotations

import errno
import signal
import socket
from pathlib import Path
from typing import NoReturn

import click

from whiteboard.model.errors import InputError, Problem

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
    with _listen(host, port) as opened:
        from waitress import create_server

        from whiteboard.web.app import create_app

        app = create_app({"DATA": data, "DATABASE": database, "SCENARIOS": scenarios})
        server = create_server(
            app, sockets=[opened], threads=THREADS, max_request_body_size=MAX_RECEIVED_BYTES, ident=None
        )
        signal.signal(signal.SIGTERM, _end)
        click.echo(f"Whiteboard is at {_address(opened)} (boards in {app.config['DATA']})")
        server.run()


def _end(*_: object) -> NoReturn:
    """End as Ctrl+C does: waitress answers what it has begun first."""
    raise SystemExit(0)


def _listen(host: str, port: int) -> socket.socket:
    """Open the port. Raises InputError when it is taken or not ours to open."""
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        return socket.create_server((str(address[0]), port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            hint = "choose another with --port, or --port 0 for a free one"
            raise InputError(Problem(message=f"port {port} is taken", hint=hint)) from error
        raise InputError(Problem(message=f"cannot listen on {host}, port {port} ({error.strerror})")) from error
    except UnicodeError as error:
        raise InputError(Problem(message=f"cannot listen on {host}: that is no host name")) from error


def _address(opened: socket.socket) -> str:
    """Return what to type into the browser."""
    host, port = opened.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"
