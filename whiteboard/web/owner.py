"""Who is asking: a random id in the signed cookie, until sign-in exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, session

from whiteboard.storage import sessions
from whiteboard.storage.sessions import new_id

if TYPE_CHECKING:
    from sqlalchemy import orm

    from whiteboard.storage.records import Session

KEY = "owner"


def owner() -> str:
    """Return the id of the person asking, a new one on the first visit."""
    if KEY not in session:
        session[KEY] = new_id()
        session.permanent = True
    return str(session[KEY])


def own_session(transaction: orm.Session, session_id: str) -> Session:
    """Return a session of the person asking; answer 404 for any other, existing or not."""
    found = sessions.find(transaction, session_id, owner=owner())
    if found is None:
        abort(404, "there is no such session, or it is somebody else's")
    return found
