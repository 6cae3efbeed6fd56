"""What a person says against findings and journeys, and when an assessment was given last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "disputes",
        sa.Column("session_id", sa.String(43), nullable=False),
        sa.Column("source", sa.String(200), nullable=False),
        sa.Column("check_id", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("because", sa.String(500), nullable=False),
        sa.Column("component_ids", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "source", "check_id", name="pk_disputes"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_disputes_session_id", ondelete="CASCADE"),
    )
    op.create_table(
        "journeys",
        sa.Column("session_id", sa.String(43), nullable=False),
        sa.Column("journey_id", sa.String(200), nullable=False),
        sa.Column("walk", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "journey_id", name="pk_journeys"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_journeys_session_id", ondelete="CASCADE"),
    )
    op.add_column("assessments", sa.Column("given_at", sa.DateTime(timezone=True)))
    op.execute("UPDATE assessments SET given_at = created_at")
    with op.batch_alter_table("assessments") as table:
        table.alter_column("given_at", existing_type=sa.DateTime(timezone=True), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("assessments") as table:
        table.drop_column("given_at")
    op.drop_table("journeys")
    op.drop_table("disputes")
