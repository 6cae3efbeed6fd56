from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.reads_replica import ReadsReplica

from ..data_rules import first_mend, judge
from ..judging import make

REPLICA = make(ReadsReplica, journey="read", store="store", hot=["hot_reads"], load=["read_load"])
FED = ("web(client) --> api --> db(relational_db)", "db ==> db_replica(relational_db)")


@pytest.mark.parametrize("arrow", ["api -[read]-> db_replica", "api --> db_replica", "web --> api"])
def test_a_copy_that_is_fed_and_not_written(arrow: str) -> None:
    assert judge(REPLICA, sketch(*FED, arrow)).status == "pass"


def test_a_copy_that_is_written() -> None:
    outcome = judge(REPLICA, sketch(*FED, "api -[insert]-> db_replica"))
    assert (outcome.status, outcome.evidence.paths) == ("problem", (("api", "db_replica"),))


def test_a_copy_that_nothing_feeds() -> None:
    outcome = judge(REPLICA, sketch("web(client) --> api --> db(datastore)", "api --> replica(datastore)"))
    assert outcome.message == "Nothing feeds Replica: it goes stale. Draw the replication."


def test_a_copy_for_reads_that_nobody_reads() -> None:
    board = sketch("web(client) --> api --> db(datastore)", "db ==> read_replica(datastore)")
    assert judge(REPLICA, board).status == "problem"


def test_people_have_followers_too() -> None:
    board = sketch("web(client) --> api --> user_followers(datastore)")
    assert judge(REPLICA, board).status == "not_shown"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("web(client) --> news_feed --> db(relational_db x1)", "problem"),
        ("web(client) --> news_feed --> db(relational_db x3)", "pass"),
        ("web(client) --> news_feed --> db(relational_db)", "not_shown"),
        ("web(client) --> payroll --> db(relational_db x1)", "not_shown"),
        ("web(client) --> payroll", "not_applicable"),
    ],
)
def test_counts_without_a_copy(line: str, status: str) -> None:
    assert judge(REPLICA, sketch(line)).status == status


def test_it_mends_a_single_store_with_a_copy_that_is_read() -> None:
    edits = first_mend(REPLICA, sketch("web(client) --> news_feed --> db(relational_db x1)"))
    assert [type(edit).__name__ for edit in edits] == ["AddComponent", "Connect", "Connect"]


def test_it_mends_a_write_to_a_copy() -> None:
    (reroute,) = first_mend(REPLICA, sketch(*FED, "posts -[insert]-> db_replica"))
    assert (reroute.source, reroute.target) == ("posts", "db")  # type: ignore[union-attr]


def test_what_is_named_in_a_sentence_keeps_its_capitals() -> None:
    board = sketch("web(client) --> feed --> db(relational_db x1)", labels={"feed": "News Feed API", "db": "DB"})
    told = judge(REPLICA, board).message
    assert told.startswith("What is written on News Feed API tells of many reads, and DB is a single node")
