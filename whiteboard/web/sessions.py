"""The page of a session: the board with the prompt beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template
from flask_wtf.csrf import generate_csrf

from whiteboard.storage import assessments
from whiteboard.web.api.catalog import kinds_json
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario
    from whiteboard.storage.records import Session

blueprint = Blueprint("sessions", __name__)


@blueprint.get("/sessions/<token:session_id>")
def show(session_id: str) -> str:
    """Show the board of a session."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        assessed = assessments.exist(transaction, session.id)
    scenario = services().library.scenarios.get(session.scenario_id or "")
    config = _config(session, scenario) | {"assessed": assessed}
    return render_template("session.html", session=session, scenario=scenario, config=config)


def _config(session: Session, scenario: Scenario | None) -> dict[str, Any]:
    """What the board's scripts start with."""
    return {
        "session": {"id": session.id, "title": session.title},
        "scenario": _scenario_json(scenario) if scenario else None,
        "csrf": generate_csrf(),
        "api": f"/api/sessions/{session.id}",
        "revision": session.revision,
        "kinds": kinds_json(services().catalog),
    }


def _scenario_json(scenario: Scenario) -> dict[str, Any]:
    shown = scenario.model_dump(include={"id", "title", "level", "minutes", "prompt"})
    return shown | {"requirements": [requirement.model_dump() for requirement in scenario.requirements]}
