"""Fixes: the smallest edits of a board that mend a problem, each proved before it is offered."""

from whiteboard.feedback.fixes.edits import edited
from whiteboard.feedback.fixes.with_fixes import with_fixes

__all__ = ["edited", "with_fixes"]
