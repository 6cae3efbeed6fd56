"""Open the database, bring it up to date, and hand out transactions."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session, sessionmaker

from whiteboard.model.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPIConnection

SQLITE_WAIT_S = 20
"""How long a writer waits for another before it gives up."""

MIGRATION_LOCK = 0x77686974
"""PostgreSQL's advisory lock for migrations; any fixed number."""


def sqlite_url(path: Path) -> URL:
    """Return the URL of a SQLite file."""
    return URL.create("sqlite", database=str(path))


class Database:
    """One database, by URL. SQLite in a file (WAL), or PostgreSQL.

    A transaction is either `reading()` or `writing()`. Writers to the same session wait for each
    other: SQLite takes its write lock at the start, PostgreSQL locks the session's row.
    """

    def __init__(self, url: str | URL) -> None:
        self.engine = _engine(url)
        self._reader = sessionmaker(self.engine, expire_on_commit=False)
        writer = self.engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        self._writer = sessionmaker(writer, expire_on_commit=False)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a transaction that sees one state of the database and changes nothing."""
        with self._reader() as transaction:
            yield transaction

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a transaction that is committed at the end, to disk, or rolled back when anything is raised."""
        with self._writer.begin() as transaction:
            yield transaction

    def upgrade(self) -> None:
        """Make the tables, or bring them up to date; several processes may do so at once.

        Raises InputError when the database cannot be used.
        """
        # Alembic costs more time than all the rest of this module, and only starting the server needs it.
        from alembic import command
        from alembic.config import Config
        from alembic.util import CommandError

        config = Config()
        config.set_main_option("script_location", "whiteboard.storage:migrations")
        config.set_main_option("path_separator", "os")
        try:
            with self._migrating() as connection:
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
        except CommandError as error:
            raise self._unusable("its tables are not of this version", "was it made by a newer one?") from error
        except DBAPIError as error:
            raise self._unusable(str(error.orig).strip(), "check the address and the rights") from error

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def _migrating(self) -> Iterator[Connection]:
        writer = self.engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        with writer.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            yield connection

    def _unusable(self, why: str, hint: str) -> InputError:
        shown = self.engine.url.render_as_string(hide_password=True)
        return InputError(Problem(message=f"the database {shown} cannot be used: {why}", hint=hint))


def _engine(given: str | URL) -> Engine:
    url = _parsed(given)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": SQLITE_WAIT_S})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, pool_pre_ping=True)


def _parsed(given: str | URL) -> URL:
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:
        raise InputError(_bad_url("is not a database URL")) from error
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise InputError(_bad_url("names a database other than SQLite and PostgreSQL"))
    try:
        url.get_dialect().import_dbapi()
    except (NoSuchModuleError, ImportError) as error:
        raise InputError(_bad_url("names a database whose driver is not installed")) from error
    return url


def _bad_url(why: str) -> Problem:
    hint = "use sqlite:////folder/file.sqlite3 or postgresql://user:password@host/name (whiteboard[postgres])"
    return Problem(message=f"the database setting {why}", hint=hint)


def _prepare_sqlite(connection: DBAPIConnection, _record: Any) -> None:
    if not isinstance(connection, sqlite3.Connection):
        raise TypeError("the settings of SQLite are for the driver of the standard library")
    # sqlite3 would begin transactions when it sees fit; `_begin_sqlite` does so instead.
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))
