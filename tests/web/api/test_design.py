from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ..visitor import row

if TYPE_CHECKING:
    from ..visitor import Visitor


@pytest.fixture
def session_id(ada: Visitor) -> str:
    """A session whose revision 1 shows two designs, the first with a cache."""
    begun = ada.begin()
    first = row("a", 0, "client", "service", "cache", "relational_db")
    ada.save(begun, 0, *first, *row("b", 900, "client", "service", "relational_db"))
    return begun


def choose(visitor: Visitor, session_id: str, design: object, revision: object = 1) -> Any:
    return visitor.put(f"/api/sessions/{session_id}/design", {"design": design, "revision": revision})


def reading(visitor: Visitor, session_id: str) -> Any:
    return visitor.get(f"/api/sessions/{session_id}/reading").json


def assess(visitor: Visitor, session_id: str, **more: object) -> Any:
    return visitor.post(f"/api/sessions/{session_id}/assessments", json={"revision": 1, **more})


def drawn(assessment: Any) -> set[str]:
    return {component["id"][0] for component in assessment.json["assessment"]["reading"]["components"]}


def test_at_first_the_whole_board_is_meant(ada: Visitor, session_id: str) -> None:
    read = reading(ada, session_id)
    assert len(read["reading"]["designs"]) == 2
    assert read["design"] is None


def test_a_choice_is_remembered_and_can_be_taken_back(ada: Visitor, session_id: str) -> None:
    assert choose(ada, session_id, 2).json == {"design": 2}
    assert reading(ada, session_id)["design"] == 2
    choose(ada, session_id, None)
    assert reading(ada, session_id)["design"] is None


def test_a_chosen_design_is_known_again_when_it_has_become_the_largest(ada: Visitor, session_id: str) -> None:
    choose(ada, session_id, 2)
    ada.save(session_id, 1, *row("b", 900, "client", "service", "relational_db", "cache", "service"))
    assert reading(ada, session_id)["design"] == 1


def test_the_chosen_design_is_assessed(ada: Visitor, session_id: str) -> None:
    choose(ada, session_id, 2)
    answer = assess(ada, session_id)
    assert (answer.json["design"], drawn(answer)) == (2, {"b"})


@pytest.mark.parametrize(("design", "parts"), [(1, {"a"}), (2, {"b"}), (None, {"a", "b"})])
def test_an_assessment_may_name_its_design(ada: Visitor, session_id: str, design: int | None, parts: set[str]) -> None:
    choose(ada, session_id, 2)
    answer = assess(ada, session_id, design=design)
    assert (answer.json["design"], drawn(answer)) == (design, parts)
    assert ada.get(answer.headers["Location"]).json == answer.json


@pytest.mark.parametrize("design", [3, 0, "x", 1.5])
def test_a_design_that_is_not_there_is_refused(ada: Visitor, session_id: str, design: object) -> None:
    for answer in (choose(ada, session_id, design), assess(ada, session_id, design=design)):
        assert answer.status_code == 422
        assert answer.json["error"]["problems"][0]["where"] == "design"


def test_a_revision_that_never_was_is_refused(ada: Visitor, session_id: str) -> None:
    assert choose(ada, session_id, 1, 9).json["error"]["problems"][0]["where"] == "revision"


def test_another_person_chooses_nothing(ada: Visitor, eve: Visitor, session_id: str) -> None:
    assert choose(eve, session_id, 1).status_code == 404
    assert reading(ada, session_id)["design"] is None
