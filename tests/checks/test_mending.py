from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks import mending
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

from .judging import context

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whiteboard.checks.context import Context
    from whiteboard.checks.mending import Mend


def said(mend: Iterable[Edit]) -> list[str]:
    return [_said(edit) for edit in mend]


def _said(edit: Edit) -> str:
    match edit:
        case AddComponent(component=component):
            return f"+ {component.id} {component.label} ({component.kind})"
        case Connect(connection=connection):
            return f"{connection.source} -> {connection.target}"
        case Disconnect(connection_id=id_):
            return f"- {id_}"
        case Reroute(connection_id=id_, source=source, target=target):
            return f"{id_}: {source} -> {target}"
        case Replicate(component_id=id_, replicas=replicas):
            return f"{id_} x{replicas}"


def all_said(mends: Iterable[Mend]) -> list[list[str]]:
    return [said(mend) for mend in mends]


def on(*lines: str, groups: dict[str, list[str]] | None = None) -> Context:
    return context(sketch(*lines, groups=groups))


def test_a_box_is_new_on_the_board_and_the_same_each_time() -> None:
    board = on("web(client) --> api --> db(datastore)")
    added = mending.box(board, "load_balancer", "api")
    assert (added.component.id, added.component.label) == ("new-load_balancer-at-api", "Load balancer")
    assert added == mending.box(board, "load_balancer", "api")


def test_a_box_beside_one_of_an_earlier_fix_has_another_id() -> None:
    board = context(sketch("web(client) --> api", labels={}))
    taken = board.graph.architecture.component
    assert mending._new_id("api", taken) == "api-2"


@pytest.mark.parametrize(
    ("role", "label", "kind"),
    [
        ("gateway", "API gateway", "api_gateway"),
        ("order_service", "Order service", "service"),
        ("dynamo", "Amazon DynamoDB", "key_value_store"),
        ("store", "Datastore", "datastore"),
    ],
)
def test_a_box_for_a_role(role: str, label: str, kind: str) -> None:
    component = mending.box_for(on("web(client) --> api"), role, "api").component
    assert (component.label, component.kind) == (label, kind)


def test_a_box_for_a_role_matches_it() -> None:
    board = on("web(client) --> api")
    for role in board.roles:
        component = mending.box_for(board, role, "api").component
        stated = board.role(role)
        assert not stated.technologies or component.technology in stated.technologies


def test_titles_of_new_boxes_are_read_as_their_kind() -> None:
    catalog = load_catalog()
    misread = {
        kind.id: read
        for kind in catalog.kinds.values()
        if not kind.abstract and (read := catalog.classify(kind.title).kind) != kind.id
    }
    assert misread == {}


def test_insert() -> None:
    board = on("web(client) --> api --> db(datastore)")
    mend = mending.insert(board, ("web", "api"), mending.box(board, "load_balancer", "api"))
    assert said(mend) == [
        "+ new-load_balancer-at-api Load balancer (load_balancer)",
        "c1: web -> new-load_balancer-at-api",
        "new-load_balancer-at-api -> api",
    ]


def test_insert_where_request_and_answer_are_drawn() -> None:
    board = on("web(client) --> api", "api -[response]-> web")
    mend = mending.insert(board, ("web", "api"), mending.box(board, "load_balancer", "api"))
    assert said(mend)[1:] == [
        "c1: web -> new-load_balancer-at-api",
        "c2: new-load_balancer-at-api -> web",
        "new-load_balancer-at-api -> api",
    ]


def test_an_arrow_drawn_against_the_edge_is_turned() -> None:
    board = on("db(datastore) --> web(client)")
    assert said(mending.insert(board, ("web", "db"), mending.box(board, "service", "db")))[1:] == [
        "c1: web -> new-service-at-db",
        "new-service-at-db -> db",
    ]


