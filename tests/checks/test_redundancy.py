from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.redundancy import copies, is_follower, is_for_reading, twin_key
from whiteboard.model.architecture import Architecture, Component, Properties, Reading

from .judging import context


def test_copies_are_counted_as_drawn() -> None:
    board = context(sketch("a(service x3) --> b(service x1) --> c"))
    assert [copies(component, board) for component in "abc"] == [3, 1, None]


def test_what_is_redundant_by_nature_or_spread_over_zones_has_copies() -> None:
    components = (
        Component(id="a", label="S3", kind="object_store", technology="amazon-s3"),
        Component(id="b", label="RDS multi-AZ", kind="relational_db", properties=Properties(zones=2)),
        Component(id="c", label="S3 x1", kind="object_store", technology="amazon-s3", replicas=1),
        Component(id="d", label="Redis", kind="cache", technology="redis"),
    )
    board = context(Reading(architecture=Architecture(components=components)))
    assert [copies(component, board) for component in "abcd"] == [2, 2, 1, None]


@pytest.mark.parametrize("arrow", ["==>", "-->", "-[sync replication]->"])
def test_a_standby_adds_a_copy(arrow: str) -> None:
    assert copies("db", context(sketch(f"db(datastore) {arrow} standby(datastore)"))) == 2


def test_a_read_replica_adds_none() -> None:
    assert copies("db", context(sketch("db(datastore) ==> read_replica(datastore)"))) is None


def test_a_follower_is_fed_from_a_store_and_named_so() -> None:
    lines = ["db(datastore) ==> read_replica(datastore)", "db ==> elsewhere(datastore)", "api --> slave(datastore)"]
    board = context(sketch(*lines))
    assert is_follower("read_replica", board)
    assert is_for_reading("read_replica", board)
    assert not is_follower("elsewhere", board)
    assert not is_follower("slave", board)


def test_numbered_copies_are_twins() -> None:
    labels = {"a": "Db 1", "b": "Db 2", "c": "Users", "d": "", "e": "", "f": "Shard 1", "g": "Shard 2"}
    board = context(sketch(*(f"{component}(datastore)" for component in labels), labels=labels))
    assert twin_key("a", board) == twin_key("b", board) != twin_key("c", board)
    assert twin_key("d", board) != twin_key("e", board)
    assert twin_key("f", board) != twin_key("g", board)
