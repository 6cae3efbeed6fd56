"""Begin a session: the page's form and the API do the same."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from whiteboard.storage import pictures, sessions
from whiteboard.web.owner import owner
from whiteboard.web.services import services

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario
    from whiteboard.storage.records import Session
    from whiteboard.web.drawings import Drawing

FREE_BOARD = "Free board"


def begin_session(scenario_id: str, drawing: Drawing | None = None) -> Session:
    """Store a new session of the person asking; no scenario is a free board. Raises InputError for an unknown one."""
    scenario = services().library.find(scenario_id) if scenario_id else None
    with services().database.writing() as transaction:
        session = sessions.begin(
            transaction,
            owner=owner(),
            title=_title(scenario, drawing),
            scenario_id=scenario.id if scenario else None,
            elements=drawing.elements if drawing else (),
        )
        pictures.keep(transaction, session.id, drawing.pictures if drawing else ())
    return session


def _title(scenario: Scenario | None, drawing: Drawing | None) -> str:
    if scenario:
        return scenario.title
    return (PurePath(drawing.name).stem if drawing else "") or FREE_BOARD
