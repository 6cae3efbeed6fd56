"""What to try for a problem."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whiteboard.checks.mending import Mend
    from whiteboard.feedback.bound_checks import BoundCheck
    from whiteboard.model.finding import Finding

MOST = 20
"""How many proposals for one problem are tried."""

_log = logging.getLogger(__name__)


def proposals(bound: BoundCheck, finding: Finding) -> Iterator[Mend]:
    """The first few proposals for a problem, each once. A check type that fails to propose proposes nothing more."""
    from whiteboard.checks.proposing import proposed

    try:
        yield from dict.fromkeys(islice(proposed(bound.check, bound.context, finding.evidence), MOST))
    except Exception:
        _log.exception("The check %s failed to propose", bound.check.id)
