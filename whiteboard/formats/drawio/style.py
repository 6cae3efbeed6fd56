"""Styles of draw.io cells: `rounded=1;shape=cylinder3;fillColor=#dae8fc`, a name or two in front.

The keys are those of mxGraph (`mxConstants.STYLE_*`).
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from whiteboard.formats.elements import Look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whiteboard.formats.elements import Shape
    from whiteboard.model.architecture import Direction

_SHAPES: Sequence[tuple[re.Pattern[str], Shape]] = (
    (re.compile(r"actor$|user$|users$|person|client_user|^umlActor", re.IGNORECASE), "person"),
    (re.compile(r"direct_data$|das$"), "queue"),
    (re.compile(r"cylinder|datastore|database$|stored_data$", re.IGNORECASE), "cylinder"),
    (re.compile(r"^cloud$|\.cloud$"), "cloud"),
    (re.compile(r"ellipse$|^doubleEllipse$|\.circle$|on-page_reference$"), "ellipse"),
    (re.compile(r"^rhombus$|decision$"), "diamond"),
)
_BLOCK_ARROW = re.compile(r"^(single|double)Arrow$|^flexArrow$|^mxgraph\.arrows2\.|\.arrow_(?:left|right|up|down)$")
_DECORATION = re.compile(
    r"^(curlyBracket|line|wire|partialRectangle|crossbar|dimension|link|mxgraph\.flowchart\.annotation_\d|"
    r"mxgraph\.basic\.(?:tick|x)|mxgraph\.sysml\.x|waypoint)$"
)
_HEADS = re.compile(r"classic|block|open|async|vee|triangle|arrow", re.IGNORECASE)
_HEX = re.compile(r"#[0-9a-fA-F]{6}\b")
_TURN = 90.0


class Style:
    """The style of one cell. Keys that are not there have the defaults of draw.io.

    `form` is the name of the cell's form: its `shape`, or else a name in front that is one.
    """

    def __init__(self, text: str) -> None:
        entries = [entry.strip().partition("=") for entry in text.split(";") if entry.strip()]
        self.names = frozenset(key for key, equals, _ in entries if not equals)
        self._values: Mapping[str, str] = {key: value for key, equals, value in entries if equals}
        self.form = self.get("shape") or next((name for name in sorted(self.names) if name in _NAMED_FORMS), "")

    def get(self, key: str, default: str = "") -> str:
        """The value of a key."""
        return self._values.get(key, default)

    def has(self, key: str) -> bool:
        """Whether a key is there and not 0."""
        return self.get(key, "0") not in ("0", "")

    def number(self, key: str, default: float) -> float:
        """The value of a key as a number; the default when it is none, as draw.io does."""
        try:
            value = float(self.get(key))
        except ValueError:
            return default
        return value if abs(value) <= 1e6 else default  # noqa: PLR2004  # NaN compares to nothing

    @cached_property
    def shape(self) -> Shape:
        """The nearest shape of the board."""
        found = (shape for pattern, shape in _SHAPES if pattern.search(self.form))
        shape: Shape = next(found, "rectangle")
        return "queue" if shape == "cylinder" and self._is_lying else shape

    @cached_property
    def _is_lying(self) -> bool:
        upright = self.get("direction") in ("north", "south")
        return upright != (abs(self.number("rotation", 0)) % 180 == _TURN)

    @cached_property
    def is_text(self) -> bool:
        """Whether the cell is text without a shape."""
        return bool({"text", "label", "edgeLabel"} & self.names) and not self.is_outlined and not self.icon_source

    @cached_property
    def is_outlined(self) -> bool:
        """Whether the shape can be seen."""
        bare = "text" in self.names or "edgeLabel" in self.names
        default = "none" if bare else "default"
        return any(self.get(key, default) != "none" for key in ("strokeColor", "fillColor"))

    @cached_property
    def is_lifeline(self) -> bool:
        """Whether it is a participant of a sequence diagram, with the line below."""
        return self.form == "umlLifeline"

    @cached_property
    def is_group(self) -> bool:
        """Whether the cell only holds others together and cannot be seen."""
        return "group" in self.names

    @cached_property
    def is_container(self) -> bool:
        """Whether the cell is made to hold others."""
        names = {"swimlane"} & self.names
        return bool(names) or self.has("container") or self.form in ("swimlane", "umlFrame") or self.is_group_icon

    @cached_property
    def is_group_icon(self) -> bool:
        """Whether it is a boundary of a cloud provider's icon set: a region, a VPC, a subnet."""
        return self.form in ("mxgraph.aws4.group", "mxgraph.aws4.groupCenter") or "grIcon" in self._values

    @cached_property
    def is_list(self) -> bool:
        """Whether the cells inside are rows of one thing: a class, a table, a list."""
        return self.get("childLayout") in ("stackLayout", "tableLayout") or self.form in ("table", "tableRow")

    @cached_property
    def is_block_arrow(self) -> bool:
        """Whether a shape is drawn as a broad arrow."""
        return bool(_BLOCK_ARROW.search(self.form))

    @cached_property
    def is_decoration(self) -> bool:
        """Whether a shape without a label is only a bracket, a rule or a mark."""
        return bool(_DECORATION.search(self.form)) or "line" in self.names

    @cached_property
    def icon_source(self) -> str:
        """What names the cell's icon: a stencil's name or the address of a picture; empty when it has none."""
        named = self.get("resIcon") or self.get("prIcon") or self.get("image")
        is_stencil = self.form.startswith("mxgraph.") and not self.is_group_icon
        return named or (self.form if is_stencil else "")

    @cached_property
    def is_caption(self) -> bool:
        """Whether the label stands outside of the shape."""
        outside = ("bottom", "top", "left", "right")
        is_picture = "image" in self.names or self.form == "image"
        below = self.get("verticalLabelPosition", "bottom" if is_picture else "middle")
        return below in outside or self.get("labelPosition") in outside

    @cached_property
    def is_titled(self) -> bool:
        """Whether the label stands at the upper edge."""
        return self.get("verticalAlign", "middle") == "top" or "swimlane" in self.names

    @cached_property
    def direction(self) -> Direction:
        """Where an edge points. Ends that state how many there are (ER), or a dot, are no heads."""
        default = "none" if self.form == "link" else "classic"
        start, end = self.get("startArrow", "none"), self.get("endArrow", default)
        heads = bool(_HEADS.search(start)), bool(_HEADS.search(end))
        return "both" if all(heads) else "forward" if any(heads) else "none"

    @cached_property
    def is_reversed(self) -> bool:
        """Whether an edge points to where it starts."""
        return bool(_HEADS.search(self.get("startArrow", "none"))) and not _HEADS.search(
            self.get("endArrow", "classic")
        )

    @cached_property
    def look(self) -> Look | None:
        """The colours that the file states; None when it leaves them to us, or when no label could be read on them."""
        fill, stroke = (_HEX.search(self.get(key)) for key in ("fillColor", "strokeColor"))
        if not (fill or stroke or self.get("fillColor") == "none") or (fill and _is_dark(fill[0])):
            return None
        filled = fill[0].lower() if fill else "transparent" if self.get("fillColor") == "none" else "#ffffff"
        is_bare = self.get("strokeColor") == "none"
        line = stroke[0].lower() if stroke else "transparent" if is_bare else "#1e1e1e"
        return Look(stroke=line, fill=filled, dashed=self.has("dashed"))


@lru_cache(maxsize=1024)
def style_of(text: str) -> Style:
    """The style that a text states: many cells of a page state the same."""
    return Style(text)


def _is_dark(colour: str) -> bool:
    """Tell whether black letters are hard to read on a colour (weights of ITU-R BT.601)."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < _DARK


_DARK = 110
_NAMED_FORMS = frozenset(
    {"ellipse", "rhombus", "cloud", "actor", "cylinder", "umlActor", "line", "hexagon", "triangle"}
)
