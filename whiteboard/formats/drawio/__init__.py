"""draw.io (diagrams.net) files, plain and compressed, opened where everything stands.

A page becomes elements of a board, and those a scene: what they mean is read from the board like any other.
"""

from whiteboard.formats.drawio.document import is_drawio
from whiteboard.formats.drawio.load import Board, draw_page, load_drawio, scene_of

__all__ = ["Board", "draw_page", "is_drawio", "load_drawio", "scene_of"]
