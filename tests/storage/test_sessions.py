from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from whiteboard.storage import boards, sessions
from whiteboard.storage.tables import TITLE_LENGTH

if TYPE_CHECKING:
    from whiteboard.storage.database import Database
    from whiteboard.storage.records import Session


def test_a_session_is_found_by_its_owner(database: Database, session: Session) -> None:
    with database.reading() as transaction:
        assert sessions.find(transaction, session.id, owner="ada") == session


def test_a_session_is_found_by_nobody_else(database: Database, session: Session) -> None:
    with database.reading() as transaction:
        assert sessions.find(transaction, session.id, owner="eve") is None


def test_moments_are_utc(database: Database, session: Session) -> None:
    with database.reading() as transaction:
        found = sessions.find(transaction, session.id, owner="ada")
    assert found is not None
    assert found.created_at.tzinfo is UTC


def test_ids_are_long_and_differ() -> None:
    ids = {sessions.new_id() for _ in range(100)}
    assert len(ids) == 100
    assert min(map(len, ids)) >= 22


def test_own_sessions_are_listed_last_used_first(database: Database, session: Session) -> None:
    with database.writing() as transaction:
        second = sessions.begin(transaction, owner="ada", title="Second")
        sessions.begin(transaction, owner="eve", title="Not hers")
    with database.writing() as transaction:
        boards.save(transaction, session.id, [{"id": "a"}], base=0)
    with database.reading() as transaction:
        own = sessions.of_owner(transaction, "ada")
    assert [s.id for s in own] == [session.id, second.id]


def test_a_session_may_begin_with_a_drawing(database: Database) -> None:
    with database.writing() as transaction:
        begun = sessions.begin(transaction, owner="ada", title="x" * 300, elements=[{"id": "b"}, {"id": "a"}])
    with database.reading() as transaction:
        assert boards.load(transaction, begun.id, 0).elements == [{"id": "a"}, {"id": "b"}]
    assert len(begun.title) == TITLE_LENGTH
