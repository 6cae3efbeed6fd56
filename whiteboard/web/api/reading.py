"""GET /api/sessions/<id>/reading: what the service understands of the newest revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.model.errors import InputError, Problem
from whiteboard.reading import read
from whiteboard.reading.render import reading_json
from whiteboard.storage import boards
from whiteboard.storage.boards import UnknownRevisionError
from whiteboard.web.designs import meant_design
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from sqlalchemy import orm

    from whiteboard.model.architecture import Reading
    from whiteboard.storage.records import Board, Session

blueprint = Blueprint("api_reading", __name__)


@blueprint.get("/api/sessions/<token:session_id>/reading")
def show(session_id: str) -> ResponseReturnValue:
    """Answer with the reading, the revision it was made of, and which of its designs is chosen."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        board = boards.load(transaction, session.id, session.revision)
    reading = read_board(board)
    design = meant_design(reading, session.design)
    return {"revision": board.revision, "reading": reading_json(reading), "design": design}


def load_revision(transaction: orm.Session, session: Session, revision: int) -> Board:
    """Return a revision of a session's board. Raises InputError when it never was."""
    try:
        return boards.load(transaction, session.id, revision)
    except UnknownRevisionError:
        message = f"the board has no revision {revision}, its newest is {session.revision}"
        raise InputError(Problem(message=message, where="revision")) from None


def read_board(board: Board) -> Reading:
    """Read a stored board."""
    return read(scene_from_elements(board.elements), services().catalog)
