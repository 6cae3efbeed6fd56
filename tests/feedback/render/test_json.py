from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.feedback import assess, render
from whiteboard.feedback.render.json import assessment_json
from whiteboard.model.assessment import Assessment
from whiteboard.model.finding import Finding

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario

BOARD = sketch("web(client) --> api --> db(datastore)", notes=["Straße → db"])


def test_the_fields_are_those_of_the_model(shop: Scenario) -> None:
    data = assessment_json(assess(BOARD, shop))
    assert list(data) == [field.name for field in fields(Assessment)]
    assert list(data["findings"][0]) == [field.name for field in fields(Finding)]


def test_values_are_plain(shop: Scenario) -> None:
    data = assessment_json(assess(BOARD, shop))
    assert data == json.loads(json.dumps(data))
    assert data["findings"][1]["evidence"]["paths"] == [["web", "api", "db"]]
    assert type(data["findings"][0]["status"]) is str


def test_the_text_is_the_same_each_time(shop: Scenario) -> None:
    text = render(assess(BOARD, shop), "json")
    assert text == render(assess(BOARD, shop), "json")
    assert "Straße → db" in text
    assert json.loads(text)["scenario_id"] == "shop"
