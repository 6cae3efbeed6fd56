"""Complete Excalidraw elements for what other formats draw, as the editor itself would have written them.

board = elements_of([
    Box(id="web", label="Web app", area=Area(0, 0, 168, 72), kind="client"),
    Box(id="api", label="API", area=Area(300, 0, 168, 72)),
    Arrow(id="call", source="web", target="api", label="REST"),
])
"""

from whiteboard.formats.elements.courses import Area, around
from whiteboard.formats.elements.draw import elements_of
from whiteboard.formats.elements.look import Look
from whiteboard.formats.elements.parts import Element, label_room, size_for
from whiteboard.formats.elements.things import Arrow, Box, Frame, Line, Shape, Text, Thing

__all__ = [
    "Area",
    "Arrow",
    "Box",
    "Element",
    "Frame",
    "Line",
    "Look",
    "Shape",
    "Text",
    "Thing",
    "around",
    "elements_of",
    "label_room",
    "size_for",
]
