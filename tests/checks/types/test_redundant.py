from __future__ import annotations

from sketch import sketch

from whiteboard.checks.types.redundant import Redundant

from ..judging import judge, make

CACHES = make(Redundant, role="cache")
SERVICES = make(Redundant, role="service")


def test_enough() -> None:
    assert judge(CACHES, sketch("api --> redis(cache x3)")).status == "pass"


def test_too_few() -> None:
    outcome = judge(make(Redundant, role="cache", min=4), sketch("api --> redis(cache x3)"))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Fewer than 4 copies are drawn of Redis.")
    assert "×4" in outcome.message


def test_a_single_one() -> None:
    outcome = judge(CACHES, sketch("api --> redis(cache x1)"))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Only one copy is drawn of Redis. Draw the copies")


def test_a_count_that_is_not_drawn_is_unknown() -> None:
    outcome = judge(CACHES, sketch("api --> redis(cache)"))
    assert outcome.status == "not_shown"
    assert outcome.message.startswith("How many there are is not drawn: Redis. Draw the copies")


def test_servers_drawn_one_by_one() -> None:
    assert judge(SERVICES, sketch("lb(load_balancer) --> server_1(service x1)", "lb --> server_2")).status == "pass"


def test_those_of_different_duties_do_not_help_each_other() -> None:
    outcome = judge(SERVICES, sketch("lb(load_balancer) --> orders(service x1)", "lb --> users(service x1)"))
    assert outcome.evidence.component_ids == ("orders", "users")
    assert outcome.status == "problem"


def test_not_drawn() -> None:
    assert judge(CACHES, sketch("api --> db(datastore)")).status == "not_applicable"
