from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.spread_regions import SpreadRegions

from ..judging import judge, make

CHECK = make(SpreadRegions)
TWO = ["web(client) --> dns(dns) --> a --> db_a(datastore)", "b --> db_b(datastore)"]


def regions(one: str, other: str) -> dict[str, list[str]]:
    return {one: ["a", "db_a"], other: ["b", "db_b"]}


@pytest.mark.parametrize(
    ("one", "other"), [("eu-west-1", "us-east-1"), ("Region A", "Region B"), ("Data center 1", "DC 2"), ("US", "EU")]
)
def test_both_serve(one: str, other: str) -> None:
    assert judge(CHECK, sketch(*TWO, "dns --> b", groups=regions(one, other))).status == "pass"


def test_a_region_that_nothing_leads_to() -> None:
    outcome = judge(CHECK, sketch(*TWO, "db_a ==> db_b", groups=regions("Region A", "Region B")))
    assert outcome.status == "problem"
    assert set(outcome.evidence.component_ids) == {"b", "db_b"}


def test_one_region() -> None:
    reading = sketch("web(client) --> a --> db_a(datastore)", groups={"eu-west-1": ["a", "db_a"]})
    assert judge(CHECK, reading).status == "problem"


def test_one_region_that_is_enough() -> None:
    groups = {"eu-west-1": ["a", "db_a"]}
    reading = sketch("web(client) --> a --> db_a(datastore)", groups=groups, notes=["A single region is enough"])
    assert judge(CHECK, reading).status == "pass"


def test_zones_and_networks_are_no_regions() -> None:
    reading = sketch("web(client) --> a --> db_a(datastore)", groups={"Availability zone 1": ["a"], "VPC": ["db_a"]})
    assert judge(CHECK, reading).status == "not_applicable"


def test_said_and_not_drawn() -> None:
    assert judge(CHECK, sketch("web(client) --> a", notes=["multi-region"])).status == "not_shown"


def test_a_region_that_stands_ready() -> None:
    assert judge(CHECK, sketch(*TWO, "db_a ==> db_b", groups=regions("Region A", "DR region"))).status == "pass"
