from __future__ import annotations

from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.graph import Graph

if TYPE_CHECKING:
    from whiteboard.graph.route import Route

BOARD = Graph(
    sketch(
        "web(client) --> lb(load_balancer) --> one --> db(datastore)",
        "lb --> two --> db",
        "two --> jobs(queue) --> worker(worker) --> lake(data_lake)",
    ).architecture,
    load_catalog(),
)


def alone(component: str) -> str:
    return component


def route(start: str, end: str, through: list[str] | None = None, *, flows: bool = False) -> Route:
    return BOARD.route([start], [end], through=through, along=BOARD.flows if flows else None)


def test_the_shortest_walk() -> None:
    assert route("web", "db").shortest == ("web", "lb", "one", "db")


def test_calls_stop_at_a_queue_and_flows_pass_it() -> None:
    assert route("web", "lake").shortest is None
    assert route("web", "lake", flows=True).shortest == ("web", "lb", "two", "jobs", "worker", "lake")


def test_closed_edges_are_not_used() -> None:
    closed = frozenset({("lb", "one")})
    assert BOARD.route(["web"], ["db"], closed=closed).shortest == ("web", "lb", "two", "db")


def test_a_walk_passes_through_what_it_must() -> None:
    assert route("web", "db", through=["two"]).shortest == ("web", "lb", "two", "db")
    assert route("web", "db", through=["worker"]).shortest is None


def test_nothing_passes_through_a_client() -> None:
    graph = Graph(sketch("api --> phone(client) --> other").architecture, load_catalog())
    assert graph.route(["api"], ["other"], along=graph.flows).shortest is None


def test_a_client_can_reach_a_client() -> None:
    graph = Graph(sketch("a(client) --> chat --> b(client)").architecture, load_catalog())
    assert graph.route(["a", "b"], ["a", "b"], along=graph.flows).shortest == ("a", "chat", "b")


def test_what_there_is_no_way_round() -> None:
    assert route("web", "db").without_way_round(alone) == ("lb", "db")


def test_each_end_counts_by_itself_unless_they_are_alike() -> None:
    board = Graph(sketch("web(client) --> api --> a(datastore)", "api --> b(datastore)").architecture, load_catalog())
    both = board.route(["web"], ["a", "b"])
    assert both.without_way_round(alone) == ("api", "a", "b")
    assert both.without_way_round(lambda _: "shard") == ("api",)


def test_two_starts_can_go_round_what_each_alone_cannot() -> None:
    board = Graph(sketch("a(client) --> x --> db(datastore)", "b(client) --> y --> db").architecture, load_catalog())
    assert board.route(["a", "b"], ["db"]).without_way_round(alone) == ("db",)


def test_a_walk_by_a_component() -> None:
    assert route("web", "db").walk_by("two") == ("web", "lb", "two", "db")
    assert route("web", "db").walk_by("worker") == ()


def test_how_far_one_gets() -> None:
    assert route("web", "worker").farthest(lambda _: True) == ("web", "lb", "two", "jobs")
    assert route("web", "worker").farthest(lambda component: component not in {"jobs", "db"})[-1] == "two"
