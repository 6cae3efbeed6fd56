"""Sessions: begin one, find one, list a person's own."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from whiteboard.storage.reconcile import reconcile
from whiteboard.storage.records import Session
from whiteboard.storage.tables import TITLE_LENGTH, RevisionRow, SessionRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import orm

    from whiteboard.storage.records import Element


def new_id() -> str:
    """Return an id nobody can guess: 128 random bits."""
    return secrets.token_urlsafe(16)


def begin(
    transaction: orm.Session,
    *,
    owner: str,
    title: str,
    scenario_id: str | None = None,
    elements: Iterable[Element] = (),
) -> Session:
    """Store a new session whose revision 0 is the given board, and return it."""
    now = datetime.now(UTC)
    row = SessionRow(
        id=new_id(),
        owner=owner,
        title=title[:TITLE_LENGTH],
        scenario_id=scenario_id,
        revision=0,
        created_at=now,
        updated_at=now,
    )
    transaction.add(row)
    transaction.flush()
    first = reconcile(elements, ())
    transaction.add(RevisionRow(session_id=row.id, number=0, delta=first, keyframe=None, created_at=now))
    return _record(row)


def find(transaction: orm.Session, session_id: str, *, owner: str) -> Session | None:
    """Return the session, or None when there is none with this id that belongs to `owner`."""
    row = transaction.scalar(select(SessionRow).where(SessionRow.id == session_id, SessionRow.owner == owner))
    return None if row is None else _record(row)


def of_owner(transaction: orm.Session, owner: str, *, limit: int = 50) -> tuple[Session, ...]:
    """Return a person's newest sessions, the last used first."""
    query = select(SessionRow).where(SessionRow.owner == owner)
    rows = transaction.scalars(query.order_by(SessionRow.updated_at.desc(), SessionRow.id).limit(limit))
    return tuple(map(_record, rows))


def choose_design(transaction: orm.Session, session_id: str, components: Sequence[str] | None) -> None:
    """Remember the design that is meant by its components; None for the whole board. Needs a writing transaction."""
    row = transaction.get_one(SessionRow, session_id, with_for_update=True)
    row.design = None if components is None else list(components)


def _record(row: SessionRow) -> Session:
    return Session(
        id=row.id,
        owner=row.owner,
        title=row.title,
        scenario_id=row.scenario_id,
        revision=row.revision,
        created_at=row.created_at,
        updated_at=row.updated_at,
        design=None if row.design is None else tuple(row.design),
    )
