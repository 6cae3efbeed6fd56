"""A fix as plain values: each edit names its kind under `edit`, then its fields by their names."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

if TYPE_CHECKING:
    from whiteboard.model.fix import Fix

EDITS: dict[type[Edit], str] = {
    AddComponent: "add_component",
    Connect: "connect",
    Disconnect: "disconnect",
    Reroute: "reroute",
    Replicate: "replicate",
}
"""What each edit is called."""


def fix_json(fix: Fix | None) -> dict[str, Any] | None:
    """The summary and the edits in their order; None stays None."""
    if fix is None:
        return None
    return {"summary": fix.summary, "edits": [{"edit": EDITS[type(edit)], **asdict(edit)} for edit in fix.edits]}
