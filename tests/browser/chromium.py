"""Find the system's Chromium for the browser tests; as a script, install it where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = ("chromium", "fonts-liberation")
MISSING = f"""\
Chromium is missing, and the browser tests drive a real one. Looked in the path for: {", ".join(NAMES)}.
Install it, then run make test again:
    Debian:  sudo apt-get update && sudo apt-get install -y --no-install-recommends {" ".join(PACKAGES)}
    Fedora:  sudo dnf install -y chromium
    macOS:   brew install --cask chromium
or name one that is elsewhere: CHROMIUM=/path/to/chromium make test"""


def find() -> str | None:
    """Return the path of Chromium: what the variable CHROMIUM names, or the first there is in the path."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, (named,) if named else NAMES)), None)


def installer() -> list[str] | None:
    """Return how this user may install Debian packages without being asked anything, or None."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    may = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "apt-get"] if may and may.returncode == 0 else None


def install(command: list[str]) -> None:
    """Install Chromium and a font to draw with; what goes wrong, apt itself says."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        if subprocess.run([*command, *arguments], env=quiet, stdout=sys.stderr, check=False).returncode:
            return


def main() -> int:
    """Make sure that there is a Chromium; return the exit status."""
    if find() is None and (command := installer()) is not None:
        install(command)
    if find() is not None:
        return 0
    print(MISSING, file=sys.stderr)  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main())
