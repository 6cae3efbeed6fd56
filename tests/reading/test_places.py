from __future__ import annotations

import pytest

from whiteboard.catalog import load_catalog
from whiteboard.model.architecture import Component, Connection, Group
from whiteboard.reading.places import place_components


def placed(label: str, *links: tuple[str, str], title: str | None = None) -> Component:
    """A component with this label, `x`, among others whose ids are their labels, placed."""
    catalog = load_catalog()
    labels = {"x": label} | {end: end for link in links for end in link if end != "x"}
    found = {id_: catalog.classify(name) for id_, name in labels.items()}
    components = [
        Component(id=id_, label=labels[id_], kind=f.kind, confidence=f.confidence, technology=f.technology)
        for id_, f in found.items()
    ]
    connections = [Connection(id=str(i), source=a, target=b) for i, (a, b) in enumerate(links)]
    groups = [Group(id="g", label=title, members=("x",))] if title else []
    return next(c for c in place_components(components, connections, catalog, groups) if c.id == "x")


@pytest.mark.parametrize(
    ("label", "title", "kind"),
    [
        ("Orders", "Databases", "datastore"),
        ("Orders", "Microservices", "service"),
        ("Foo", "Service layer", "service"),
        ("Users", "Databases", "datastore"),  # a table, not a person
        ("Users", "Services", "client"),
        ("Foo", "Redis", "other"),  # a product that ends in s is not several
        ("Redis", "Databases", "cache"),  # what says something itself is not overruled
        ("Foo", "API gateway", "other"),  # what a gateway is made of is no gateway
        ("Foo", "us-east-1", "other"),
    ],
)
def test_the_title_of_the_group_decides_where_the_text_says_little(label: str, title: str, kind: str) -> None:
    assert placed(label, title=title).kind == kind


def test_what_workers_take_from_is_a_queue() -> None:
    assert placed("Redis", ("API server", "x"), ("x", "Worker")).kind == "queue"
    assert placed("Redis", ("API server", "x")).kind == "cache"


def test_a_product_for_many_things_is_what_stands_beside_it() -> None:
    assert placed("Firebase", ("Push service", "x"), ("Push service", "APNs")).kind == "notification"
    assert placed("Firebase", ("Push service", "x")).kind == "document_db"


def test_a_member_without_connections_has_those_of_its_group() -> None:
    catalog = load_catalog()
    components = [
        Component(id="x", label="Foo", kind="other", confidence=0.1),
        Component(id="s", label="S", kind="service"),
    ]
    groups = [Group(id="g", label="", members=("x",))]
    found = place_components(components, [Connection(id="1", source="g", target="s")], catalog, groups)
    assert found[0].kind == "client"
