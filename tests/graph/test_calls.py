from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.graph import Graph


def calls(*lines: str) -> set[tuple[str, str]]:
    return set(Graph(sketch(*lines).architecture, load_catalog()).calls.edges())


@pytest.mark.parametrize(
    ("line", "caller", "callee"),
    [
        ("api --> db(datastore)", "api", "db"),
        ("db(datastore) --> api", "api", "db"),
        ("db(datastore) <-> api", "api", "db"),
        ("db(datastore) --- api", "api", "db"),
        ("jobs(queue) --> worker(worker)", "worker", "jobs"),
        ("worker(worker) --> jobs(queue)", "worker", "jobs"),
        ("api <-> web(client)", "web", "api"),
        ("api --- gateway(api_gateway)", "gateway", "api"),
        ("files(object_store) --> edge(cdn)", "edge", "files"),
        ("cache(cache) --> db(datastore)", "cache", "db"),
        ("db(datastore) --> cache(cache)", "cache", "db"),
        ("hook(external_service) --> api", "hook", "api"),
    ],
)
def test_who_asks_whom(line: str, caller: str, callee: str) -> None:
    assert calls(line) == {(caller, callee)}


@pytest.mark.parametrize("line", ["one <-> other", "one --- other"])
def test_equals_ask_each_other(line: str) -> None:
    assert calls(line) == {("one", "other"), ("other", "one")}


@pytest.mark.parametrize(
    "line",
    [
        "db(datastore) ==> copy(datastore)",
        "db(datastore) --> search(search_index)",
        "db(datastore) ..> cache(cache)",
        "events(stream) --> lake(data_lake)",
    ],
)
def test_stores_ask_no_stores(line: str) -> None:
    assert calls(line) == set()


@pytest.mark.parametrize("answer", ["api --> web", "api -[response]-> gateway", "api -[returns 200]-> gateway"])
def test_an_answer_is_no_call(answer: str) -> None:
    assert calls("web(client) --> gateway(api_gateway) --> api", answer) == {("web", "gateway"), ("gateway", "api")}


def test_an_answer_counts_turned_round_when_its_target_asks_nobody() -> None:
    assert calls("edge(cdn) --> viewer(client)") == {("viewer", "edge")}


def test_a_push_from_outside_is_no_call() -> None:
    assert calls("push(notification) --> phone(client)") == set()
