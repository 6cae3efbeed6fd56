"""The board of a session: GET the newest revision, PATCH what was drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from flask import Blueprint, Response, abort, jsonify, request

from whiteboard.formats.excalidraw import scene_from_elements
from whiteboard.storage import boards, pictures
from whiteboard.storage.boards import UnknownRevisionError
from whiteboard.web.bodies import BoardBody, json_body
from whiteboard.web.drawings import files_json, pictures_of, shown_files
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from whiteboard.storage.records import Element

blueprint = Blueprint("api_board", __name__)


@blueprint.get("/api/sessions/<token:session_id>/board")
def show(session_id: str) -> ResponseReturnValue:
    """Answer with the newest revision, or 304 when the caller has it."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        board = boards.load(transaction, session.id, session.revision)
        shown = pictures.load(transaction, session.id, shown_files(board.elements))
    body = {"revision": board.revision, "elements": board.elements, "files": files_json(shown)}
    return _answer(body, board.revision).make_conditional(request)


@blueprint.patch("/api/sessions/<token:session_id>/board")
def save(session_id: str) -> Response:
    """Merge what was drawn since the revision in If-Match, store it, then answer with what the caller lacks."""
    base = _base_revision()
    with services().database.reading() as transaction:
        own_session(transaction, session_id)
    body = json_body(BoardBody)
    elements = cast("list[Element]", body.elements)
    scene_from_elements(elements)
    sent = pictures_of(body.files)
    with services().database.writing() as transaction:
        try:
            saved = boards.save(transaction, session_id, elements, base=base)
        except UnknownRevisionError:
            abort(412, "this board has no such revision: load it again")
        pictures.keep(transaction, session_id, sent)
        lacking = pictures.load(transaction, session_id, shown_files(saved.elements) - body.files.keys())
    return _answer(_merged(saved.revision, saved.elements) | {"files": files_json(lacking)}, saved.revision)


def _merged(revision: int, elements: Sequence[Element]) -> dict[str, Any]:
    return {"revision": revision, "merged": bool(elements), "elements": elements}


def _answer(body: dict[str, Any], revision: int) -> Response:
    response = jsonify(body)
    response.set_etag(str(revision))
    return response


def _base_revision() -> int:
    """Return the revision in If-Match. A proxy that compresses may have made the tag a weak one."""
    header = request.headers.get("If-Match")
    if header is None:
        abort(428, 'a save needs the header If-Match with the revision it was drawn on, such as "7"')
    match = re.fullmatch(r'(?:W/)?"(\d{1,9})"', header.strip(), re.ASCII)
    if match is None:
        abort(400, 'the header If-Match must be one revision in quotes, such as "7"')
    return int(match[1])
