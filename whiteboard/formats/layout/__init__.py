"""A clean layout for drawings whose files say nothing of places."""

from whiteboard.formats.layout.draw import draw

__all__ = ["draw"]
