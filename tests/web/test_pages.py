from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from .visitor import box

if TYPE_CHECKING:
    from .visitor import Visitor

SCENARIO = "shop"


def config_of(page: str) -> Any:
    found = re.search(r'<script type="application/json" id="board-config">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_gallery_offers_every_scenario(ada: Visitor) -> None:
    page = ada.get("/").text
    assert f'value="{SCENARIO}"' in page
    assert "Corner shop & sons" in unescape(page)


@pytest.mark.parametrize("scenario_id", ["", SCENARIO])
def test_choosing_a_scenario_leads_to_its_board(ada: Visitor, scenario_id: str) -> None:
    answer = ada.client.post("/sessions", data={"csrf_token": ada.token, "scenario_id": scenario_id})
    assert answer.status_code == 303
    assert ada.get(answer.location).status_code == 200


def test_a_scenario_that_is_not_there_is_a_page_of_its_own(ada: Visitor) -> None:
    answer = ada.client.post("/sessions", data={"csrf_token": ada.token, "scenario_id": "<b>"})
    assert answer.status_code == 422
    assert "<b>" not in answer.text


def test_the_board_starts_with_what_it_needs(ada: Visitor) -> None:
    session_id = ada.begin(SCENARIO)
    ada.save(session_id, 0, box("a"))
    config = config_of(ada.get(f"/sessions/{session_id}").text)
    assert config["session"] == {"id": session_id, "title": "Corner shop & sons"}
    assert config["api"] == f"/api/sessions/{session_id}"
    assert config["revision"] == 1
    assert config["scenario"].keys() == {"id", "title", "level", "minutes", "prompt", "requirements"}
    assert config["scenario"]["requirements"][0].keys() == {"id", "type", "text"}
    assert {"id", "title", "parent", "description"} <= config["kinds"][0].keys()


def test_the_token_of_the_board_works(ada: Visitor) -> None:
    config = config_of(ada.get(f"/sessions/{ada.begin()}").text)
    answer = ada.client.post(
        f"{config['api']}/assessments", json={"revision": 0}, headers={"X-CSRFToken": config["csrf"]}
    )
    assert answer.status_code == 201


def test_the_board_knows_whether_there_is_feedback_to_show(ada: Visitor) -> None:
    session_id = ada.begin()
    assert config_of(ada.get(f"/sessions/{session_id}").text)["assessed"] is False
    ada.post(f"/api/sessions/{session_id}/assessments", json={"revision": 0})
    assert config_of(ada.get(f"/sessions/{session_id}").text)["assessed"] is True


def test_a_free_board_has_no_scenario(ada: Visitor) -> None:
    assert config_of(ada.get(f"/sessions/{ada.begin()}").text)["scenario"] is None


def test_the_server_is_well(ada: Visitor) -> None:
    assert ada.get("/health").json == {"status": "ok"}
