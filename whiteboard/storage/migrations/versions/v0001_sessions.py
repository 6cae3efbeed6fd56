"""Sessions, revisions, pictures and assessments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(43), nullable=False),
        sa.Column("owner", sa.String(43), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("scenario_id", sa.String(200)),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_owner_updated_at", "sessions", ["owner", "updated_at"])
    op.create_table(
        "revisions",
        sa.Column("session_id", sa.String(43), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("delta", sa.LargeBinary, nullable=False),
        sa.Column("keyframe", sa.LargeBinary),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_revisions"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_revisions_session_id", ondelete="CASCADE"),
    )
    op.create_table(
        "files",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_files"),
    )
    op.create_table(
        "session_files",
        sa.Column("session_id", sa.String(43), nullable=False),
        sa.Column("file_id", sa.String(200), nullable=False),
        sa.Column("file_hash", sa.String(64), nullable=False),
        sa.Column("mime_type", sa.String(100), nullable=False),
        sa.Column("created_ms", sa.BigInteger),
        sa.PrimaryKeyConstraint("session_id", "file_id", name="pk_session_files"),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.id"], name="fk_session_files_session_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["file_hash"], ["files.hash"], name="fk_session_files_file_hash"),
    )
    op.create_index("ix_session_files_file_hash", "session_files", ["file_hash"])
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(43), nullable=False),
        sa.Column("session_id", sa.String(43), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("result", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessments"),
        sa.UniqueConstraint("session_id", "revision", "digest", name="uq_assessments_session_id_revision_digest"),
        sa.ForeignKeyConstraint(
            ["session_id", "revision"],
            ["revisions.session_id", "revisions.number"],
            name="fk_assessments_session_id",
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    for table in ("assessments", "session_files", "files", "revisions", "sessions"):
        op.drop_table(table)
