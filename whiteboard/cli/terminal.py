"""What the terminal can show: how wide it is, whether colours are wanted, and which characters are safe on it."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata

_WIDEST = 100
_UNSAFE = frozenset({"Cc", "Cf", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""Part of words and of emoji."""


def terminal_width() -> int | None:
    """Characters of a line, as many as are easily read at most; None when output goes to a file or a pipe."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else None


def is_coloured() -> bool:
    """Whether to colour: on a terminal, unless the environment says no (NO_COLOR, TERM=dumb)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def safe(text: str) -> str:
    """A text from outside without what would move the cursor, colour the terminal or turn its direction.

    Line breaks stay; anything else of that sort is shown by its code.
    """
    return "".join(c if c == "\n" or c in _JOINERS or not _is_unsafe(c) else f"\\u{ord(c):04x}" for c in text)


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _UNSAFE
