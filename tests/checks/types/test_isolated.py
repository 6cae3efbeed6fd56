from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.isolated import Isolated

from ..data_rules import first_mend, judge
from ..judging import make

APART = make(Isolated, worker="batch", store="store", apart="lake", work=["analytics"], scan=["scans"])
SERVING = "web(client) --> api --> db(datastore)"


@pytest.mark.parametrize(
    "line",
    [
        "api --> kafka(stream) --> spark(batch_processor)",
        "db --> etl(batch_processor) --> dw(data_warehouse)",
        "db ==> db_replica(datastore) --> reporting",
        "db -[CDC]-> analytics",
        "analytics --> own(datastore)",
        "kafka(stream) --> spark(batch_processor) -[write results]-> db",
        "kafka(stream) --> spark(batch_processor) --> db",
    ],
)
def test_data_of_its_own(line: str) -> None:
    assert judge(APART, sketch(SERVING, line)).status == "pass"


@pytest.mark.parametrize(
    "line", ["job(batch_processor) --> db", "reporting --> db", "dashboard(client) --> reporting --> db"]
)
def test_on_the_serving_store(line: str) -> None:
    outcome = judge(APART, sketch(SERVING, line))
    assert outcome.status == "problem"
    assert outcome.evidence.paths[0][1] == "db"


def test_a_request_that_scans() -> None:
    outcome = judge(APART, sketch("web(client) --> api -[scan all events]-> db(datastore)"))
    assert (outcome.status, outcome.evidence.paths) == ("problem", (("api", "db"),))


def test_no_heavy_work() -> None:
    assert judge(APART, sketch(SERVING)).status == "not_applicable"


def test_it_mends_with_a_store_apart() -> None:
    edits = first_mend(APART, sketch(SERVING, "reporting --> db"))
    assert [type(edit).__name__ for edit in edits] == ["AddComponent", "Reroute", "Connect"]