def test_an_arrow_to_a_boundary_stays_one() -> None:
    board = on("web(client) --> tier", "a --> db(datastore)", "b --> db", groups={"tier": ["a", "b"]})
    assert said(mending.insert(board, ("web", "a"), mending.box(board, "load_balancer", "a")))[1:] == [
        "c1: web -> new-load_balancer-at-a",
        "new-load_balancer-at-a -> tier",
    ]


def test_reroute_through_a_component_that_is_asked_already() -> None:
    board = on("web(client) --> api --> db(datastore)", "web --> db")
    assert said(mending.reroute(board, ("web", "db"), "api")) == ["- c3"]


def test_reroute_through_a_component_that_leads_there_already() -> None:
    board = on("web(client) --> lb(load_balancer) --> api --> db(datastore)", "admin(client) --> db")
    assert said(mending.reroute(board, ("admin", "db"), "lb")) == ["c4: admin -> lb"]


def test_nothing_can_be_put_where_nothing_is_drawn() -> None:
    assert mending.reroute(on("web(client)", "api"), ("web", "api"), "other") == ()


def test_join_only_what_is_not_joined() -> None:
    board = on("web(client) --> api", "db(datastore)")
    assert mending.join(board, "web", "api") == mending.join(board, "api", "web") == ()
    assert said(mending.join(board, "api", "db")) == ["api -> db"]


def test_what_a_new_arrow_says_is_what_it_does() -> None:
    assert mending.arrow(on("api", "db(datastore)"), "api", "db", "write").connection.access == "write"


def test_replicate_each_once() -> None:
    assert said(mending.replicate(["db", "api", "db"], 3)) == ["db x3", "api x3"]


def test_erase_draws_nothing() -> None:
    assert said(mending.erase(on("a --> b", "b -[retry]-> a"), ("a", "b"))) == ["- c1", "- c2"]


def test_turn_to_another_store() -> None:
    board = on("a --> db(datastore)", "own(datastore)")
    assert said(mending.turn(board, ("a", "db"), "own")) == ["c1: a -> own"]


def test_lead_through_prefers_what_is_drawn() -> None:
    board = on("web(client) --> api --> db(datastore)", "admin(client) --> db")
    assert all_said(mending.lead_through(board, ("admin", "db"), "service")) == [
        ["c3: admin -> api"],
        ["+ new-service-at-db Service (service)", "c3: admin -> new-service-at-db", "new-service-at-db -> db"],
    ]


def test_lead_through_role() -> None:
    board = on("web(client) --> api --> db(datastore)", "admin(client) --> db")
    assert all_said(mending.lead_through_role(board, ("admin", "db"), "service"))[0] == ["c3: admin -> api"]


def test_ask_prefers_what_is_drawn() -> None:
    board = on("web(client) --> api --> db(datastore)", "redis(cache)")
    assert all_said(mending.ask(board, "api", "cache")) == [
        ["api -> redis"],
        ["+ new-cache-at-api Cache (cache)", "api -> new-cache-at-api"],
    ]
    assert all_said(mending.ask_role(board, "api", "cache"))[0] == ["api -> redis"]


def test_drain_by_an_idle_worker_first() -> None:
    board = on("web(client) --> api --> jobs(queue)", "api --> db(datastore)", "mailer(worker) --> db")
    assert all_said(mending.drain(board, "jobs")) == [
        ["jobs -> mailer"],
        ["+ new-worker-at-jobs Worker (worker)", "jobs -> new-worker-at-jobs", "new-worker-at-jobs -> db"],
        ["+ new-worker-at-jobs Worker (worker)", "jobs -> new-worker-at-jobs"],
        [
            "+ new-worker-at-jobs Worker (worker)",
            "jobs -> new-worker-at-jobs",
            "+ new-datastore-at-new-worker-at-jobs Datastore (datastore)",
            "new-worker-at-jobs -> new-datastore-at-new-worker-at-jobs",
        ],
    ]


