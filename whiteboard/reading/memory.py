"""How often the garbage collector looks through the values that readings are made of."""

from __future__ import annotations

import gc

_FEW_LOOKS = (50_000, 20, 50)
"""New values before it looks at the youngest, and how often it does so before it looks at the older ones, too."""


def collect_seldom() -> None:
    """Let the collector of this process run less often: values made once that never point back leave it no work.

    Its passes over all of them are what would make large boards cost more than their size. For whoever starts a
    process: a command, or a server for each of its workers.
    """
    gc.set_threshold(*_FEW_LOOKS)
