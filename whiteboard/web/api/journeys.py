"""Which way the person says a journey takes: list it, tell it, take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort

from whiteboard.checks.told import is_drawn
from whiteboard.graph import Graph
from whiteboard.model.errors import InputError, Problem
from whiteboard.storage import journeys
from whiteboard.web.api.reading import load_revision, read_board
from whiteboard.web.bodies import JourneyBody, json_body
from whiteboard.web.owner import own_session
from whiteboard.web.services import services

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flask.typing import ResponseReturnValue

    from whiteboard.storage.records import Session

blueprint = Blueprint("api_journeys", __name__, url_prefix="/api/sessions/<token:session_id>/journeys")


@blueprint.get("")
def show(session_id: str) -> ResponseReturnValue:
    """Answer with the walks that were told, by journey."""
    with services().database.reading() as transaction:
        told = journeys.told(transaction, own_session(transaction, session_id).id)
    return {"journeys": told}


@blueprint.put("/<journey_id>")
def tell(session_id: str, journey_id: str) -> ResponseReturnValue:
    """Say which components a journey passes, in place of what was said before: 201, or 200 where anything was."""
    with services().database.reading() as transaction:
        session = own_session(transaction, session_id)
        if not _is_stated(session, journey_id):
            abort(404, "neither the scenario nor a house rule knows such a journey")
        body = json_body(JourneyBody)
        board = load_revision(transaction, session, body.revision)
    graph = Graph(read_board(board).architecture, services().catalog)
    if problems := [Problem(message=fault, where=where) for where, fault in _faults(body.walk, graph)]:
        raise InputError(problems)
    with services().database.writing() as transaction:
        new = journeys.tell(transaction, session.id, journey_id, body.walk)
    return {"journey_id": journey_id, "walk": body.walk}, 201 if new else 200


@blueprint.delete("/<journey_id>")
def withdraw(session_id: str, journey_id: str) -> ResponseReturnValue:
    """Let the journey be found by labels, roles and directions again."""
    with services().database.writing() as transaction:
        session = own_session(transaction, session_id)
        was_told = journeys.withdraw(transaction, session.id, journey_id)
    return ("", 204) if was_told else abort(404, "nothing was told of this journey")


def _is_stated(session: Session, journey_id: str) -> bool:
    """Whether the scenario of the session or a house rule has such a journey."""
    return any(journey_id in one.journeys for one in services().rules(session.scenario_id))


def _faults(walk: Sequence[str], graph: Graph) -> Iterator[tuple[str, str]]:
    """Where a walk is not one of the board's, and why."""
    before: str | None = None
    for number, component in enumerate(walk):
        where = f"walk[{number}]"
        if component not in graph.architecture.component:
            yield where, f"{where} is no component of the board"
        elif component in walk[:number]:
            yield where, f"{where} is on the way already"
        elif before in graph.architecture.component and not is_drawn((before, component), graph):
            yield where, f"{where} is not joined to walk[{number - 1}]"
        before = component
