from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.no_single_point import NoSinglePoint
from whiteboard.model.fix import AddComponent, Replicate

from ..judging import context, judge, make

BROWSE = make(NoSinglePoint, journey="browse")


def test_a_single_one() -> None:
    outcome = judge(BROWSE, sketch("web(client) --> lb(load_balancer x2) --> api(service x4) --> db(datastore x1)"))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Web → Lb → Api → Db: there is no way round Db, and only one copy is drawn.")
    assert outcome.evidence.component_ids == ("db", "web", "lb", "api")


def test_copies_everywhere() -> None:
    outcome = judge(BROWSE, sketch("web(client) --> lb(load_balancer x2) --> api(service x4) --> db(datastore x2)"))
    assert outcome.status == "pass"
    assert outcome.message == "There is no way round Lb, Api or Db, but each has copies."


def test_a_count_that_is_not_drawn_is_unknown() -> None:
    outcome = judge(BROWSE, sketch("web(client) --> api --> db(datastore x2)"))
    assert outcome.status == "not_shown"
    assert outcome.message.startswith("There is no way round Api, and how many there are is not drawn")


def test_parallel_servers_are_a_way_round() -> None:
    lines = [
        "web(client) --> lb(load_balancer x2) --> one(service x1) --> db(datastore x2)",
        "lb --> two(service x1) --> db",
    ]
    assert judge(BROWSE, sketch(*lines)).status == "pass"


def test_a_way_round_everything() -> None:
    lines = [
        "web(client) --> one(service x1) --> db_1(datastore x1)",
        "web --> two(service x1) --> db_2(datastore x1)",
    ]
    outcome = judge(BROWSE, sketch(*lines))
    assert (outcome.status, outcome.message) == ("pass", "There is a way round every component.")


def test_stores_of_different_data_do_not_replace_each_other() -> None:
    lines = ["web(client) --> api(service x2) --> users(datastore x1)", "api --> orders(datastore x2)"]
    assert judge(BROWSE, sketch(*lines)).evidence.component_ids[0] == "users"


def test_a_standby_is_a_copy() -> None:
    lines = ["web(client) --> api(service x2) --> db(datastore x1)", "db ==> standby(datastore x1)"]
    assert judge(BROWSE, sketch(*lines)).status == "pass"


def test_a_read_replica_cannot_take_the_writes() -> None:
    lines = ["web(client) --> api(service x2) --> db(datastore x1)", "db ==> replica(datastore x2)", "api --> replica"]
    assert judge(BROWSE, sketch(*lines)).evidence.component_ids[0] == "db"


def test_replicas_alone_are_ends_too() -> None:
    lines = ["web(client) --> api(service x2) --> replica(datastore x2)", "db(datastore x1) ==> replica"]
    assert judge(BROWSE, sketch(*lines)).status == "pass"


def test_exceptions_do_not_count() -> None:
    check = make(NoSinglePoint, journey="browse", **{"except": ["gateway"]})
    assert (
        judge(check, sketch("web(client) --> lb(load_balancer x1) --> api(service x2) --> db(datastore x2)")).status
        == "pass"
    )


def test_the_start_does_not_count() -> None:
    assert judge(BROWSE, sketch("web(client x1) --> api(service x2) --> db(datastore x2)")).status == "pass"


def test_ends_that_are_not_drawn() -> None:
    assert judge(BROWSE, sketch("web(client) --> api(service x1)")).status == "not_applicable"


def test_cut_off() -> None:
    assert judge(BROWSE, sketch("web(client) --> api", "db(datastore)")).status == "problem"
    assert judge(BROWSE, sketch("web(client) --> api", "db(datastore)"), required=False).status == "not_applicable"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("api --> payment(service x1)", "problem"),
        ("api --> jobs(queue x1)", "problem"),
        ("api --> payment(service x2)", "pass"),
        ("api --> near(cache x1)", "pass"),
    ],
)
def test_everywhere_means_also_where_no_store_lies_behind(line: str, status: str) -> None:
    check = make(NoSinglePoint, journey="browse", everywhere=True)
    lines = ["web(client) --> lb(load_balancer x2) --> api(service x4) --> db(datastore x2)", line]
    assert judge(check, sketch(*lines)).status == status


def test_everywhere_needs_no_store() -> None:
    check = make(NoSinglePoint, journey="browse", everywhere=True)
    assert judge(check, sketch("web(client) --> api(service x1)")).status == "problem"
    assert judge(check, sketch("web(client)", "api(service x1)")).status == "not_applicable"


def test_an_uncounted_balancer_alone_leaves_the_rest_to_decide() -> None:
    assert (
        judge(BROWSE, sketch("web(client) --> lb(load_balancer) --> api(service x4) --> db(datastore x2)")).status
        == "pass"
    )
    assert judge(BROWSE, sketch("web(client) --> lb(load_balancer)", "lb --> db(datastore)")).status == "not_shown"


def test_a_single_store_gets_a_standby_and_a_single_service_copies() -> None:
    board = sketch("web(client) --> api(service x1) --> db(datastore x1)")
    first = next(BROWSE.mends(context(board, BROWSE)))
    added = [edit.component.label for edit in first if isinstance(edit, AddComponent)]
    copied = [edit.component_id for edit in first if isinstance(edit, Replicate)]
    assert (added, copied) == (["Db standby"], ["api"])
