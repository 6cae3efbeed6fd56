"""A board as an Excalidraw file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SOURCE = "whiteboard"
"""The program that a file names as its writer."""


def excalidraw_of(elements: Sequence[Mapping[str, Any]], files: Mapping[str, Any] | None = None) -> str:
    """Write the elements of a board that are there, and their pictures, as Excalidraw writes its files."""
    document = {
        "type": "excalidraw",
        "version": 2,
        "source": SOURCE,
        "elements": [element for element in elements if element.get("isDeleted") is not True],
        "appState": {"gridSize": 20, "gridStep": 5, "gridModeEnabled": False, "viewBackgroundColor": "#ffffff"},
        "files": files or {},
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
