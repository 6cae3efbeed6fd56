"""Run migrations on the connection that `Database.upgrade` holds."""

from __future__ import annotations

from alembic import context

from whiteboard.storage.tables import Base

# transactional_ddl: SQLite can roll back a CREATE TABLE, though alembic does not expect it to.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
