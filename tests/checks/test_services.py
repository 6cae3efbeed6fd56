from __future__ import annotations

from sketch import sketch

from whiteboard.checks.services import Users, is_beside_store, services

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
