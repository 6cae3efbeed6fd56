"""The board of a session: read any revision of it, save onto the newest."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from whiteboard.formats.diagram import MAX_ELEMENTS
from whiteboard.model.errors import Problem, TooLargeError
from whiteboard.storage.reconcile import changes, reconcile, replay
from whiteboard.storage.records import Board, Saved
from whiteboard.storage.tables import RevisionRow, SessionRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import orm

    from whiteboard.storage.records import Element

KEYFRAME_EVERY = 20
"""Reading a revision lays at most this many deltas over a keyframe."""


class UnknownRevisionError(LookupError):
    """The session has no revision of this number."""


def load(transaction: orm.Session, session_id: str, revision: int) -> Board:
    """Return a revision of the board. Raises UnknownRevisionError."""
    of_session = RevisionRow.session_id == session_id
    start = transaction.scalar(
        select(func.max(RevisionRow.number)).where(
            of_session, RevisionRow.number <= revision, RevisionRow.keyframe.is_not(None)
        )
    )
    keyframe: Sequence[Element] | None = None
    if start is not None:
        keyframe = transaction.scalar(select(RevisionRow.keyframe).where(of_session, RevisionRow.number == start))
    after = -1 if start is None else start
    deltas = _deltas(transaction, session_id, after=after, until=revision)
    if after + len(deltas) != revision or revision < 0:
        raise UnknownRevisionError(revision)
    return Board(revision=revision, elements=replay(keyframe or (), deltas))


def save(transaction: orm.Session, session_id: str, incoming: Iterable[Element], *, base: int) -> Saved:
    """Merge elements that were drawn on revision `base` into the newest revision.

    Needs a writing transaction. Nothing is stored when nothing changes, so a save may be repeated.
    Raises UnknownRevisionError for a base that never was, TooLargeError when the board grows over its limit.
    """
    row = transaction.get_one(SessionRow, session_id, with_for_update=True)
    if not 0 <= base <= row.revision:
        raise UnknownRevisionError(base)
    stored = load(transaction, session_id, row.revision).elements
    sent = {element["id"]: element for element in incoming}
    merged = reconcile(stored, sent.values())
    _check_size(merged)
    missed = {e["id"] for delta in _deltas(transaction, session_id, after=base, until=row.revision) for e in delta}
    delta = changes(stored, merged)
    if delta:
        _append(transaction, row, delta, merged)
    lacking = [e for e in merged if (e["id"] in missed or e["id"] in sent) and sent.get(e["id"]) != e]
    return Saved(revision=row.revision, elements=tuple(lacking))


def _append(transaction: orm.Session, row: SessionRow, delta: list[Element], board: list[Element]) -> None:
    row.revision += 1
    row.updated_at = datetime.now(UTC)
    keyframe = board if row.revision % KEYFRAME_EVERY == 0 else None
    transaction.add(
        RevisionRow(session_id=row.id, number=row.revision, delta=delta, keyframe=keyframe, created_at=row.updated_at)
    )


def _deltas(transaction: orm.Session, session_id: str, *, after: int, until: int) -> Sequence[list[Element]]:
    query = select(RevisionRow.delta).where(
        RevisionRow.session_id == session_id, RevisionRow.number > after, RevisionRow.number <= until
    )
    return transaction.scalars(query.order_by(RevisionRow.number)).all()


def _check_size(elements: list[Element]) -> None:
    """Tombstones count: they are stored and sent like any other."""
    if len(elements) > MAX_ELEMENTS:
        message = f"a board holds at most {MAX_ELEMENTS:,} elements, this one would hold {len(elements):,}"
        raise TooLargeError(Problem(message=message, where="elements"))
