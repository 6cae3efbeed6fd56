"""GET /api/sessions/<id>/reading: what the service understands of the newest revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.reading import read
from whiteboard.reading.render import reading_json
from whiteboard.storage import boards
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from whiteboard.model.architecture import Reading
    from whiteboard.storage.records import Board

blueprint = Blueprint("api_reading", __name__)


@blueprint.get("/api/sessions/<token:session_id>/reading")
def show(session_id: str) -> ResponseReturnValue:
    """Answer with the reading and the revision it was made of."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        board = boards.load(transaction, session.id, session.revision)
    return {"revision": board.revision, "reading": reading_json(read_board(board))}


def read_board(board: Board) -> Reading:
    """Read a stored board."""
    return read(scene_from_elements(board.elements), services().catalog)
