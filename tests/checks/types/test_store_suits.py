from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.store_suits import StoreSuits
from whiteboard.model.fix import AddComponent, Reroute

from ..data_rules import first_mend, judge
from ..judging import make

VECTORS = make(StoreSuits, data=["vectors"], suits="vectors", wrong="relational", advice="Use a vector index.")
MESSAGES = make(StoreSuits, data=["messages"], suits="spreading", wrong="relational", split_will_do=True)
POSITIONS = make(StoreSuits, data=["positions"], suits="cache", wrong="relational", asked_by="realtime")


def test_a_store_that_suits() -> None:
    outcome = judge(VECTORS, sketch("api -[ANN search]-> milvus(vector_db)"))
    assert (outcome.status, outcome.message) == ("pass", "Milvus suits nearest-neighbour search.")


@pytest.mark.parametrize("label", ["Items (embeddings)", "Vector table"])
def test_a_store_that_does_not(label: str) -> None:
    outcome = judge(VECTORS, sketch("api --> db(relational_db)", labels={"db": label}))
    assert outcome.status == "problem"
    assert outcome.message.endswith("which a relational db does not suit. Use a vector index.")
    assert outcome.evidence.paths == (("api", "db"),)


def test_a_good_store_does_not_excuse_a_bad_one() -> None:
    board = sketch("api -[ANN search]-> milvus(vector_db)", "api -[ANN search]-> db(relational_db)")
    assert judge(VECTORS, board).status == "problem"


def test_the_name_of_who_asks_is_not_enough_for_a_problem() -> None:
    assert judge(MESSAGES, sketch("chat --> db(relational_db)")).status == "not_applicable"
    assert judge(MESSAGES, sketch("chat --> db(wide_column_db)")).status == "pass"


def test_shards_will_do_where_it_says_so() -> None:
    lines, one, many = "api --> db(relational_db)", {"db": "Messages"}, {"db": "Messages, sharded by chat"}
    assert judge(MESSAGES, sketch(lines, labels=one)).status == "problem"
    assert judge(MESSAGES, sketch(lines, labels=many)).status == "not_applicable"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("ws(realtime_gateway) --> driver_location(relational_db)", "problem"),
        ("ws(realtime_gateway) --> api --> driver_location(relational_db)", "problem"),
        ("api --> driver_location(relational_db)", "not_applicable"),
    ],
)
def test_only_stores_that_a_role_asks(line: str, status: str) -> None:
    assert judge(POSITIONS, sketch(line)).status == status


def test_it_mends_with_a_store_that_suits() -> None:
    added, reroute = first_mend(VECTORS, sketch("api -[ANN search]-> db(relational_db)"))
    assert isinstance(added, AddComponent)
    assert isinstance(reroute, Reroute)
    assert (added.component.kind, reroute.target) == ("vector_db", added.component.id)
