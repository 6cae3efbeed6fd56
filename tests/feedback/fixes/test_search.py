from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.feedback.fixes.search import Allowance, find_edits
from whiteboard.feedback.fixes.soundness import is_sound
from whiteboard.feedback.fixes.trial import Trial
from whiteboard.model.architecture import Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Reroute

if TYPE_CHECKING:
    from whiteboard.model.architecture import Reading

SHOP = "web(client) --> gw(api_gateway) --> api --> db(datastore)"
REDIS = AddComponent(component=Component(id="redis", label="Redis", kind="cache"))


def trial(reading: Reading) -> Trial:
    return Trial(Board(reading, load_catalog()), None)


def found(board: Trial, check_id: str, copies: int = 40) -> tuple[Edit, ...] | None:
    number = next(i for i, finding in enumerate(board.findings) if finding.check_id == check_id)
    return find_edits(board, number, Allowance(copies))


def test_one_proposal_that_does_it_is_the_fix() -> None:
    edits = found(trial(sketch(SHOP, "redis(cache)")), "all-connected")
    assert edits is not None
    assert [type(edit) for edit in edits] == [Connect]


def test_several_flaws_take_several_steps() -> None:
    board = trial(sketch(SHOP, "redis(cache)", "files(object_store)"))
    edits = found(board, "all-connected")
    assert edits is not None
    after = board.with_edits(edits)
    assert after is not None
    assert {"redis", "files"} <= after.board.graph.connected


def test_without_an_allowance_nothing_is_found() -> None:
    assert found(trial(sketch(SHOP, "redis(cache)")), "all-connected", copies=0) is None


def test_edits_that_do_not_fit_are_no_copy() -> None:
    assert trial(sketch(SHOP)).with_edits((Disconnect(connection_id="c9"),)) is None


@pytest.mark.parametrize(
    ("edits", "sound"),
    [
        ((), True),
        ((REDIS, Connect(connection=Connection(id="new", source="api", target="redis"))), True),
        ((REDIS,), False),
        ((Disconnect(connection_id="c3"), Disconnect(connection_id="c4")), False),
        ((Reroute(connection_id="c2", source="gw", target="db"),), False),
        ((Disconnect(connection_id="c4"),), True),
    ],
    ids=["nothing", "added", "added loose", "store cut off", "service cut off", "shortcut erased"],
)
def test_what_is_sound(edits: tuple[Edit, ...], sound: bool) -> None:
    board = trial(sketch(SHOP, "gw --> db"))
    copy = board.with_edits(edits)
    assert copy is not None
    assert is_sound(board, copy) is sound
