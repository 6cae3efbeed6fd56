from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

from whiteboard.storage import sessions
from whiteboard.storage.database import Database, sqlite_url

from . import postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from whiteboard.storage.records import Session


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Database]:
    opened = Database(sqlite_url(tmp_path / "test.sqlite3"))
    opened.upgrade()
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def new_postgres_url() -> Iterator[Callable[[], str]]:
    """Make databases in a PostgreSQL started for the tests: schemas, which cost less and are as empty."""
    found = postgres.programs()
    if found is None:
        pytest.skip("PostgreSQL's server (initdb, pg_ctl) is not installed")
    with postgres.cluster(found) as url:
        engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        numbers = count()

        def new_url() -> str:
            name = f"test{next(numbers)}"
            with engine.connect() as connection:
                connection.execute(text(f"CREATE SCHEMA {name}"))
            return f"{url}&options=-csearch_path%3D{name}"

        yield new_url
        engine.dispose()


@pytest.fixture
def postgresql(new_postgres_url: Callable[[], str]) -> Iterator[Database]:
    opened = Database(new_postgres_url())
    opened.upgrade()
    yield opened
    opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """Each database there is support for."""
    opened: Database = request.getfixturevalue(request.param)
    return opened


@pytest.fixture
def session(database: Database) -> Session:
    with database.writing() as transaction:
        return sessions.begin(transaction, owner="ada", title="Free board")
