"""A PostgreSQL of our own for the tests: a throw-away cluster on a Unix socket, where the server is installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAMS = ("initdb", "pg_ctl")
DEBIAN = "/usr/lib/postgresql/*/bin"


def programs() -> dict[str, str] | None:
    """Find the server's programs, in the path or where Debian keeps them."""
    folders = [*map(str, sorted(Path("/").glob(DEBIAN.lstrip("/")), reverse=True)), os.environ.get("PATH", "")]
    found = {name: shutil.which(name, path=os.pathsep.join(folders)) for name in PROGRAMS}
    return {name: path for name, path in found.items() if path} if all(found.values()) else None


def account() -> str | None:
    """PostgreSQL refuses to run as root: name another account there is, or None when we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def cluster(found: dict[str, str]) -> Iterator[str]:
    """Run a cluster and give the URL of its first database."""
    user = account()
    folder = Path(tempfile.mkdtemp(prefix="wb-pg-"))  # short: a socket's path has at most 107 letters
    if user:
        shutil.chown(folder, user)

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

    data = str(folder / "data")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    try:
        run(found["initdb"], "--pgdata", data, "--username", "ada", "--auth", "trust", "--no-sync")
        run(found["pg_ctl"], "--pgdata", data, "--wait", "--log", str(folder / "log"), "--options", options, "start")
        try:
            yield f"postgresql://ada@/postgres?host={folder}"
        finally:
            run(found["pg_ctl"], "--pgdata", data, "--wait", "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
