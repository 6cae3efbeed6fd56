"""What the person says against findings: list it, dispute a finding, withdraw a dispute."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from flask import Blueprint, abort

from whiteboard.model.dispute import Dispute
from whiteboard.storage import disputes
from whiteboard.web.bodies import DisputeBody, json_body
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from whiteboard.storage.records import Session

blueprint = Blueprint("api_disputes", __name__, url_prefix="/api/sessions/<token:session_id>/disputes")


@blueprint.get("")
def show(session_id: str) -> ResponseReturnValue:
    """Answer with the disputes of the session, the oldest first."""
    with services().database.reading() as transaction:
        said = disputes.of_session(transaction, own_session(transaction, session_id).id)
    return {"disputes": [asdict(dispute) for dispute in said]}


@blueprint.put("/<source>/<check_id>")
def dispute(session_id: str, source: str, check_id: str) -> ResponseReturnValue:
    """Dispute what a check finds on this board, in place of an earlier dispute: 201, or 200 where there was one."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
    if not _is_stated(session, source, check_id):
        abort(404, "no check of that name judges this board")
    body = json_body(DisputeBody)
    about = tuple(body.component_ids)
    said = Dispute(source=source, check_id=check_id, kind=body.kind, because=body.because, component_ids=about)
    with services().database.writing() as transaction:
        new = disputes.keep(transaction, session.id, said)
    return asdict(said), 201 if new else 200


@blueprint.delete("/<source>/<check_id>")
def withdraw(session_id: str, source: str, check_id: str) -> ResponseReturnValue:
    """Withdraw a dispute, also of a check that is no more."""
    with services().database.writing() as transaction:
        session = own_session(transaction, session_id)
        was_there = disputes.withdraw(transaction, session.id, source, check_id)
    return ("", 204) if was_there else abort(404, "nothing that this check finds is disputed")


def _is_stated(session: Session, source: str, check_id: str) -> bool:
    """Whether the scenario of the session or a house rule states such a check."""
    rules = services().rules(session.scenario_id)
    return any(one.id == source and any(check.id == check_id for check in one.checks) for one in rules)
