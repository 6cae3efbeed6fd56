from __future__ import annotations

from sketch import sketch

from whiteboard.checks.services import Users, is_beside_store, is_told, services

from .judging import context


def test_services_are_our_own_code_that_answers() -> None:
    board = context(sketch("web(client) --> api --> w(worker)", "thing(other)", "login(identity)"))
    assert services(board) == ("api", "login")


def test_users_stand_behind_balancers_and_gateways() -> None:
    board = context(sketch("api --> lb(load_balancer) --> gw(api_gateway) --> db(datastore)", "other --> db"))
    assert Users(board, lambda _component, _context: True).of("db") == ("api", "other")


def test_a_cache_beside_a_store() -> None:
    board = context(sketch("api --> c(cache)", "api --> db(datastore)", "alone --> d(cache)"))
    assert [is_beside_store(cache, board) for cache in ("c", "d")] == [True, False]


def test_what_a_queue_or_store_sets_to_work_is_told() -> None:
    lines = ["jobs(queue) --> done --> db(datastore)", "db --> projection", "web(client) --> api --> db"]
    board = context(sketch(*lines))
    assert [is_told(component, board) for component in ("done", "projection", "api")] == [True, True, False]
