"""Journeys as a person tells them: the components that one passes on their board, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from whiteboard.storage.tables import JourneyRow, SessionRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import orm


def told(transaction: orm.Session, session_id: str) -> dict[str, tuple[str, ...]]:
    """Return the journeys that were told in a session, by their ids."""
    query = select(JourneyRow).where(JourneyRow.session_id == session_id).order_by(JourneyRow.journey_id)
    return {row.journey_id: tuple(row.walk) for row in transaction.scalars(query)}


def tell(transaction: orm.Session, session_id: str, journey_id: str, walk: Sequence[str]) -> bool:
    """Store a journey in place of what was told of it before; tells whether nothing was.

    Needs a writing transaction.
    """
    transaction.get_one(SessionRow, session_id, with_for_update=True)
    was_told = withdraw(transaction, session_id, journey_id)
    transaction.add(JourneyRow(session_id=session_id, journey_id=journey_id, walk=list(walk)))
    return not was_told


def withdraw(transaction: orm.Session, session_id: str, journey_id: str) -> bool:
    """Forget what was told of a journey; tells whether anything was. Needs a writing transaction."""
    of_journey = (JourneyRow.session_id == session_id, JourneyRow.journey_id == journey_id)
    gone = transaction.scalars(delete(JourneyRow).where(*of_journey).returning(JourneyRow.journey_id)).all()
    return bool(gone)
