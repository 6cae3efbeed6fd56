from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.fed import Fed

from ..data_rules import first_mend, judge
from ..judging import make

FED = make(Fed, role="index", asking=["text_search"])
ASKED = "web(client) --> search --> es(search_index)"


@pytest.mark.parametrize(
    "line",
    [
        "db(datastore) ..> es",
        "kafka(stream) --> indexer(worker) --> es",
        "kafka(stream) --> search",
        "products --> es",
        "search -[index]-> es",
    ],
)
def test_filled_and_asked(line: str) -> None:
    assert judge(FED, sketch(ASKED, line)).status == "pass"


def test_nothing_fills_it() -> None:
    outcome = judge(FED, sketch(ASKED))
    assert (outcome.status, outcome.message) == ("problem", "Nothing fills Es: draw how the data gets there.")


def test_nobody_asks_it() -> None:
    fed = "kafka(stream) --> indexer(worker) --> es(search_index)"
    outcome = judge(FED, sketch(fed, "web(client) --> search --> db(datastore)"))
    assert outcome.message == "Nothing that serves requests asks Es: draw which service does."
    assert judge(FED, sketch(fed)).status == "not_shown"


def test_without_one() -> None:
    assert judge(FED, sketch("api --> db(datastore)")).status == "not_applicable"


def test_it_mends_with_the_store_that_is_there() -> None:
    (connect,) = first_mend(FED, sketch(ASKED, "api --> db(datastore)"))
    assert (connect.connection.source, connect.connection.target) == ("db", "es")  # type: ignore[union-attr]
