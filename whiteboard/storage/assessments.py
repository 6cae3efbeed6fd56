"""Assessments as they were given: kept with their revision, so that a report can be shown again."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from whiteboard.storage.records import StoredAssessment
from whiteboard.storage.sessions import new_id
from whiteboard.storage.tables import AssessmentRow, SessionRow

if TYPE_CHECKING:
    from sqlalchemy import orm


def keep(
    transaction: orm.Session,
    session_id: str,
    revision: int,
    result: dict[str, Any],
    design: int | None = None,
) -> tuple[StoredAssessment, bool]:
    """Store an assessment of a revision, or of one of its designs, and return it, and whether it is new.

    Assessing is deterministic: the same revision, design, scenario and engine give the same result,
    and the same result of a revision is one assessment. Needs a writing transaction.
    """
    now = datetime.now(UTC)
    transaction.get_one(SessionRow, session_id, with_for_update=True)
    digest = sha256(json.dumps(result, sort_keys=True).encode()).hexdigest()
    known = transaction.scalar(
        select(AssessmentRow).where(
            AssessmentRow.session_id == session_id,
            AssessmentRow.revision == revision,
            AssessmentRow.digest == digest,
        )
    )
    if known is not None:
        known.given_at = now
        return _record(known), False
    row = AssessmentRow(
        id=new_id(),
        session_id=session_id,
        revision=revision,
        design=design,
        digest=digest,
        result=result,
        created_at=now,
        given_at=now,
    )
    transaction.add(row)
    return _record(row), True


def find(transaction: orm.Session, session_id: str, assessment_id: str) -> StoredAssessment | None:
    """Return an assessment of the session, or None."""
    query = select(AssessmentRow).where(AssessmentRow.session_id == session_id, AssessmentRow.id == assessment_id)
    return _record_or_none(transaction.scalar(query))


def latest(transaction: orm.Session, session_id: str) -> StoredAssessment | None:
    """Return the assessment that was given last of the newest revision that has one, or None."""
    query = select(AssessmentRow).where(AssessmentRow.session_id == session_id)
    newest = query.order_by(AssessmentRow.revision.desc(), AssessmentRow.given_at.desc()).limit(1)
    return _record_or_none(transaction.scalar(newest))


def exist(transaction: orm.Session, session_id: str) -> bool:
    """Tell whether anything in the session has been assessed."""
    query = select(AssessmentRow.id).where(AssessmentRow.session_id == session_id).limit(1)
    return transaction.scalar(query) is not None


def _record_or_none(row: AssessmentRow | None) -> StoredAssessment | None:
    return None if row is None else _record(row)


def _record(row: AssessmentRow) -> StoredAssessment:
    return StoredAssessment(
        id=row.id,
        session_id=row.session_id,
        revision=row.revision,
        created_at=row.created_at,
        result=row.result,
        design=row.design,
    )
