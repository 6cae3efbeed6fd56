"""From findings to the assessment, and from the assessment to a report."""

from whiteboard.feedback.assess import assess
from whiteboard.feedback.fixes import with_fixes
from whiteboard.feedback.render import render

__all__ = ["assess", "render", "with_fixes"]
