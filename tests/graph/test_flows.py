from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.graph import Graph


def flows(*lines: str) -> set[tuple[str, str]]:
    return set(Graph(sketch(*lines).architecture, load_catalog()).flows.edges())


THROUGH = {("api", "jobs"), ("jobs", "worker")}


@pytest.mark.parametrize(
    "lines",
    [
        ["api --> jobs(queue) --> worker(worker)"],
        ["api --> jobs(queue)", "worker(worker) --> jobs"],
        ["worker(worker) --> jobs(queue)", "api --> jobs"],
        ["api --> jobs(queue)", "worker -[poll]-> jobs"],
        ["api -[publish]-> jobs(queue)", "worker -[subscribes to]-> jobs"],
        ["api --- jobs(queue) --- worker(worker)"],
        ["web(client) --> api", "api --> jobs(queue)", "worker --> jobs"],
        ["api --- jobs(stream) --- worker(datastore)"],
    ],
)
def test_from_producer_to_consumer_whichever_way_the_arrows_point(lines: list[str]) -> None:
    assert flows(*lines) - {("web", "api")} == THROUGH


def test_workers_alone_feed_the_queue() -> None:
    assert flows("crawler(worker) --> frontier(queue)") == {("crawler", "frontier")}


def test_services_that_are_called_all_feed_the_queue() -> None:
    assert flows("web(client) --> a --> jobs(queue)", "web --> b --> jobs") >= {("a", "jobs"), ("b", "jobs")}


def test_who_nobody_calls_feeds_a_queue_that_is_drained_by_others() -> None:
    lines = ["web(client) --> api --> jobs(queue) --> worker(worker)", "supplier --> jobs"]
    assert ("supplier", "jobs") in flows(*lines)


def test_a_store_that_points_at_a_stream_feeds_it() -> None:
    assert flows("db(datastore) --> changes(stream)") == {("db", "changes")}


def test_two_heads_at_a_queue_mean_both() -> None:
    assert flows("api <-> bus(pubsub)") == {("api", "bus"), ("bus", "api")}


def test_monitoring_neither_feeds_nor_drains() -> None:
    assert flows("grafana(monitoring) --> jobs(queue)") == set()


@pytest.mark.parametrize(
    ("line", "edges"),
    [
        ("api --> db(datastore)", {("api", "db")}),
        ("api -[SELECT]-> db(datastore)", {("db", "api")}),
        ("api -[read/write]-> db(datastore)", {("api", "db"), ("db", "api")}),
        ("db(datastore) --> api", {("db", "api")}),
        ("api <-> db(datastore)", {("api", "db"), ("db", "api")}),
        ("db(datastore) ==> copy(datastore)", {("db", "copy")}),
        ("web(client) --> api", {("web", "api")}),
        ("api --> web(client)", {("api", "web")}),
    ],
)
def test_where_data_goes(line: str, edges: set[tuple[str, str]]) -> None:
    assert flows(line) == edges


def test_a_job_takes_out_of_a_store_that_others_fill() -> None:
    lines = ["api --> lake(data_lake)", "trainer(batch_processor) --> lake"]
    assert flows(*lines) == {("api", "lake"), ("trainer", "lake"), ("lake", "trainer")}


@pytest.mark.parametrize("drained", ["jobs --> worker(worker)", "worker(worker) <-> jobs"])
def test_where_consumers_are_drawn_by_arrows_out_an_arrow_in_is_a_producers(drained: str) -> None:
    assert ("scan", "jobs") in flows("scan(scheduler) --> jobs(queue)", drained)
    assert ("jobs", "scan") not in flows("scan(scheduler) --> jobs(queue)", drained)
