from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.open_connections import are_many, connection_servers, polls_by_interval

from .judging import context


@pytest.mark.parametrize(
    ("line", "servers"),
    [
        ("web(client) --> ws(realtime_gateway)", ("ws",)),
        ("web(client) --> websocket_handler", ("websocket_handler",)),
        ("web(client) -[SSE]-> comments", ("comments",)),
        ("web(client) -[WebSocket]-> lb(load_balancer) --> docs", ("docs",)),
        ("web(client) -[WebSocket]-> docs_presence_server(realtime_gateway)", ()),
        ("web(client) --> turn_server(realtime_gateway)", ()),
        ("web(client) --> api", ()),
    ],
)
def test_what_holds_connections_open(line: str, servers: tuple[str, ...]) -> None:
    assert connection_servers("open_connection", context(sketch(line))) == servers


@pytest.mark.parametrize(
    ("line", "many"),
    [
        ("web(client) --> ws(realtime_gateway x2)", True),
        ("web(client) --> ws(realtime_gateway x1)", False),
        ("web(client) --> ws_servers(realtime_gateway)", True),
        ("web(client) --> lb(load_balancer) --> ws(realtime_gateway)", True),
        ("web(client) --> ws(realtime_gateway)", False),
    ],
)
def test_whether_they_are_several(line: str, many: bool) -> None:
    board = context(sketch(line))
    assert are_many(connection_servers("open_connection", board), board) is many


def test_clients_that_read_by_interval() -> None:
    lines = ["a(client) -[GET every 5 s]-> api", "b(client) -[position every 5 s]-> api"]
    board = context(sketch(*lines, "c(client) -[refresh each minute]-> api"))
    assert polls_by_interval(["a", "b", "c"], board) == ("a", "c")
