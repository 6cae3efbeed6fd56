from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.housed import Housed

from ..data_rules import first_mend, judge
from ..judging import make

FILES = make(Housed, data=["media"], home="object_store", instead="store", elsewhere="outside")


@pytest.mark.parametrize(
    "lines", [["web(client) --> photo --> s3(object_store)"], ["web(client) -[upload]-> s3(object_store)"]]
)
def test_a_home(lines: list[str]) -> None:
    assert judge(FILES, sketch(*lines)).status == "pass"


@pytest.mark.parametrize(
    "line",
    [
        "web(client) --> photo --> db(datastore)",
        "web(client) -[upload video]-> api --> db(datastore)",
        "web(client) -[upload video]-> the_last --> db(datastore)",
    ],
)
def test_no_home_but_a_database(line: str) -> None:
    outcome = judge(FILES, sketch(line))
    assert outcome.status == "problem"
    assert outcome.message.endswith("for media files only Db is drawn. Draw an object store.")


def test_a_home_without_connection() -> None:
    assert judge(FILES, sketch("web(client) --> photo --> db(datastore)", "s3(object_store)")).status == "problem"


def test_somebody_else_may_keep_it() -> None:
    board = sketch("web(client) --> photo --> db(datastore)", "photo --> cloudinary(external_service)")
    assert judge(FILES, board).status == "not_applicable"


def test_where_it_goes_is_not_drawn() -> None:
    assert judge(FILES, sketch("web(client) --> photo")).status == "not_shown"


def test_nobody_speaks_of_it() -> None:
    assert judge(FILES, sketch("web(client) --> payroll --> db(datastore)")).status == "not_applicable"


def test_it_mends_with_a_home_for_who_speaks_of_it() -> None:
    added, connect = first_mend(FILES, sketch("web(client) --> photo --> db(datastore)"))
    assert (added.component.kind, connect.connection.source) == ("object_store", "photo")  # type: ignore[union-attr]
