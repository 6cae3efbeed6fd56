"""Embedded pictures: stored once by the hash of their bytes, shown by sessions under their own ids."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from whiteboard.model.errors import Problem, TooLargeError
from whiteboard.storage.records import Picture
from whiteboard.storage.tables import FileRow, SessionFileRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import orm

MAX_BYTES = 50 * 1024 * 1024
"""Of all pictures of one session together."""

BATCH = 500
"""Ids asked for in one query; databases limit how many parameters one may hold."""


def keep(transaction: orm.Session, session_id: str, pictures: Iterable[Picture]) -> None:
    """Store pictures of a session; one it already has under the same id stays as it is.

    Raises TooLargeError when the session's pictures grow over their limit.
    """
    for picture in pictures:
        digest = sha256(picture.data).hexdigest()
        _insert(transaction, FileRow, hash=digest, size=len(picture.data), data=picture.data)
        _insert(
            transaction,
            SessionFileRow,
            session_id=session_id,
            file_id=picture.id,
            file_hash=digest,
            mime_type=picture.mime_type,
            created_ms=picture.created_ms,
        )
    _check_size(transaction, session_id)


def load(transaction: orm.Session, session_id: str, ids: Collection[str]) -> tuple[Picture, ...]:
    """Return the session's pictures with these ids, by id; ids without a picture are left out."""
    wanted = sorted(ids)
    found: list[Picture] = []
    for start in range(0, len(wanted), BATCH):
        found += _batch(transaction, session_id, wanted[start : start + BATCH])
    return tuple(found)


def _batch(transaction: orm.Session, session_id: str, ids: list[str]) -> list[Picture]:
    query = (
        select(SessionFileRow, FileRow.data)
        .join(FileRow, FileRow.hash == SessionFileRow.file_hash)
        .where(SessionFileRow.session_id == session_id, SessionFileRow.file_id.in_(ids))
        .order_by(SessionFileRow.file_id)
    )
    return [
        Picture(id=row.file_id, mime_type=row.mime_type, data=data, created_ms=row.created_ms)
        for row, data in transaction.execute(query)
    ]


def _insert(transaction: orm.Session, table: type[FileRow | SessionFileRow], **values: Any) -> None:
    """Insert a row unless it is there, also when another writer puts it there at this moment."""
    dialect = postgresql if transaction.get_bind().dialect.name == "postgresql" else sqlite
    transaction.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())


def _check_size(transaction: orm.Session, session_id: str) -> None:
    query = select(func.sum(FileRow.size)).join(SessionFileRow, FileRow.hash == SessionFileRow.file_hash)
    size = transaction.scalar(query.where(SessionFileRow.session_id == session_id)) or 0
    if size > MAX_BYTES:
        message = f"the pictures of a session hold at most {MAX_BYTES // 1024**2} MB together"
        raise TooLargeError(Problem(message=message, where="files"))
