from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whiteboard.model.dispute import Dispute, DisputeKind
from whiteboard.storage import disputes

if TYPE_CHECKING:
    from whiteboard.storage.database import Database
    from whiteboard.storage.records import Session

DISPUTE = Dispute(
    source="spof", check_id="one", kind=DisputeKind.ACCEPTED, because="Ein Prototyp.", component_ids=("a",)
)


def keep(database: Database, session: Session, dispute: Dispute) -> bool:
    with database.writing() as transaction:
        return disputes.keep(transaction, session.id, dispute)


def kept(database: Database, session_id: str) -> tuple[Dispute, ...]:
    with database.reading() as transaction:
        return disputes.of_session(transaction, session_id)


def test_disputes_are_kept_with_their_session_the_oldest_first(database: Database, session: Session) -> None:
    later = replace(DISPUTE, check_id="another", component_ids=())
    assert keep(database, session, DISPUTE)
    assert keep(database, session, later)
    assert kept(database, session.id) == (DISPUTE, later)
    assert kept(database, "another") == ()


def test_each_check_has_one_dispute(database: Database, session: Session) -> None:
    changed = replace(DISPUTE, kind=DisputeKind.NOT_APPLICABLE)
    assert [keep(database, session, one) for one in (DISPUTE, changed)] == [True, False]
    assert kept(database, session.id) == (changed,)


def test_a_dispute_can_be_withdrawn_once(database: Database, session: Session) -> None:
    keep(database, session, DISPUTE)
    with database.writing() as transaction:
        gone = [disputes.withdraw(transaction, session.id, "spof", "one") for _ in range(2)]
    assert gone == [True, False]
    assert kept(database, session.id) == ()
