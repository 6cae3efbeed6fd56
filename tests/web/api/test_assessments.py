from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ..visitor import box

if TYPE_CHECKING:
    from flask import Flask

    from ..visitor import Visitor


@pytest.fixture
def session_id(ada: Visitor) -> str:
    """A session whose revision 1 shows a cache."""
    begun = ada.begin("shop")
    ada.save(begun, 0, box("a", customData={"kind": "cache"}))
    return begun


def assess(visitor: Visitor, session_id: str, revision: object = 1) -> Any:
    return visitor.post(f"/api/sessions/{session_id}/assessments", json={"revision": revision})


def test_an_assessment_names_its_revision_and_scenario(ada: Visitor, session_id: str) -> None:
    answer = assess(ada, session_id)
    assert answer.status_code == 201
    assert answer.json["revision"] == 1
    assert answer.json["assessment"]["scenario_id"] == "shop"
    assert [c["id"] for c in answer.json["assessment"]["reading"]["components"]] == ["a"]


def test_a_free_board_is_judged_by_the_house_rules_alone(ada: Visitor) -> None:
    assert assess(ada, ada.begin(), 0).json["assessment"]["scenario_id"] is None


def test_asking_again_gives_the_same_assessment(ada: Visitor, session_id: str) -> None:
    first, second = assess(ada, session_id), assess(ada, session_id)
    assert second.status_code == 200
    assert second.json == first.json


def test_an_old_revision_can_be_assessed(ada: Visitor, session_id: str) -> None:
    assert assess(ada, session_id, 0).json["assessment"]["reading"]["components"] == []


def test_an_assessment_can_be_shown_again(ada: Visitor, session_id: str) -> None:
    made = assess(ada, session_id)
    assert ada.get(made.headers["Location"]).json == made.json
    assert made.headers["Location"].endswith(made.json["id"])


def test_the_latest_is_that_of_the_newest_revision(ada: Visitor, session_id: str) -> None:
    newest = assess(ada, session_id)
    assess(ada, session_id, 0)
    assert ada.get(f"/api/sessions/{session_id}/assessments/latest").json == newest.json


def test_there_may_be_no_assessment_yet(ada: Visitor, session_id: str) -> None:
    assert ada.get(f"/api/sessions/{session_id}/assessments/latest").status_code == 404
    assert ada.get(f"/api/sessions/{session_id}/assessments/none-such").status_code == 404


@pytest.mark.parametrize("revision", [2, -1, "x", None, 1.5, 2**60])
def test_a_revision_that_never_was_is_refused(ada: Visitor, session_id: str, revision: object) -> None:
    answer = assess(ada, session_id, revision)
    assert answer.status_code == 422
    assert answer.json["error"]["problems"][0]["where"] == "revision"


def test_a_scenario_that_left_the_library_is_a_conflict(app: Flask, ada: Visitor, session_id: str) -> None:
    scenarios = app.extensions["whiteboard"].library.scenarios
    object.__setattr__(app.extensions["whiteboard"].library, "scenarios", {})
    assert scenarios
    assert assess(ada, session_id).status_code == 409
