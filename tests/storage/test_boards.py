from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from whiteboard.model.errors import TooLargeError
from whiteboard.storage import boards, sessions
from whiteboard.storage.boards import KEYFRAME_EVERY, UnknownRevisionError
from whiteboard.storage.tables import RevisionRow

if TYPE_CHECKING:
    from whiteboard.storage.database import Database
    from whiteboard.storage.records import Board, Saved, Session


def box(name: str, version: int = 1, **more: Any) -> dict[str, Any]:
    return {"id": name, "version": version, "versionNonce": 1, "index": f"a{name}", **more}


def save(database: Database, session: Session, base: int, *elements: dict[str, Any]) -> Saved:
    with database.writing() as transaction:
        return boards.save(transaction, session.id, elements, base=base)


def load(database: Database, session: Session, revision: int) -> Board:
    with database.reading() as transaction:
        return boards.load(transaction, session.id, revision)


def test_a_new_board_is_revision_zero(database: Database, session: Session) -> None:
    assert load(database, session, 0).elements == []


def test_a_save_makes_the_next_revision(database: Database, session: Session) -> None:
    assert save(database, session, 0, box("a")).revision == 1
    assert load(database, session, 1).elements == [box("a")]


def test_old_revisions_stay(database: Database, session: Session) -> None:
    save(database, session, 0, box("a"))
    save(database, session, 1, box("a", 2), box("b"))
    assert load(database, session, 1).elements == [box("a")]
    assert load(database, session, 2).elements == [box("a", 2), box("b")]


def test_every_revision_can_be_read_across_keyframes(database: Database, session: Session) -> None:
    count = 2 * KEYFRAME_EVERY + 3
    for version in range(1, count + 1):
        save(database, session, version - 1, box("a", version), box(f"b{version}"))
    for revision in range(1, count + 1):
        board = load(database, session, revision)
        assert len(board.elements) == revision + 1
        assert board.elements[0] == box("a", revision)


def test_keyframes_are_as_rare_as_stated(database: Database, session: Session) -> None:
    for version in range(1, 2 * KEYFRAME_EVERY + 2):
        save(database, session, version - 1, box("a", version))
    with database.reading() as transaction:
        rows = transaction.query(RevisionRow).filter(RevisionRow.keyframe.is_not(None)).all()
    assert [row.number for row in rows] == [KEYFRAME_EVERY, 2 * KEYFRAME_EVERY]


def test_saving_what_is_there_makes_no_revision(database: Database, session: Session) -> None:
    save(database, session, 0, box("a"))
    again = save(database, session, 0, box("a"))
    assert (again.revision, again.elements) == (1, ())


def test_a_stale_save_merges_and_hands_over_what_the_writer_lacks(database: Database, session: Session) -> None:
    save(database, session, 0, box("a"))
    save(database, session, 1, box("b"))
    saved = save(database, session, 0, box("c"))
    assert saved.revision == 3
    assert saved.elements == (box("a"), box("b"))
    assert load(database, session, 3).elements == [box("a"), box("b"), box("c")]


def test_an_element_that_lost_is_handed_over(database: Database, session: Session) -> None:
    save(database, session, 0, box("a", 5, x=5))
    saved = save(database, session, 1, box("a", 4, x=4))
    assert (saved.revision, saved.elements) == (1, (box("a", 5, x=5),))


def test_a_deleted_element_stays_as_tombstone(database: Database, session: Session) -> None:
    save(database, session, 0, box("a"))
    save(database, session, 1, box("a", 2, isDeleted=True))
    assert save(database, session, 0, box("a")).elements == (box("a", 2, isDeleted=True),)


@pytest.mark.parametrize("base", [-1, 1, 10**9])
def test_a_base_that_never_was_is_refused(database: Database, session: Session, base: int) -> None:
    with pytest.raises(UnknownRevisionError):
        save(database, session, base, box("a"))


@pytest.mark.parametrize("revision", [-1, 1])
def test_a_revision_that_never_was_is_refused(database: Database, session: Session, revision: int) -> None:
    with pytest.raises(UnknownRevisionError):
        load(database, session, revision)


def test_a_board_over_the_limit_is_refused_and_stays(
    database: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boards, "MAX_ELEMENTS", 3)
    full = [box("a"), box("b"), box("c", isDeleted=True)]
    save(database, session, 0, *full)
    with pytest.raises(TooLargeError, match="at most 3 elements, this one would hold 4"):
        save(database, session, 1, box("d"))
    assert load(database, session, 1).elements == full


def test_a_failing_transaction_leaves_nothing(database: Database, session: Session) -> None:
    def save_twice() -> None:
        with database.writing() as transaction:
            boards.save(transaction, session.id, [box("a")], base=0)
            boards.save(transaction, session.id, [box("b")], base=99)

    with pytest.raises(UnknownRevisionError):
        save_twice()
    with database.reading() as transaction:
        assert sessions.find(transaction, session.id, owner="ada") == session


def test_what_json_has_no_word_for_is_refused(database: Database, session: Session) -> None:
    with pytest.raises(Exception, match="not JSON compliant"):
        save(database, session, 0, box("a", x=float("nan")))
    assert load(database, session, 0).elements == []


def test_writers_at_once_lose_nothing(database: Database, session: Session) -> None:
    """Each of four writers draws its own elements and all pull at a shared one, always on a stale base."""
    rounds, writers = 12, 4

    def draw(writer: int) -> None:
        for n in range(rounds):
            save(database, session, 0, box(f"{writer}-{n}"), box("shared", n + 1, x=writer))

    with ThreadPoolExecutor(writers) as pool:
        list(pool.map(draw, range(writers)))
    with database.reading() as transaction:
        newest = sessions.find(transaction, session.id, owner="ada")
    assert newest is not None
    drawn = {e["id"]: e for e in load(database, session, newest.revision).elements}
    assert drawn.keys() == {"shared", *(f"{w}-{n}" for w in range(writers) for n in range(rounds))}
    assert drawn["shared"]["version"] == rounds
