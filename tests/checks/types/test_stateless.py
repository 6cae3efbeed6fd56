from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.stateless import Stateless

from ..judging import judge, make

CHECK = make(Stateless, role="service")
BOARD = "web(client) --> lb(load_balancer) --> api(service x3) --> db(datastore)"


@pytest.mark.parametrize(
    "note",
    [
        "Sticky sessions at the balancer",
        "sessions are kept in memory",
        "Uploads are saved on the local disk",
        "stateful servers",
        "in-memory locks",
    ],
)
def test_state_of_their_own(note: str) -> None:
    assert judge(CHECK, sketch(BOARD, notes=[note])).status == "problem"


@pytest.mark.parametrize("note", ["No sticky sessions", "Servers are stateless", "sessions live in Redis"])
def test_none_of_their_own(note: str) -> None:
    assert judge(CHECK, sketch("web(client) --> api", notes=[note])).status == "pass"


def test_copies_that_keep_their_data_elsewhere() -> None:
    outcome = judge(CHECK, sketch(BOARD))
    assert (outcome.status, outcome.evidence.paths) == ("pass", (("api", "db"),))


def test_one_server_alone() -> None:
    assert judge(CHECK, sketch("web(client) --> api --> db(datastore)")).status == "not_shown"


def test_no_server() -> None:
    assert judge(CHECK, sketch("sockets(realtime_gateway)")).status == "not_applicable"
