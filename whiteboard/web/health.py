"""GET /health: whether the server can do its work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint
from sqlalchemy import text

from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def show() -> ResponseReturnValue:
    """Answer once the database answers."""
    with services().database.reading() as transaction:
        transaction.execute(text("SELECT 1"))
    return {"status": "ok"}
