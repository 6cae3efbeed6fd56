from __future__ import annotations

from dataclasses import replace

import pytest
from sketch import sketch

from whiteboard.checks.types.sharded import Sharded
from whiteboard.model.architecture import Properties

from ..data_rules import judge
from ..judging import make

SHARDED = make(Sharded, store="relational", by_nature="spreading", large=["blobs", "volume"], load=["volume"])


@pytest.mark.parametrize("label", ["Orders, sharded by user", "Shard 1", "Orders (hash partitioned)"])
def test_a_store_that_says_it(label: str) -> None:
    assert judge(SHARDED, sketch("api --> db(relational_db)", labels={"db": label})).status == "pass"


def test_a_store_read_as_sharded() -> None:
    board = sketch("api --> db(relational_db)")
    api, db = board.architecture.components
    sharded = replace(db, properties=Properties(shards=8))
    board = replace(board, architecture=replace(board.architecture, components=(api, sharded)))
    assert judge(SHARDED, board).status == "pass"


def test_a_note_that_says_how() -> None:
    assert judge(SHARDED, sketch("api --> db(relational_db)", notes=["Shard by user id"])).status == "pass"


def test_a_store_that_spreads_data_itself() -> None:
    assert judge(SHARDED, sketch("api --> db(wide_column_db)")).status == "pass"


def test_masses_in_one_store() -> None:
    outcome = judge(SHARDED, sketch("api -[insert image blob]-> db(relational_db)"))
    assert (outcome.status, outcome.evidence.paths) == ("problem", (("api", "db"),))


@pytest.mark.parametrize(
    ("line", "status"), [("api --> db(relational_db x1)", "problem"), ("api --> db(relational_db)", "not_shown")]
)
def test_a_note_says_that_there_is_much(line: str, status: str) -> None:
    assert judge(SHARDED, sketch(line, notes=["5 PB in a year"])).status == status


def test_nothing_says_so() -> None:
    assert judge(SHARDED, sketch("api --> db(relational_db x1)")).status == "not_applicable"
