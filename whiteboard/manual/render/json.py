"""A page of the manual as JSON, with the fields of its value by their names."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

if TYPE_CHECKING:
    from whiteboard.manual.pages import Page


def render_json(page: Page) -> str:
    """The page as indented JSON."""
    return json.dumps(asdict(page), ensure_ascii=False, indent=2, default=_plain)


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else str(value)
