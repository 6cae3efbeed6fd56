from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from whiteboard.model.errors import TooLargeError
from whiteboard.storage import pictures, sessions
from whiteboard.storage.records import Picture
from whiteboard.storage.tables import FileRow

if TYPE_CHECKING:
    from whiteboard.storage.database import Database
    from whiteboard.storage.records import Session


def picture(name: str, data: bytes = b"\x89PNG") -> Picture:
    return Picture(id=name, mime_type="image/png", data=data, created_ms=1_700_000_000_000)


def keep(database: Database, session: Session, *kept: Picture) -> None:
    with database.writing() as transaction:
        pictures.keep(transaction, session.id, kept)


def load(database: Database, session: Session, *ids: str) -> tuple[Picture, ...]:
    with database.reading() as transaction:
        return pictures.load(transaction, session.id, ids)


def test_a_picture_comes_back_as_it_was(database: Database, session: Session) -> None:
    keep(database, session, picture("p"))
    assert load(database, session, "p", "absent") == (picture("p"),)


def test_the_same_picture_is_stored_once(database: Database, session: Session) -> None:
    with database.writing() as transaction:
        other = sessions.begin(transaction, owner="eve", title="Other")
    keep(database, session, picture("p"), picture("q"))
    keep(database, other, picture("r"))
    with database.reading() as transaction:
        assert transaction.scalar(select(func.count()).select_from(FileRow)) == 1


def test_a_session_sees_only_its_own_pictures(database: Database, session: Session) -> None:
    with database.writing() as transaction:
        other = sessions.begin(transaction, owner="eve", title="Other")
    keep(database, session, picture("p"))
    assert load(database, other, "p") == ()


def test_an_id_keeps_its_first_picture(database: Database, session: Session) -> None:
    keep(database, session, picture("p"))
    keep(database, session, picture("p", b"other"))
    assert load(database, session, "p") == (picture("p"),)


def test_more_pictures_than_one_query_may_ask_for(
    database: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "BATCH", 2)
    names = ["p1", "p2", "p3", "p4", "p5"]
    keep(database, session, *map(picture, names))
    assert [p.id for p in load(database, session, *names)] == names


def test_pictures_over_the_limit_are_refused(
    database: Database, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MAX_BYTES", 1024**2)
    half = 1024**2 // 2
    keep(database, session, picture("p", b"p" * half), picture("q", b"q" * half))
    with pytest.raises(TooLargeError, match="at most 1 MB together"):
        keep(database, session, picture("r", b"r"))
    assert [p.id for p in load(database, session, "p", "q", "r")] == ["p", "q"]
