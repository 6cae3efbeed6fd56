"""Tools for those who write scenarios and house rules: lint a file, and run its own references."""

from whiteboard.authoring.files import find_files
from whiteboard.authoring.lint import lint
from whiteboard.authoring.references import ReferenceResult, run_file, run_references

__all__ = ["ReferenceResult", "find_files", "lint", "run_file", "run_references"]
