"""The tables: sessions, their revisions and pictures, what was said of them, and what was said against that."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from sqlalchemy import (
    BigInteger,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

if TYPE_CHECKING:
    from sqlalchemy import Dialect

COMPRESSION = 6
"""The level of zlib, 1 (fast) to 9 (small); 6 is its own default."""

TITLE_LENGTH = 200
"""Letters of a session's title; what is longer is cut."""

NAME_LENGTH = 200
"""Letters of the id of a scenario, a house rule, a check or a journey."""

REASON_LENGTH = 500
"""Letters of the reason of a dispute."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, aware in Python whatever the database keeps."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Store UTC; a moment without a zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give back UTC; SQLite forgets the zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Document(TypeDecorator[Any]):
    """A JSON document, compressed: a board shrinks to about a tenth."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any | None, _dialect: Dialect) -> bytes | None:
        """Compress. Raises ValueError for NaN and infinities, which JSON has no word for."""
        if value is None:
            return None
        return zlib.compress(json.dumps(value, allow_nan=False, separators=(",", ":")).encode(), COMPRESSION)

    def process_result_value(self, value: bytes | None, _dialect: Dialect) -> Any | None:
        """Decompress."""
        return None if value is None else json.loads(zlib.decompress(value))


class Base(DeclarativeBase):
    """All tables; constraints have names, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment, dict[str, Any]: Document}


class SessionRow(Base):
    """A session; `revision` is the number of its newest revision.

    `design` holds the ids of the components of the chosen design; null for the whole board.
    """

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "owner", "updated_at"),)

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    owner: Mapped[str] = mapped_column(String(43))
    title: Mapped[str] = mapped_column(String(TITLE_LENGTH))
    scenario_id: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    revision: Mapped[int]
    design: Mapped[list[str] | None] = mapped_column(Document)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class RevisionRow(Base):
    """An immutable state of the board: what changed since the revision before, and at times the whole.

    `delta` holds the elements that are new or changed, whole; `keyframe` every element, or null.
    Nothing is ever taken out of a board: what was deleted stays as a tombstone.
    """

    __tablename__ = "revisions"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    delta: Mapped[list[dict[str, Any]]] = mapped_column(Document)
    keyframe: Mapped[list[dict[str, Any]] | None] = mapped_column(Document)
    created_at: Mapped[datetime]


class FileRow(Base):
    """An embedded picture, stored once however many boards show it; the id is the SHA-256 of its bytes."""

    __tablename__ = "files"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class SessionFileRow(Base):
    """The name under which a session's elements show a picture (`fileId`), and how the drawing describes it."""

    __tablename__ = "session_files"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    file_id: Mapped[str] = mapped_column(String(200), primary_key=True)
    file_hash: Mapped[str] = mapped_column(ForeignKey("files.hash"), index=True)
    mime_type: Mapped[str] = mapped_column(String(100))
    created_ms: Mapped[int | None] = mapped_column(BigInteger)


class AssessmentRow(Base):
    """An assessment of one revision, as it was given: of one design, counted from 1, or of the whole board (null).

    `digest` is the SHA-256 of the result: the same verdict is stored once, and a new one beside it
    when the engine, the scenario, the house rules or what the person says against it have changed since.
    `given_at` is when it was given last.
    """

    __tablename__ = "assessments"
    __table_args__ = (
        UniqueConstraint("session_id", "revision", "digest"),
        ForeignKeyConstraint(
            ["session_id", "revision"], ["revisions.session_id", "revisions.number"], ondelete="CASCADE"
        ),
    )

    id: Mapped[str] = mapped_column(String(43), primary_key=True)
    session_id: Mapped[str] = mapped_column(String(43))
    revision: Mapped[int]
    design: Mapped[int | None]
    digest: Mapped[str] = mapped_column(String(64))
    result: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    given_at: Mapped[datetime]


class DisputeRow(Base):
    """What the person says against the finding of a check: the fields of `whiteboard.model.dispute.Dispute`."""

    __tablename__ = "disputes"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    source: Mapped[str] = mapped_column(String(NAME_LENGTH), primary_key=True)
    check_id: Mapped[str] = mapped_column(String(NAME_LENGTH), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    because: Mapped[str] = mapped_column(String(REASON_LENGTH))
    component_ids: Mapped[list[str]] = mapped_column(Document)
    created_at: Mapped[datetime]


class JourneyRow(Base):
    """The way that the person says a journey takes: the ids of the components on it, in order."""

    __tablename__ = "journeys"

    session_id: Mapped[str] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True)
    journey_id: Mapped[str] = mapped_column(String(NAME_LENGTH), primary_key=True)
    walk: Mapped[list[str]] = mapped_column(Document)
