from __future__ import annotations

from itertools import pairwise

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.feedback.fixes import edited
from whiteboard.feedback.fixes.summary import summary
from whiteboard.model.architecture import Component, Connection
from whiteboard.model.fix import AddComponent, Connect, Disconnect, Edit, Replicate, Reroute

BOARD = sketch("web(client) --> api --> db(datastore)", "phone(client) --> api", "jobs(queue)", "mail(worker)")


def added(kind: str, label: str | None = None) -> AddComponent:
    return AddComponent(component=Component(id=kind, label=label or load_catalog().kinds[kind].title, kind=kind))


def joined(*ends: str, label: str = "") -> list[Connect]:
    return [
        Connect(connection=Connection(id=f"{one}-{two}", source=one, target=two, label=label))
        for one, two in pairwise(ends)
    ]


def led(id_: str, source: str, target: str) -> Reroute:
    return Reroute(connection_id=id_, source=source, target=target)


COPY = AddComponent(component=Component(id="copy", label="Db standby", kind="datastore"))
SECOND = AddComponent(component=Component(id="w2", label="Worker", kind="worker"))
FEED = Connect(connection=Connection(id="feed", source="db", target="copy", style="replication"))


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ([added("cache"), led("c2", "api", "cache"), *joined("cache", "db")], "Put a cache between Api and Db."),
        (
            [added("waf"), led("c1", "web", "waf"), led("c3", "phone", "waf"), *joined("waf", "api")],
            "Let Web and Phone reach Api through a web application firewall.",
        ),
        ([added("cache", "Feeds"), *joined("api", "cache")], "Add a cache (“Feeds”) for Api to use."),
        ([added("monitoring"), *joined("api", "monitoring")], "Add monitoring for Api to report to."),
        ([added("function"), *joined("function", "api")], "Add a function in front of Api."),
        (
            [added("worker"), added("object_store"), *joined("jobs", "worker", "object_store")],
            "Add a worker that takes from Jobs, and an object store behind it.",
        ),
        (
            [added("data_warehouse"), *joined("db", "data_warehouse"), *joined("api", "data_warehouse")],
            "Add a data warehouse, fed from Db, for Api to use.",
        ),
        ([COPY, FEED], "Add “Db standby” and feed it from Db."),
        (
            [added("pubsub"), *joined("api", "pubsub", "api")],
            "Join Api by publish-subscribe.",
        ),
        (
            [added("queue"), added("worker"), led("c2", "api", "queue"), *joined("queue", "worker", "db")],
            "Put a queue and a worker between Api and Db.",
        ),
        (
            [added("service"), added("waf"), led("c2", "api", "waf"), *joined("waf", "service", "db")],
            "Put a web application firewall and a service between Api and Db.",
        ),
        (
            [
                added("queue"),
                added("worker"),
                SECOND,
                *joined("api", "queue", "worker", "db"),
                *joined("queue", "w2", "mail"),
            ],
            "Let Api reach Db and Mail through a queue and 2 workers.",
        ),
        (
            [added("queue"), added("worker"), *joined("api", "queue", "worker", "db")],
            "Add a queue and a worker beside the arrow from Api to Db.",
        ),
        ([*joined("jobs", "mail"), *joined("api", "mail")], "Draw arrows from Jobs and Api to Mail."),
        (
            [Disconnect(connection_id="c1"), Disconnect(connection_id="c3")],
            "Take away the arrows from Web and Phone to Api.",
        ),
        ([*joined("jobs", "mail")], "Draw an arrow from Jobs to Mail."),
        (
            [*joined("mail", "db", label="write"), *joined("mail", "api")],
            "Draw arrows from Mail to Db (“write”) and Api.",
        ),
        ([led("c3", "phone", "jobs")], "Lead the arrow from Phone to Jobs instead of Api."),
        ([led("c1", "web", "mail"), *joined("mail", "api")], "Lead the arrow from Web to Api through Mail."),
        ([led("c2", "mail", "db")], "Let the arrow from Api to Db run from Mail to Db."),
        ([Disconnect(connection_id="c3")], "Take away the arrow from Phone to Api."),
        ([Replicate(component_id="db", replicas=2)], "Run 2 copies of Db."),
        (
            [Replicate(component_id="db", replicas=2), Replicate(component_id="api", replicas=2)],
            "Run 2 copies each of Db and Api.",
        ),
        (
            [added("cache"), *joined("api", "cache"), Replicate(component_id="db", replicas=3)],
            "Add a cache for Api to use; run 3 copies of Db.",
        ),
    ],
)
def test_what_a_fix_tells(edits: list[Edit], told: str) -> None:
    after = edited(BOARD, edits).architecture
    assert summary(tuple(edits), BOARD.architecture, after, load_catalog()) == told


def test_what_stands_between_now_is_not_told_to_be_taken_away() -> None:
    edits: tuple[Edit, ...] = (added("cache"), *joined("api", "cache", "db"), Disconnect(connection_id="c2"))
    told = summary(edits, BOARD.architecture, edited(BOARD, edits).architecture, load_catalog())
    assert told == "Put a cache between Api and Db."


def test_what_leads_there_as_well_is_told() -> None:
    board = sketch("web(client) --> gw(api_gateway) --> api", "web --> api")
    edits: tuple[Edit, ...] = (Disconnect(connection_id="c3"),)
    told = summary(edits, board.architecture, edited(board, edits).architecture, load_catalog())
    assert told == "Take away the arrow from Web to Api (Gw leads there as well)."


def test_copies_of_one_name_are_told_once() -> None:
    board = sketch("jobs(queue)", "w1(worker)", "w2(worker)", labels={"w1": "Worker", "w2": "Worker"})
    edits: tuple[Edit, ...] = (*joined("jobs", "w1"), *joined("jobs", "w2"))
    told = summary(edits, board.architecture, edited(board, edits).architecture, load_catalog())
    assert told == "Draw arrows from Jobs to each Worker."
