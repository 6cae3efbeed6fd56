"""GET /api/sessions/<id>/export: the board in another format, as a file."""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING

from flask import Blueprint, request, send_file

from whiteboard.formats.export import FORMATS, Drawn
from whiteboard.model.errors import InputError, Problem
from whiteboard.storage import boards, pictures
from whiteboard.web.api.reading import read_board
from whiteboard.web.drawings import files_json, shown_files
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask import Response

    from whiteboard.formats.export import Format

blueprint = Blueprint("api_export", __name__)


@blueprint.get("/api/sessions/<token:session_id>/export")
def export(session_id: str) -> Response:
    """Answer with the newest revision as a file in the format of `?format=`."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        format_ = _format(request.args.get("format", ""))
        board = boards.load(transaction, session.id, session.revision)
        shown = pictures.load(transaction, session.id, shown_files(board.elements))
    there = [element for element in board.elements if not element.get("isDeleted")]
    drawn = Drawn(elements=there, files=files_json(shown), reading=lambda: read_board(board))
    name = PurePath(session.title.replace("/", " ")).name or "board"
    return send_file(
        BytesIO(format_.write(drawn)),
        mimetype=format_.media_type,
        as_attachment=True,
        download_name=f"{name}{format_.suffix}",
        max_age=0,
    )


def _format(name: str) -> Format:
    if name not in FORMATS:
        message = f"format must be one of {', '.join(FORMATS)}"
        raise InputError(Problem(message=message, where="format"))
    return FORMATS[name]
