from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.graph import Graph
from whiteboard.model.architecture import Architecture, Component, Connection, Group
from whiteboard.model.errors import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Sequence


def calls(*lines: str, **groups: Sequence[str]) -> set[tuple[str, str]]:
    return set(Graph(sketch(*lines, groups=groups).architecture, load_catalog()).calls.edges())


def test_a_boundary_is_entered_where_nothing_inside_stands_before() -> None:
    lines = ["web(client) --> tier", "lb(load_balancer) --> one", "lb --> two"]
    assert calls(*lines, tier=["lb", "one", "two"]) == {("web", "lb"), ("lb", "one"), ("lb", "two")}


def test_a_boundary_is_left_from_the_services_inside() -> None:
    lines = ["tier --> mail(external_service)", "api --> db(datastore)"]
    assert calls(*lines, tier=["api", "db"]) == {("api", "mail"), ("api", "db")}


def test_a_boundary_of_stores_means_all_of_them() -> None:
    assert calls("api --> stores", "a(datastore)", "b(datastore)", stores=["a", "b"]) == {("api", "a"), ("api", "b")}


def test_monitoring_inside_a_boundary_is_not_meant() -> None:
    lines = ["api --> tier", "db(datastore)", "grafana(monitoring)"]
    assert calls(*lines, tier=["db", "grafana"]) == {("api", "db")}
    assert calls(*lines, tier=["grafana"]) == {("api", "grafana")}


def test_a_ring_inside_a_boundary_is_entered_everywhere() -> None:
    assert calls("web(client) --> ring", "a --> b --> a", ring=["a", "b"]) >= {("web", "a"), ("web", "b")}


def test_a_boundary_holds_what_the_boundaries_inside_it_hold() -> None:
    architecture = Architecture(
        components=tuple(Component(id=i, label=i, kind=k) for i, k in (("api", "service"), ("web", "client"))),
        connections=(Connection(id="c", source="web", target="outer"),),
        groups=(
            Group(id="inner", label="", members=("api",), parent="outer"),
            Group(id="outer", label="", parent="inner"),
        ),
    )
    graph = Graph(architecture, load_catalog())
    assert list(graph.calls.edges()) == [("web", "api")]
    assert graph.members("outer") == ("api",)


def test_an_arrow_to_nothing_known_joins_nothing() -> None:
    architecture = Architecture(
        components=(Component(id="a", label="", kind="service"),),
        connections=(Connection(id="c", source="a", target="gone"),),
    )
    assert list(Graph(architecture, load_catalog()).calls.edges()) == []


def test_too_many_pairs_are_refused() -> None:
    architecture = Architecture(
        components=tuple(Component(id=f"{i}", label="", kind="service") for i in range(1000)),
        connections=(Connection(id="c", source="one", target="other"),),
        groups=(
            Group(id="one", label="", members=tuple(map(str, range(500)))),
            Group(id="other", label="", members=tuple(map(str, range(500, 1000)))),
        ),
    )
    with pytest.raises(TooLargeError, match="200,000 connections"):
        Graph(architecture, load_catalog())
