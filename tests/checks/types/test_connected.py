from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.connected import Connected

from ..judging import judge, make

ALL = make(Connected)
REACHED = make(Connected, accept=["dead_end"])
PASSED_ON = make(Connected, accept=["orphan", "unreached"])


def test_all_connected() -> None:
    outcome = judge(REACHED, sketch("web(client) --> api --> db(datastore)"))
    assert (outcome.status, outcome.message) == ("pass", "All of it is connected: Api, Db and Web.")


def test_an_orphan() -> None:
    outcome = judge(ALL, sketch("web(client) --> api", "redis(cache)"))
    assert outcome.status == "problem"
    assert outcome.message == "Nothing is connected to Redis: draw who uses it, or take it off the board."
    assert outcome.evidence.element_ids == ("el-redis",)


@pytest.mark.parametrize("kind", ["monitoring", "logging", "secrets", "other"])
def test_what_serves_everything_may_stand_alone(kind: str) -> None:
    assert judge(ALL, sketch("web(client) --> api", f"alone({kind})")).status == "pass"


def test_what_stands_in_a_connected_boundary_is_connected() -> None:
    reading = sketch("web(client) --> tier", "api", "redis(cache)", groups={"tier": ["api", "redis"]})
    assert judge(ALL, reading).status == "pass"


def test_a_callout_is_no_orphan() -> None:
    names = ["sharding(other)", "backoff(other)", "caching(cache)"]
    groups = {"techniques": ["sharding", "backoff", "caching"]}
    assert judge(ALL, sketch("web(client) --> api", *names, groups=groups)).status == "pass"


def test_what_nothing_leads_to_may_be_entered_from_outside() -> None:
    outcome = judge(ALL, sketch("web(client) --> api --> db(datastore)", "stock --> db"))
    assert outcome.status == "not_shown"
    assert outcome.message == "Nothing drawn leads to Stock: draw who uses it, or what starts it."


@pytest.mark.parametrize("kind", ["worker", "scheduler", "batch_processor", "external_service", "monitoring"])
def test_jobs_and_outsiders_start_by_themselves(kind: str) -> None:
    assert judge(REACHED, sketch("web(client) --> api --> db(datastore)", f"job({kind}) --> db")).status == "pass"


def test_without_a_client_that_asks_nobody_can_say_what_is_reached() -> None:
    assert judge(REACHED, sketch("a --> b")).status == "pass"
    assert judge(REACHED, sketch("a --> push(notification) --> phone(client)")).status == "pass"


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> end(load_balancer)"],
        ["api --> jobs(queue) --> end(worker)"],
        ["api --> end(queue)"],
        ["api --> db(datastore) ==> end(datastore)"],
    ],
)
def test_a_dead_end(lines: list[str]) -> None:
    outcome = judge(PASSED_ON, sketch(*lines, labels={"end": "Read replica"}))
    assert outcome.status == "problem"
    assert outcome.evidence.component_ids == ("end",)
    assert outcome.message == "Nothing leads on from Read replica: draw where its work goes."


@pytest.mark.parametrize(
    "lines",
    [
        ["api --> jobs(queue) --> end(worker) --> db(datastore)"],
        ["api --> jobs(queue) --> end(worker) --> mail(external_service)"],
        ["cron(scheduler) --> end(worker) -[DELETE]-> db(datastore)"],
        ["api --> end(load_balancer) --> other"],
    ],
)
def test_what_passes_on(lines: list[str]) -> None:
    assert judge(PASSED_ON, sketch(*lines)).status == "pass"


def test_only_one_role() -> None:
    check = make(Connected, role="worker")
    assert judge(check, sketch("api --> jobs(queue)", "redis(cache)")).status == "not_applicable"
    assert judge(check, sketch("end(worker)", "redis(cache)")).evidence.component_ids == ("end",)


def test_an_empty_board() -> None:
    assert judge(ALL, sketch()).status == "not_applicable"


def test_a_copy_of_what_is_connected_is_no_orphan() -> None:
    labels = {"one": "Encoder 1", "two": "Encoder 2"}
    lines = ["api --> jobs(queue) --> one(worker) --> db(datastore)", "two(worker)"]
    assert judge(ALL, sketch(*lines, labels=labels)).status == "pass"


def test_a_callout_is_known_by_its_heading_too() -> None:
    groups = {"Key concepts": ["store_a", "store_b"]}
    lines = ["web(client) --> api", "store_a(cache)", "store_b(datastore)"]
    assert judge(ALL, sketch(*lines, groups=groups)).status == "pass"


@pytest.mark.parametrize("label", ["Analytics worker", "Audit logger", "Metrics consumer"])
def test_what_is_looked_at_where_it_is_made_is_no_dead_end(label: str) -> None:
    assert judge(PASSED_ON, sketch("api --> jobs(queue) --> end(worker)", labels={"end": label})).status == "pass"


def test_a_job_may_feed_a_queue_that_others_drain() -> None:
    lines = ["scan(scheduler) --> jobs(queue) --> w(worker) --> db(datastore)"]
    assert judge(PASSED_ON, sketch(*lines)).status == "pass"
