from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.checks.context import Context
from whiteboard.checks.journeys import journey_taken
from whiteboard.checks.types.component import Component
from whiteboard.model.assessment import JourneyTaken
from whiteboard.model.scenario import Journey

from .judging import ROLES, make, rules

STATED = rules(make(Component, role="client")).model_copy(
    update={
        "roles": ROLES,
        "journeys": {
            "read": Journey(from_="client", to="store", access="read"),
            "write": Journey(from_="client", to="store", access="write"),
        },
    }
)
TWO_WAYS = (
    "web(client) -[GET /feed]-> feeds --> db(datastore)",
    "web -[POST /posts]-> posts -[insert]-> db",
)


def take(journey: str, *lines: str, told: dict[str, list[str]] | None = None) -> JourneyTaken:
    context = Context(Board(sketch(*lines), load_catalog(), told), STATED)
    return journey_taken(journey, context, "test")


@pytest.mark.parametrize(("journey", "walk"), [("read", ("web", "feeds", "db")), ("write", ("web", "posts", "db"))])
def test_labels_tell_reads_from_writes(journey: str, walk: tuple[str, ...]) -> None:
    taken = take(journey, *TWO_WAYS)
    assert (taken.walk, taken.known_by) == (walk, "labels")


def test_without_labels_roles_and_direction_tell() -> None:
    taken = take("write", "web(client) --> api --> db(datastore)")
    assert (taken.walk, taken.known_by) == (("web", "api", "db"), "roles")


def test_no_way_writes_where_the_only_way_is_labelled_as_a_read() -> None:
    assert take("write", "web(client) -[GET /feed]-> api --> db(datastore)").walk == ()


def test_a_label_that_says_both_closes_neither() -> None:
    lines = ["web(client) -[read/write]-> api --> db(datastore)"]
    assert take("read", *lines).walk == take("write", *lines).walk == ("web", "api", "db")


def test_a_person_knows_better() -> None:
    taken = take("read", *TWO_WAYS, told={"read": ["web", "posts", "db"]})
    assert (taken.walk, taken.known_by, taken.stale) == (("web", "posts", "db"), "person", False)


def test_what_a_person_said_is_stale_where_the_arrows_are_gone() -> None:
    taken = take("read", *TWO_WAYS, told={"read": ["web", "db"]})
    assert (taken.walk, taken.known_by, taken.stale) == (("web", "feeds", "db"), "labels", True)
