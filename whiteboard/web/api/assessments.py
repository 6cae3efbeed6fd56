"""Assessments of a session: make one of a revision, show one again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, abort, url_for

from whiteboard.feedback import assess, with_fixes
from whiteboard.feedback.render.json import assessment_json
from whiteboard.storage import assessments, disputes, journeys
from whiteboard.web.api.reading import load_revision, read_board
from whiteboard.web.bodies import AssessmentBody, json_body
from whiteboard.web.designs import is_about, meant_design, one_design
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from whiteboard.model.scenario import Scenario
    from whiteboard.storage.records import Session, StoredAssessment

blueprint = Blueprint("api_assessments", __name__, url_prefix="/api/sessions/<token:session_id>/assessments")


@blueprint.post("")
def make(session_id: str) -> ResponseReturnValue:
    """Assess a revision, or one design of it: 201, or 200 with the assessment that was made before and still holds."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        body = json_body(AssessmentBody)
        board = load_revision(transaction, session, body.revision)
        said, told = disputes.of_session(transaction, session.id), journeys.told(transaction, session.id)
    reading = read_board(board)
    design = body.design if "design" in body.model_fields_set else meant_design(reading, session.design)
    one = one_design(reading, design)
    scenario, catalog = _scenario(session), services().catalog
    given = assess(
        one,
        scenario,
        catalog,
        disputes=[dispute for dispute in said if is_about(dispute.component_ids, one, reading)],
        told={journey: walk for journey, walk in told.items() if is_about(walk, one, reading)},
    )
    result = assessment_json(with_fixes(given, scenario, catalog))
    with services().database.writing() as transaction:
        stored, new = assessments.keep(transaction, session.id, body.revision, result, design)
    url = url_for(".show", session_id=session.id, assessment_id=stored.id)
    return _json(stored), 201 if new else 200, {"Location": url}


@blueprint.get("/latest")
def show_latest(session_id: str) -> ResponseReturnValue:
    """Answer with the assessment of the newest revision that has one."""
    with services().database.reading() as transaction:
        stored = assessments.latest(transaction, own_session(transaction, session_id).id)
    return _json(stored) if stored else abort(404, "nothing in this session has been assessed yet")


@blueprint.get("/<token:assessment_id>")
def show(session_id: str, assessment_id: str) -> ResponseReturnValue:
    """Answer with an assessment as it was given."""
    with services().database.reading() as transaction:
        stored = assessments.find(transaction, own_session(transaction, session_id).id, assessment_id)
    return _json(stored) if stored else abort(404, "this session has no such assessment")


def _scenario(session: Session) -> Scenario | None:
    if session.scenario_id is None:
        return None
    scenario = services().library.scenarios.get(session.scenario_id)
    if scenario is None:
        abort(409, f"the scenario {session.scenario_id} of this session is no longer in the library")
    return scenario


def _json(stored: StoredAssessment) -> dict[str, Any]:
    return {"id": stored.id, "revision": stored.revision, "design": stored.design, "assessment": stored.result}
