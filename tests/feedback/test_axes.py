from __future__ import annotations

from dataclasses import replace

from whiteboard.checks.types.component import Component
from whiteboard.feedback.axes import axes_by_topic, with_axes
from whiteboard.model.finding import Status
from whiteboard.scenarios import load_house_rules

from .findings import finding

AXES = axes_by_topic(load_house_rules())
PLAIN = Component(id="a", role="cdn", because="-")
FOUND = finding("a", Status.PASS)


def test_a_check_says_itself_what_it_is_scored_on() -> None:
    stated = PLAIN.model_copy(update={"axis": "data"})
    assert [f.axis for f in with_axes([replace(FOUND, topic="spof")], [stated], AXES)] == ["data"]


def test_else_its_topic_does() -> None:
    assert [f.axis for f in with_axes([replace(FOUND, topic="spof")], [PLAIN], AXES)] == ["reliability"]


def test_else_it_is_design() -> None:
    assert [f.axis for f in with_axes([FOUND], [PLAIN], AXES)] == ["high-level-design"]
