"""A board in other formats: one module a format."""

from whiteboard.formats.export.formats import FORMATS, Drawn, Format

__all__ = ["FORMATS", "Drawn", "Format"]
