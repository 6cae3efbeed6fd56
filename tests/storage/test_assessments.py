from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import IntegrityError

from whiteboard.storage import assessments, boards

if TYPE_CHECKING:
    from whiteboard.storage.database import Database
    from whiteboard.storage.records import Session, StoredAssessment


def keep(database: Database, session: Session, revision: int, result: dict[str, Any]) -> tuple[StoredAssessment, bool]:
    with database.writing() as transaction:
        return assessments.keep(transaction, session.id, revision, result)


def test_the_same_verdict_of_a_revision_is_one_assessment(database: Database, session: Session) -> None:
    first, first_is_new = keep(database, session, 0, {"findings": [], "engine": "1"})
    second, second_is_new = keep(database, session, 0, {"engine": "1", "findings": []})
    assert (first_is_new, second_is_new) == (True, False)
    assert second == first


def test_another_engine_gives_another_assessment(database: Database, session: Session) -> None:
    first, _ = keep(database, session, 0, {"engine": "1"})
    second, _ = keep(database, session, 0, {"engine": "2"})
    assert second.id != first.id


def test_an_assessment_is_found_in_its_session_alone(database: Database, session: Session) -> None:
    stored, _ = keep(database, session, 0, {"engine": "1"})
    with database.reading() as transaction:
        assert assessments.find(transaction, session.id, stored.id) == stored
        assert assessments.find(transaction, "another", stored.id) is None


def test_the_latest_is_that_of_the_newest_revision(database: Database, session: Session) -> None:
    with database.writing() as transaction:
        boards.save(transaction, session.id, [{"id": "a"}], base=0)
    newest, _ = keep(database, session, 1, {"engine": "1"})
    keep(database, session, 0, {"engine": "1"})
    with database.reading() as transaction:
        assert assessments.latest(transaction, session.id) == newest


def test_there_may_be_no_latest(database: Database, session: Session) -> None:
    with database.reading() as transaction:
        assert assessments.latest(transaction, session.id) is None


def test_an_assessment_needs_its_revision(database: Database, session: Session) -> None:
    with pytest.raises(IntegrityError):
        keep(database, session, 7, {"engine": "1"})
