"""The gallery: every scenario to begin with, and the person's own sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, redirect, render_template, request, url_for

from whiteboard.storage import sessions
from whiteboard.web.begin import begin_session
from whiteboard.web.owner import owner
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from whiteboard.storage.records import Session

blueprint = Blueprint("gallery", __name__)


@blueprint.get("/")
def show() -> str:
    """Show the gallery."""
    with services().database.reading() as transaction:
        own = sessions.of_owner(transaction, owner())
    scenarios = list(services().library.scenarios.values())
    return render_template("gallery.html", scenarios=scenarios, sessions=[_line(session) for session in own])


@blueprint.post("/sessions")
def begin() -> ResponseReturnValue:
    """Begin a session with the chosen scenario and go to its board."""
    session = begin_session(request.form.get("scenario_id", ""))
    return redirect(url_for("sessions.show", session_id=session.id), 303)


def _line(session: Session) -> dict[str, Any]:
    scenario = services().library.scenarios.get(session.scenario_id or "")
    return {
        "id": session.id,
        "title": session.title,
        "scenario_title": scenario.title if scenario else None,
        "updated_at": session.updated_at,
    }
