from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ..visitor import row

if TYPE_CHECKING:
    from ..visitor import Visitor

DIRECT = "direct-db-access/no-direct-store-access"
SAID = {"kind": "accepted", "because": "A tool for two people.", "component_ids": ["a0", "a1"]}


@pytest.fixture
def session_id(ada: Visitor) -> str:
    """A session whose revision 1 shows a client at a database."""
    begun = ada.begin()
    ada.save(begun, 0, *row("a", 0, "client", "relational_db", "batch_processor"))
    return begun


def dispute(visitor: Visitor, session_id: str, finding: str = DIRECT, **changes: object) -> Any:
    return visitor.put(f"/api/sessions/{session_id}/disputes/{finding}", SAID | changes)


def withdraw(visitor: Visitor, session_id: str, finding: str = DIRECT) -> Any:
    return visitor.delete(f"/api/sessions/{session_id}/disputes/{finding}")


def listed(visitor: Visitor, session_id: str) -> Any:
    return visitor.get(f"/api/sessions/{session_id}/disputes").json["disputes"]


def assess(visitor: Visitor, session_id: str, **more: object) -> Any:
    return visitor.post(f"/api/sessions/{session_id}/assessments", json={"revision": 1, **more}).json


def finding(assessment: Any, check_id: str = "no-direct-store-access") -> Any:
    return next(f for f in assessment["assessment"]["findings"] if f["check_id"] == check_id)


def test_a_dispute_stands_at_its_finding_and_is_out_of_the_score(ada: Visitor, session_id: str) -> None:
    before = assess(ada, session_id)
    assert (finding(before)["status"], finding(before)["dispute"]) == ("problem", None)
    assert dispute(ada, session_id).status_code == 201
    after = assess(ada, session_id)
    assert finding(after)["dispute"] == {"source": "direct-db-access", "check_id": "no-direct-store-access", **SAID}
    assert finding(after)["fix"] is None
    assert after["assessment"]["score"]["possible"] < before["assessment"]["score"]["possible"]


def test_a_second_dispute_of_a_finding_takes_the_place_of_the_first(ada: Visitor, session_id: str) -> None:
    dispute(ada, session_id)
    assert dispute(ada, session_id, because="  Nobody else asks.  ").status_code == 200
    assert [one["because"] for one in listed(ada, session_id)] == ["Nobody else asks."]


def test_a_withdrawn_dispute_counts_no_more_and_the_first_assessment_is_the_latest_again(
    ada: Visitor, session_id: str
) -> None:
    before = assess(ada, session_id)
    dispute(ada, session_id)
    assert assess(ada, session_id)["id"] != before["id"]
    assert withdraw(ada, session_id).status_code == 204
    assert listed(ada, session_id) == []
    assert assess(ada, session_id) == before
    assert ada.get(f"/api/sessions/{session_id}/assessments/latest").json == before


def test_a_dispute_outlives_its_finding_as_stale(ada: Visitor, session_id: str) -> None:
    dispute(ada, session_id)
    ada.save(session_id, 1, *row("a", 0, "client", "service", "relational_db"))
    later = ada.post(f"/api/sessions/{session_id}/assessments", json={"revision": 2}).json["assessment"]
    assert [stale["dispute"]["check_id"] for stale in later["stale_disputes"]] == ["no-direct-store-access"]


def test_a_dispute_about_one_design_says_nothing_of_another(ada: Visitor, session_id: str) -> None:
    ada.save(session_id, 1, *row("b", 900, "client", "relational_db", "batch_processor"))
    body = {"revision": 2}
    dispute(ada, session_id)
    other = ada.post(f"/api/sessions/{session_id}/assessments", json=body | {"design": 2}).json
    assert finding(other)["status"] == "problem"
    assert (finding(other)["dispute"], other["assessment"]["stale_disputes"]) == (None, [])
    own = ada.post(f"/api/sessions/{session_id}/assessments", json=body | {"design": 1}).json
    assert finding(own)["dispute"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "wrong"}, "kind must be 'not_applicable', 'mitigated_elsewhere' or 'accepted'"),
        ({"because": " "}, "because must be a line of 1 to 500 characters, not ' '"),
        ({"because": "a\nb"}, "because must be a line of 1 to 500 characters, not 'a\\nb'"),
        ({"because": None}, "because must be a text, not nothing"),
        ({"component_ids": ["a"] * 1001}, "component_ids must hold at most 1000, not 1001"),
        (
            {"component_ids": ["\n"]},
            "component_ids[0] must be a text of 1 to 200 characters without control characters, not '\\n'",
        ),
        ({"more": 1}, "more is not known here"),
    ],
)
def test_a_dispute_that_is_none_is_refused(
    ada: Visitor, session_id: str, changes: dict[str, Any], message: str
) -> None:
    answer = dispute(ada, session_id, **changes)
    assert (answer.status_code, answer.json["error"]["message"]) == (422, message)
    assert listed(ada, session_id) == []


def test_a_reason_has_an_end(ada: Visitor, session_id: str) -> None:
    assert dispute(ada, session_id, because="é" * 500).status_code == 201
    assert dispute(ada, session_id, because="é" * 501).status_code == 422


@pytest.mark.parametrize("unknown", ["direct-db-access/x", "x/no-direct-store-access", "shop/cached-list"])
def test_what_no_check_judges_cannot_be_disputed(ada: Visitor, session_id: str, unknown: str) -> None:
    assert dispute(ada, session_id, unknown).status_code == 404


def test_a_check_of_the_scenario_can_be_disputed(ada: Visitor) -> None:
    assert dispute(ada, ada.begin("shop"), "shop/cached-list").status_code == 201


def test_what_is_not_disputed_cannot_be_withdrawn(ada: Visitor, session_id: str) -> None:
    assert withdraw(ada, session_id).status_code == 404


def test_another_person_says_nothing(ada: Visitor, eve: Visitor, session_id: str) -> None:
    dispute(ada, session_id)
    path = f"/api/sessions/{session_id}/disputes"
    assert {dispute(eve, session_id).status_code, withdraw(eve, session_id).status_code} == {404}
    assert eve.get(path).status_code == 404
    assert len(listed(ada, session_id)) == 1


def test_a_dispute_needs_the_token(ada: Visitor, session_id: str) -> None:
    path = f"/api/sessions/{session_id}/disputes/{DIRECT}"
    assert ada.client.put(path, json=SAID).status_code == 403
    assert ada.client.delete(path).status_code == 403
