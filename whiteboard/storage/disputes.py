"""What a person disputes on a board: one dispute for each check."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.storage.tables import DisputeRow, SessionRow

if TYPE_CHECKING:
    from sqlalchemy import orm


def of_session(transaction: orm.Session, session_id: str) -> tuple[Dispute, ...]:
    """Return the disputes of a session, the oldest first."""
    query = select(DisputeRow).where(DisputeRow.session_id == session_id)
    rows = transaction.scalars(query.order_by(DisputeRow.created_at, DisputeRow.source, DisputeRow.check_id))
    return tuple(map(_record, rows))


def keep(transaction: orm.Session, session_id: str, dispute: Dispute) -> bool:
    """Store a dispute in place of an earlier one of the same check; tells whether there was none.

    Needs a writing transaction.
    """
    transaction.get_one(SessionRow, session_id, with_for_update=True)
    was_there = withdraw(transaction, session_id, dispute.source, dispute.check_id)
    transaction.add(
        DisputeRow(
            session_id=session_id,
            source=dispute.source,
            check_id=dispute.check_id,
            kind=str(dispute.kind),
            because=dispute.because,
            component_ids=list(dispute.component_ids),
            created_at=datetime.now(UTC),
        )
    )
    return not was_there


def withdraw(transaction: orm.Session, session_id: str, source: str, check_id: str) -> bool:
    """Forget the dispute of a check; tells whether there was one. Needs a writing transaction."""
    of_check = (DisputeRow.session_id == session_id, DisputeRow.source == source, DisputeRow.check_id == check_id)
    gone = transaction.scalars(delete(DisputeRow).where(*of_check).returning(DisputeRow.check_id)).all()
    return bool(gone)


def _record(row: DisputeRow) -> Dispute:
    return Dispute(
        source=row.source,
        check_id=row.check_id,
        kind=DisputeKind(row.kind),
        because=row.because,
        component_ids=tuple(row.component_ids),
    )
