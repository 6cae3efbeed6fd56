"""How much work a script may ask for."""

from __future__ import annotations

from whiteboard.model.errors import Problem, TooLargeError

MAX_STEPS = 300_000


class Budget:
    """Counts steps: a script is read, not run, so it should never need many."""

    def __init__(self, file: str | None) -> None:
        self._file = file
        self._left = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Take steps. Raises TooLargeError when none are left."""
        self._left -= steps
        if self._left < 0:
            raise TooLargeError(Problem(message=f"the script takes over {MAX_STEPS:,} steps to read", file=self._file))
