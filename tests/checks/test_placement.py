from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks import placement
from whiteboard.checks.types.component import Component
from whiteboard.model.architecture import Reading

from .judging import context, make
from .test_mending import all_said, on

SHOP = "web(client) --> gw(api_gateway) --> api --> db(datastore)"
DRAWN = make(Component, role="cache")
DRAINED = ["+ new-worker-at-jobs", "jobs -> new-worker-at-jobs", "new-worker-at-jobs -> db"]


@pytest.mark.parametrize(
    ("lone", "first"),
    [
        ("redis(cache)", ["api -> redis"]),
        ("files(object_store)", ["api -> files"]),
        ("phone(client)", ["phone -> gw"]),
        ("orders", ["gw -> orders"]),
        ("prom(monitoring)", ["api -> prom"]),
        ("login(identity)", ["gw -> login"]),
        ("bank(payment_provider)", ["api -> bank"]),
        ("edge(cdn)", ["web -> edge", "edge -> gw"]),
        ("lb(load_balancer)", ["c1: web -> lb", "lb -> gw"]),
    ],
)
def test_where_a_kind_belongs(lone: str, first: list[str]) -> None:
    board = on(SHOP, lone)
    id_ = lone.split("(", maxsplit=1)[0]
    assert all_said(placement.ties(board, id_, board.graph.component(id_).kind))[0] == first


def test_a_store_is_asked_by_the_service_of_its_name() -> None:
    labels = {"wish": "Wishlist service", "wdb": "Wishlist DB"}
    board = context(sketch(SHOP, "gw --> wish", "wdb(datastore)", labels=labels))
    assert all_said(placement.ties(board, "wdb", "datastore"))[0] == ["wish -> wdb"]


def test_a_worker_takes_from_the_queue_and_writes_where_its_producer_does() -> None:
    board = on(SHOP, "api --> jobs(queue)", "mailer(worker)")
    assert all_said(placement.ties(board, "mailer", "worker"))[0] == ["jobs -> mailer", "mailer -> db"]


def test_a_worker_without_a_queue_gets_one() -> None:
    board = on(SHOP, "mailer(worker)")
    assert all_said(placement.ties(board, "mailer", "worker"))[0] == [
        "+ new-queue-at-api Queue (queue)",
        "api -> new-queue-at-api",
        "new-queue-at-api -> mailer",
    ]


def test_a_queue_gets_a_producer_and_an_idle_worker() -> None:
    board = on(SHOP, "mailer(worker) --> db", "jobs(queue)")
    assert all_said(placement.ties(board, "jobs", "queue"))[0] == ["api -> jobs", "jobs -> mailer"]


def test_placed_draws_one_for_the_role() -> None:
    assert all_said(placement.placed(on(SHOP), "cache"))[0] == [
        "+ new-cache-at-gw Cache (cache)",
        "api -> new-cache-at-gw",
    ]


def test_nothing_is_placed_on_a_board_that_asks_nothing() -> None:
    assert all_said(placement.placed(on("web(client)"), "cache")) == []


@pytest.mark.parametrize(
    ("dead_end", "lines", "first"),
    [
        (
            "jobs",
            ["api --> jobs(queue)"],
            ["+ new-worker-at-jobs", "jobs -> new-worker-at-jobs", "new-worker-at-jobs -> db"],
        ),
        ("resize", ["api --> jobs(queue) --> resize(worker)"], ["resize -> db"]),
        ("lb", ["web --> lb(load_balancer)"], ["lb -> api"]),
        ("copy", ["db ==> copy(datastore)"], ["api -> copy"]),
    ],
)
def test_how_a_dead_end_goes_on(dead_end: str, lines: list[str], first: list[str]) -> None:
    said = all_said(placement.onward(on(SHOP, *lines), dead_end))[0]
    assert [edit.removesuffix(" Worker (worker)") for edit in said] == first


def test_a_worker_named_for_mail_hands_its_work_to_what_sends_it() -> None:
    board = on(SHOP, "api --> jobs(queue) --> mail_worker(worker)")
    assert all_said(placement.onward(board, "mail_worker"))[0][0].endswith("(notification)")


def test_copies_are_connected_as_the_one_that_is() -> None:
    labels = {"w1": "Worker", "w2": "Worker", "w3": "Worker"}
    reading = sketch("api --> jobs(queue) --> w1(worker) --> db(datastore)", "w2(worker)", "w3(worker)", labels=labels)
    mends = all_said(placement.like_twins(context(reading), ["w2", "w3"]))
    assert mends == [["jobs -> w2", "w2 -> db", "jobs -> w3", "w3 -> db"]]


def test_a_client_takes_the_door_of_the_others() -> None:
    board = on(SHOP, "admin(client) --> db")
    assert all_said(placement.by_the_door(board, ("admin", "db"))) == [["c4: admin -> gw"]]
    assert all_said(placement.by_the_door(board, ("api", "db"))) == []


def test_a_journey_goes_on_from_where_it_breaks_off() -> None:
    board = context(sketch("web(client) --> gw(api_gateway) --> api", "db(datastore)"), DRAWN)
    assert all_said(placement.bridged(board, "browse"))[:2] == [["api -> db"], ["gw -> db"]]


def test_a_journey_through_a_queue_ends_with_a_worker() -> None:
    board = context(sketch("web(client) --> api --> jobs(queue)", "db(datastore)"), DRAWN)
    assert all_said(placement.bridged(board, "track"))[0] == [
        "+ new-worker-at-jobs Worker (worker)",
        "jobs -> new-worker-at-jobs",
        "new-worker-at-jobs -> db",
    ]


def test_a_journey_whose_ends_are_not_drawn_cannot_go_on() -> None:
    assert all_said(placement.bridged(context(Reading()), "browse")) == []


def test_what_knows_about_callers_is_no_way_to_anything_else() -> None:
    board = on("web(client) --> login(identity)", "web --> api --> db(datastore)", "admin(client) --> db")
    doors = all_said(placement.by_the_door(board, ("admin", "db")))
    assert doors == [["c4: admin -> api"]]
    onward = all_said(placement.onward(on("login(identity)", "gw(api_gateway)", "api --> db(datastore)"), "gw"))
    assert onward[0] == ["gw -> api"]
