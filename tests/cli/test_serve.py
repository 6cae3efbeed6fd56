from __future__ import annotations

import re
import socket
import sqlite3
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, Any
from urllib.request import HTTPCookieProcessor, Request, build_opener

import flask
import pytest
from click.testing import CliRunner
from server import Server

from whiteboard.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    started = Server(tmp_path)
    started.start()
    yield started
    started.stop()


class Browser:
    """As much of a browser as saving needs."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.token = ""

    def ask(self, path: str, method: str = "GET", body: object = None, **headers: str) -> Any:
        data = None if body is None else body if isinstance(body, bytes) else flask.json.dumps(body).encode()
        sent = {"Content-Type": "application/json", "X-CSRFToken": self.token, **headers}
        with self.opener.open(Request(self.url + path, data, sent, method=method), timeout=20) as answer:
            return answer.read().decode()

    def begin(self) -> str:
        """Begin a free board by the gallery's form; return the address of its API."""
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.ask("/"))
        assert found
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        page = self.ask("/sessions", "POST", f"scenario_id=&csrf_token={found[1]}".encode(), **form)
        config = re.search(r'id="board-config">(.*?)</script>', page, re.DOTALL)
        assert config
        started = flask.json.loads(config[1])
        self.token = started["csrf"]
        return str(started["api"])


def test_what_was_answered_as_saved_survives_a_kill(server: Server) -> None:
    browser = Browser(server.url)
    api = browser.begin()
    drawn = {"id": "a", "type": "rectangle", "x": 1, "y": 2, "width": 3, "height": 4, "version": 1, "index": "a0"}
    for version in range(1, 6):
        body = {"elements": [{**drawn, "version": version}]}
        browser.ask(f"{api}/board", "PATCH", body, **{"If-Match": f'"{version - 1}"'})
    server.kill()
    server.start()
    board = flask.json.loads(browser.ask(f"{api}/board"))
    assert (board["revision"], board["elements"]) == (5, [{**drawn, "version": 5}])


def test_a_server_that_ends_in_order_leaves_one_whole_file(server: Server) -> None:
    server.stop()
    names = {path.name for path in server.data.iterdir()}
    assert {"whiteboard.sqlite3", "secret_key"} <= names
    with sqlite3.connect(server.data / "whiteboard.sqlite3") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port), "--data", str(tmp_path)])
    assert result.exit_code == 2
    assert f"port {port} is taken" in result.output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--host", "256.1.1.1"], "cannot listen on 256.1.1.1"),
        (["--host", "a" * 70], "no host name"),
        (["--database", "nonsense"], "not a database URL"),
        (["--port", "70000"], "70000"),
        (["--scenarios", "/no/such/folder"], "/no/such/folder"),
    ],
)
def test_a_wrong_option_is_told(tmp_path: Path, arguments: list[str], why: str) -> None:
    result = CliRunner().invoke(main, ["serve", "--port", "0", "--data", str(tmp_path), *arguments])
    assert result.exit_code == 2
    assert why in result.output


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = CliRunner().invoke(main, ["serve", "--data", str(tmp_path / "file" / "data")])
    assert result.exit_code == 2
    assert "data folder cannot be used" in result.output
