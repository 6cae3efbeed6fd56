"""PUT /api/sessions/<id>/design: which of several designs on the board is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint

from whiteboard.storage import sessions
from whiteboard.web.api.reading import load_revision, read_board
from whiteboard.web.bodies import DesignBody, json_body
from whiteboard.web.designs import one_design
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("api_design", __name__)


@blueprint.put("/api/sessions/<token:session_id>/design")
def choose(session_id: str) -> ResponseReturnValue:
    """Remember the design by the components that it has in a revision, so that it is known again when these change."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        body = json_body(DesignBody)
        board = load_revision(transaction, session, body.revision)
    components = None if body.design is None else one_design(read_board(board), body.design).designs[0]
    with services().database.writing() as transaction:
        sessions.choose_design(transaction, session.id, components)
    return {"design": body.design}
