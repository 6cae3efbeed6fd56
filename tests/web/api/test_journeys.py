from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ..visitor import row

if TYPE_CHECKING:
    from ..visitor import Visitor

WALK = ["a0", "a1", "a2", "a3"]


@pytest.fixture
def session_id(ada: Visitor) -> str:
    """A session whose revision 1 shows two ways from a client to a store, the first one longer."""
    begun = ada.begin()
    shorter = row("b", 400, "client", "service", "relational_db")
    ada.save(begun, 0, *row("a", 0, "client", "service", "cache", "relational_db"), *shorter)
    return begun


def tell(visitor: Visitor, session_id: str, walk: object = WALK, *, journey: str = "read", revision: int = 1) -> Any:
    return visitor.put(f"/api/sessions/{session_id}/journeys/{journey}", {"revision": revision, "walk": walk})


def withdraw(visitor: Visitor, session_id: str) -> Any:
    return visitor.delete(f"/api/sessions/{session_id}/journeys/read")


def taken(visitor: Visitor, session_id: str, revision: int = 1, **more: object) -> Any:
    body = {"revision": revision, "design": None, **more}
    answer = visitor.post(f"/api/sessions/{session_id}/assessments", json=body).json
    return next(journey for journey in answer["assessment"]["journeys"] if journey["journey_id"] == "read")


def test_a_journey_goes_the_way_that_was_told(ada: Visitor, session_id: str) -> None:
    assert taken(ada, session_id)["walk"] == ["b0", "b1", "b2"]
    assert tell(ada, session_id).status_code == 201
    told = taken(ada, session_id)
    assert (told["walk"], told["known_by"], told["stale"]) == (WALK, "person", False)
    assert ada.get(f"/api/sessions/{session_id}/journeys").json == {"journeys": {"read": WALK}}


def test_a_journey_can_be_told_again_and_taken_back(ada: Visitor, session_id: str) -> None:
    tell(ada, session_id)
    assert tell(ada, session_id, WALK[:3]).status_code == 200
    assert taken(ada, session_id)["walk"] == WALK[:3]
    assert withdraw(ada, session_id).status_code == 204
    assert taken(ada, session_id)["known_by"] == "roles"
    assert withdraw(ada, session_id).status_code == 404


def test_what_is_no_longer_drawn_makes_it_stale(ada: Visitor, session_id: str) -> None:
    tell(ada, session_id)
    arrow = next(element for element in ada.board(session_id)["elements"] if element["id"] == "a1to")
    ada.save(session_id, 1, arrow | {"version": 2, "isDeleted": True})
    assert taken(ada, session_id, 2)["stale"]


def test_what_was_told_of_one_design_says_nothing_of_another(ada: Visitor, session_id: str) -> None:
    tell(ada, session_id)
    assert taken(ada, session_id, design=1)["known_by"] == "person"
    other = taken(ada, session_id, design=2)
    assert (other["known_by"], other["stale"]) == ("roles", False)


@pytest.mark.parametrize(
    ("walk", "message"),
    [
        (["a0"], "walk must hold at least 2, not 1"),
        (["a0"] * 101, "walk must hold at most 100, not 101"),
        (["a0", 5], "walk[1] must be a text, not 5"),
        (["a0", ""], "walk[1] must be a text of 1 to 200 characters without control characters, not ''"),
        (["a0", "a2"], "walk[1] is not joined to walk[0]"),
        (["a0", "none", "a1"], "walk[1] is no component of the board"),
        (["a0", "a1", "a0"], "walk[2] is on the way already"),
    ],
)
def test_a_way_that_is_not_drawn_is_refused(ada: Visitor, session_id: str, walk: object, message: str) -> None:
    answer = tell(ada, session_id, walk)
    assert (answer.status_code, answer.json["error"]["message"]) == (422, message)


def test_a_journey_may_be_told_against_an_arrow(ada: Visitor, session_id: str) -> None:
    assert tell(ada, session_id, WALK[::-1]).status_code == 201


def test_a_revision_that_never_was_is_refused(ada: Visitor, session_id: str) -> None:
    assert tell(ada, session_id, revision=9).json["error"]["problems"][0]["where"] == "revision"


def test_a_journey_that_nobody_stated_cannot_be_told(ada: Visitor, session_id: str) -> None:
    assert tell(ada, session_id, journey="nowhere").status_code == 404


def test_another_person_tells_nothing(ada: Visitor, eve: Visitor, session_id: str) -> None:
    tell(ada, session_id)
    assert {tell(eve, session_id).status_code, withdraw(eve, session_id).status_code} == {404}
    assert eve.get(f"/api/sessions/{session_id}/journeys").status_code == 404
    assert taken(ada, session_id)["known_by"] == "person"


def test_telling_needs_the_token(ada: Visitor, session_id: str) -> None:
    path = f"/api/sessions/{session_id}/journeys/read"
    assert ada.client.put(path, json={"revision": 1, "walk": WALK}).status_code == 403
    assert ada.client.delete(path).status_code == 403
