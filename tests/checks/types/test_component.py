from __future__ import annotations

from sketch import sketch

from whiteboard.checks.types.component import Component

from ..judging import judge, make

CACHE = make(Component, role="cache")


def test_drawn() -> None:
    outcome = judge(CACHE, sketch("api --> redis(cache)"))
    assert (outcome.status, outcome.message) == ("pass", "Drawn: Redis.")
    assert outcome.evidence.component_ids == ("redis",)
    assert outcome.evidence.element_ids == ("el-redis",)


def test_not_drawn() -> None:
    outcome = judge(CACHE, sketch("api --> db(datastore)"))
    assert (outcome.status, outcome.message) == ("problem", "No cache is drawn.")


def test_too_few() -> None:
    outcome = judge(make(Component, role="cache", min=2), sketch("api --> redis(cache)"))
    assert (outcome.status, outcome.message) == ("problem", "Only Redis is drawn, where at least 2 are needed.")


def test_roles_narrow_by_words_and_technology() -> None:
    reading = sketch("orders --> users", labels={"orders": "OrderService", "users": "User service"})
    assert judge(make(Component, role="order_service"), reading).evidence.component_ids == ("orders",)
    assert judge(make(Component, role="dynamo"), sketch("api --> db(datastore)")).status == "problem"
