"""The real server, as a process of its own: started, killed and started again by the tests."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

STOP_S = 10
WHITEBOARD = str(Path(sys.executable).with_name("whiteboard"))


class Server:
    """`whiteboard serve` on a data folder. After `kill` and `start` it has the same boards and the same address."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """The address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start and wait until it says that it is ready."""
        command = [WHITEBOARD, "serve", "--port", str(self.port), "--data", str(self.data)]
        with (self.data / "server.log").open("a") as log:
            self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self._process.stdout is not None
        ready = self._process.stdout.readline()
        if "http://" not in ready:
            self.kill()
            raise RuntimeError(f"the server did not start: {(self.data / 'server.log').read_text()}")
        self.port = int(ready.partition("http://127.0.0.1:")[2].partition("/")[0])

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None:
            self._process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(STOP_S)
        self.kill()

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL)."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._process = None
