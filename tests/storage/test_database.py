from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import StatementError

from whiteboard.model.errors import InputError
from whiteboard.storage.database import Database, sqlite_url
from whiteboard.storage.tables import Base, SessionRow

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 20_000)]
)
def test_sqlite_is_set_to_keep_what_it_took(sqlite: Database, pragma: str, value: object) -> None:
    with sqlite.reading() as transaction:
        assert transaction.scalar(text(f"PRAGMA {pragma}")) == value


def test_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    with database.reading() as transaction:
        context = MigrationContext.configure(transaction.connection())
        assert compare_metadata(context, Base.metadata) == []


def test_upgrading_again_changes_nothing(database: Database) -> None:
    before = inspect(database.engine).get_table_names()
    assert before
    database.upgrade()
    assert inspect(database.engine).get_table_names() == before


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_servers_may_start_at_once(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    new = kind == "postgresql" and request.getfixturevalue("new_postgres_url")()
    opened = [Database(new or sqlite_url(tmp_path / "new.sqlite3")) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Database.upgrade, opened))
    assert "sessions" in inspect(opened[0].engine).get_table_names()
    for database in opened:
        database.close()


def test_a_path_may_hold_any_letters(tmp_path: Path) -> None:
    path = tmp_path / "a b%c?d=e.sqlite3"
    database = Database(sqlite_url(path))
    database.upgrade()
    database.close()
    assert stat.S_ISREG(path.stat().st_mode)


def test_a_moment_without_zone_is_refused(database: Database) -> None:
    naive = datetime(2026, 1, 1)
    row = SessionRow(id="s", owner="o", title="t", revision=0, created_at=naive, updated_at=naive)
    with pytest.raises(StatementError, match="time zone"), database.writing() as transaction:
        transaction.add(row)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("no url", "is not a database URL"),
        ("postgresql://host:port/name", "is not a database URL"),
        ("mysql://x", "other than SQLite and PostgreSQL"),
        ("nosuchthing://x", "other than SQLite and PostgreSQL"),
        ("postgresql+nosuchdriver://x", "driver is not installed"),
    ],
)
def test_a_bad_url_is_bad_input(url: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        Database(url)


def test_a_database_that_cannot_be_opened_is_bad_input(tmp_path: Path) -> None:
    database = Database(sqlite_url(tmp_path / "absent" / "x.sqlite3"))
    with pytest.raises(InputError, match="unable to open"):
        database.upgrade()


def test_a_password_is_never_shown() -> None:
    database = Database("postgresql://ada:sesame@127.0.0.1:1/none?connect_timeout=2")
    with pytest.raises(InputError) as caught:
        database.upgrade()
    database.close()
    assert "sesame" not in str(caught.value)


def test_a_file_that_is_no_database_is_bad_input(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    path.write_bytes(b"not a database, though long enough to be one" * 100)
    database = Database(sqlite_url(path))
    with pytest.raises(InputError, match="not a database"):
        database.upgrade()
    database.close()


def test_tables_of_a_newer_version_are_bad_input(database: Database) -> None:
    with database.writing() as transaction:
        transaction.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(InputError, match="not of this version"):
        database.upgrade()
