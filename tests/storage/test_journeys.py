from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.storage import journeys

if TYPE_CHECKING:
    from whiteboard.storage.database import Database
    from whiteboard.storage.records import Session


def test_what_is_told_of_a_journey_takes_the_place_of_what_was_told(database: Database, session: Session) -> None:
    with database.writing() as transaction:
        new = [journeys.tell(transaction, session.id, "read", walk) for walk in (["a", "b"], ["a", "c"])]
        journeys.tell(transaction, session.id, "browse", ["d", "a"])
    assert new == [True, False]
    with database.reading() as transaction:
        told = journeys.told(transaction, session.id)
        assert journeys.told(transaction, "another") == {}
    assert list(told.items()) == [("browse", ("d", "a")), ("read", ("a", "c"))]


def test_what_was_told_can_be_taken_back_once(database: Database, session: Session) -> None:
    with database.writing() as transaction:
        journeys.tell(transaction, session.id, "read", ["a", "b"])
        assert [journeys.withdraw(transaction, session.id, "read") for _ in range(2)] == [True, False]
        assert journeys.told(transaction, session.id) == {}
