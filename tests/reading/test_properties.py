from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from drawing import arrow, box, only, read, shape, text

from whiteboard.catalog import load_catalog
from whiteboard.formats.diagram import Diagram, Node, Subgraph
from whiteboard.model.architecture import Component, Properties
from whiteboard.reading import read as read_any
from whiteboard.reading.diagram import read_diagram
from whiteboard.reading.properties import copies_of, properties_of


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Orders, 12 shards", {"shards": 12, "sharded": True}),
        ("Kafka, partitions: 48", {"shards": 48, "sharded": True}),
        ("Sharded by user id", {"sharded": True, "shard_key": "user id"}),
        ("partition key: tweet_id", {"sharded": True, "shard_key": "tweet_id"}),
        ("consistent hashing", {"sharded": True}),
        ("Postgres standby", {"standing": "standby"}),
        ("Read replica", {"standing": "replica"}),
        ("Primary DB", {"standing": "primary"}),
        ("primary + standby", {}),
        ("RDS multi-AZ", {"zones": 2}),
        ("spread over 3 AZs", {"zones": 3}),
        ("multi-region", {"regions": 2}),
        ("auto-scaling", {"autoscaling": True}),
        ("in-memory cache", {"in_memory": True}),
        ("TTL 60s", {"ttl": "60s"}),
        ("expires after 7 days", {"ttl": "7 days"}),
        ("30 min TTL", {"ttl": "30 min"}),
        ("with TTL", {"ttl": ""}),
        ("Leaderboard of masterpieces", {}),
    ],
)
def test_a_text_says(written: str, said: dict[str, Any]) -> None:
    assert asdict(properties_of(written, keeps_data=True)) == asdict(Properties()) | said


def test_only_what_keeps_data_has_a_standing() -> None:
    assert properties_of("Master node", keeps_data=False).standing is None


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("primary + 2 read replicas", 3),
        ("2 replicas", 2),
        ("three replicas", 3),
        ("master/slave", 2),
        ("active-passive", 2),
        ("RF=3", 3),
        ("Replication factor of 5", 5),
        ("Primary", None),
        ("replicas", None),
    ],
)
def test_copies_of_a_store(written: str, count: int | None) -> None:
    assert copies_of(written, keeps_data=True) == count


def test_a_remark_beside_a_component_or_with_an_arrow_to_it_counts() -> None:
    reading = read(
        box("db", "Orders DB", 0, 0),
        box("api", "API", -300, 0),
        arrow("a", (-180, 30), (0, 30), start="api", end="db"),
        text("sharded by customer id", 300, 150, "remark"),
        arrow("b", (300, 160), (110, 62), start="remark", end="db"),
        text("TTL 5 min", -290, 64),
    )
    components = reading.architecture.component
    assert components["db"].properties.shard_key == "customer id"
    assert components["api"].properties.ttl == "5 min"


def test_stacked_copies_and_stated_ones() -> None:
    assert only(read(shape("b", 10, 10), shape("c", 5, 5), box("a", "API server", 0, 0))).replicas == 3
    assert only(read(box("a", "Postgres\nprimary + 2 replicas", 0, 0))).replicas == 3


def in_groups(*nodes: Node, **titles: str) -> dict[str, Component]:
    subgraphs = tuple(Subgraph(id=id_, label=title) for id_, title in titles.items())
    reading = read_any(Diagram(nodes=nodes, subgraphs=subgraphs), load_catalog())
    return reading.architecture.component


def test_the_title_of_a_group_speaks_of_its_members() -> None:
    found = in_groups(Node(id="a", label="API server", parent="g"), g="Auto Scaling group (×4)")["a"]
    assert found.properties.autoscaling
    assert found.replicas == 4


def test_a_title_that_counts_the_members_says_nothing_of_each() -> None:
    assert in_groups(Node(id="a", label="API server", parent="g"), g="3 servers")["a"].replicas is None


def test_what_is_drawn_in_two_regions_is_spread_over_both() -> None:
    nodes = (
        Node(id="a", label="API", parent="g"),
        Node(id="b", label="API", parent="h"),
        Node(id="c", label="DB", parent="h"),
    )
    found = in_groups(*nodes, g="us-east-1", h="eu-west-1")
    assert [found[id_].properties.regions for id_ in "abc"] == [2, 2, None]


def test_a_name_does_not_go_on_in_the_note_below_it() -> None:
    graph = Diagram(
        nodes=(Node(id="a", label="cart-2", notes=("Pod",)), Node(id="b", label="shard 2", notes=("Nodes",)))
    )
    assert [c.replicas for c in read_diagram(graph, load_catalog()).architecture.components] == [None, None]


def test_the_number_of_a_name_is_no_count() -> None:
    assert copies_of("cart-2 pod", keeps_data=False) is None


def test_a_remark_of_two_lines_is_read_as_each_says() -> None:
    remark = text("primary\n2 replicas", 0, 70, fontSize=16)
    api = box("api", "Order service", 400, 0), arrow("a", (400, 30), (120, 30))
    assert read(box("db", "Orders DB", 0, 0), api, remark).architecture.component["db"].replicas == 3
