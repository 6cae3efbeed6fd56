"""POST /api/sessions: begin a session, from a file or an empty board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, request, url_for

from whiteboard.web.begin import begin_session
from whiteboard.web.bodies import check_form
from whiteboard.web.drawings import Drawing, origin_json, uploaded_drawing

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

blueprint = Blueprint("api_sessions", __name__)


@blueprint.post("/api/sessions")
def begin() -> ResponseReturnValue:
    """Begin a session; a form with `scenario_id` (empty: a free board) and, if wished, a `file` or one `page` of it."""
    check_form(texts={"scenario_id", "page"}, files={"file"})
    upload = request.files.get("file")
    drawing = uploaded_drawing(upload, request.form.get("page", "")) if upload else Drawing(name="")
    session = begin_session(request.form.get("scenario_id", ""), drawing)
    url = url_for("sessions.show", session_id=session.id)
    created: dict[str, Any] = {"id": session.id, "url": url, **origin_json(drawing)}
    return created, 201, {"Location": url}