def test_feed_by_a_service() -> None:
    board = on("web(client) --> api", "jobs(queue) --> mailer(worker)")
    assert all_said(mending.feed(board, "jobs")) == [
        ["api -> jobs"],
        ["+ new-service-at-jobs Service (service)", "new-service-at-jobs -> jobs"],
    ]


def test_decouple() -> None:
    board = on("web(client) --> api --> mail(notification)")
    assert all_said(mending.decouple(board, ("api", "mail"))) == [
        [
            "+ new-queue-at-api Queue (queue)",
            "+ new-worker-at-mail Worker (worker)",
            "c2: api -> new-queue-at-api",
            "new-queue-at-api -> new-worker-at-mail",
            "new-worker-at-mail -> mail",
        ]
    ]


def test_decouple_a_worker_by_the_queue_that_is_drawn() -> None:
    board = on("web(client) --> api --> resize(worker)", "api --> jobs(queue)")
    assert all_said(mending.decouple(board, ("api", "resize")))[0] == ["c2: api -> jobs", "jobs -> resize"]


def test_add_follower() -> None:
    added, fed = mending.add_follower(on("api --> orders(relational_db)"), "orders", "standby")
    assert isinstance(added, AddComponent)
    assert isinstance(fed, Connect)
    assert (added.component.label, added.component.kind) == ("Orders standby", "relational_db")
    assert fed.connection.style == "replication"


def test_gather_several_ways_at_one_door() -> None:
    board = on("web(client) --> a", "web --> b", "phone(client) --> a")
    assert said(
        mending.gather(board, [("web", "a"), ("web", "b"), ("phone", "a")], mending.box(board, "api_gateway", "a"))
    ) == [
        "+ new-api_gateway-at-a API gateway (api_gateway)",
        "c1: web -> new-api_gateway-at-a",
        "- c2",
        "c3: phone -> new-api_gateway-at-a",
        "new-api_gateway-at-a -> a",
        "new-api_gateway-at-a -> b",
    ]


def test_gather_at_the_door_that_is_drawn() -> None:
    board = on("web(client) --> gw(api_gateway) --> a", "web --> b")
    assert all_said(mending.gather_by_role(board, [("web", "b")], "gateway"))[0] == ["- c3", "gw -> b"]
    assert all_said(mending.gather_by_role(board, [], "gateway")) == []


@pytest.mark.parametrize(
    ("label", "copy"),
    [
        ("MySQL (users, orders) x1", "MySQL standby"),
        ("Mailbox DB - Postgres: bodies", "Mailbox DB standby"),
        ("Orders\nprimary", "Orders standby"),
        ("(main)", "(main) standby"),
    ],
)
def test_a_copy_bears_the_bare_name(label: str, copy: str) -> None:
    board = context(sketch("api --> db(datastore)", labels={"db": label}))
    assert mending.copy_of(board, "db", "standby").component.label == copy


def test_what_lies_behind_a_queue_does_not_feed_it() -> None:
    board = on("jobs(stream) --> charts", "tool", "web(client) --> api")
    producers = [edits[0] for edits in all_said(mending.feed(board, "jobs"))]
    assert producers[:2] == ["api -> jobs", "tool -> jobs"]
    assert "charts -> jobs" not in producers


def test_several_calls_of_one_caller_leave_through_one_queue() -> None:
    board = on("web(client) --> api --> mail(notification)", "api --> sms(external_service)", "other --> mail")
    edges = [("api", "mail"), ("api", "sms"), ("other", "mail")]
    assert all_said(mending.decouple_all(board, edges)) == [
        [
            "+ new-queue-at-api Queue (queue)",
            "+ new-worker-at-api Worker (worker)",
            "c2: api -> new-queue-at-api",
            "- c3",
            "new-queue-at-api -> new-worker-at-api",
            "new-worker-at-api -> mail",
            "new-worker-at-api -> sms",
        ]
    ]
