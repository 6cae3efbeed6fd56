"""POST /api/drawings: check a dropped file without storing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, request

from whiteboard.model.errors import InputError, Problem
from whiteboard.web.bodies import check_form
from whiteboard.web.drawings import files_json, origin_json, uploaded_drawing

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("api_drawings", __name__)


@blueprint.post("/api/drawings")
def check() -> ResponseReturnValue:
    """Answer with the elements and pictures of the file, or with all that is wrong with it."""
    check_form(texts={"page"}, files={"file"})
    upload = request.files.get("file")
    if upload is None:
        raise InputError(Problem(message="no file was sent", where="file", hint="send it as the form field `file`"))
    drawing = uploaded_drawing(upload, request.form.get("page", ""))
    return {
        "elements": list(drawing.elements),
        "files": files_json(drawing.pictures),
        **origin_json(drawing),
    }
