"""The design that was chosen on a board with several, and the one that was assessed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("design", sa.LargeBinary))
    op.add_column("assessments", sa.Column("design", sa.Integer))


def downgrade() -> None:
    with op.batch_alter_table("assessments") as table:
        table.drop_column("design")
    with op.batch_alter_table("sessions") as table:
        table.drop_column("design")
