"""The words that reports use for what the model calls otherwise."""

from __future__ import annotations

from whiteboard.model.finding import Status

STATUS_WORDS = {
    Status.PROBLEM: "problem",
    Status.ERROR: "our error",
    Status.NOT_SHOWN: "not shown",
    Status.PASS: "holds",
    Status.NOT_APPLICABLE: "not applicable",
}
"""What each status is called, the most pressing first."""
