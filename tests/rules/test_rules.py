"""Every house rule, by its own references."""

from __future__ import annotations

import pytest

from whiteboard.authoring.references import run_references
from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.checks.context import Context
from whiteboard.checks.evaluate import evaluate
from whiteboard.model.architecture import Note, Reading
from whiteboard.model.scenario import HouseRule
from whiteboard.scenarios.load import RULES, load_house_rules

each_rule = pytest.mark.parametrize("rule", load_house_rules(), ids=lambda rule: rule.id)


@each_rule
def test_its_file_is_named_for_its_topic(rule: HouseRule) -> None:
    assert (RULES / f"{rule.topic}.yaml").is_file()
    assert rule.id == rule.topic


@each_rule
def test_its_references_hold(rule: HouseRule) -> None:
    assert [str(result) for result in run_references(rule) if not result.passed] == []


@each_rule
def test_it_shows_a_board_that_passes_and_one_that_does_not(rule: HouseRule) -> None:
    expected = [reference.expect for reference in rule.references]
    assert "all_pass" in expected
    assert any("problem" in expect or "not_shown" in expect for expect in expected if expect != "all_pass")


@each_rule
@pytest.mark.parametrize("reading", [Reading(), Reading(notes=(Note(id="n", text="To do"),))], ids=["empty", "note"])
def test_an_empty_board_passes_nothing(rule: HouseRule, reading: Reading) -> None:
    context = Context(Board(reading, load_catalog()), rule, required=False)
    assert {"pass", "problem"}.isdisjoint(f.status for f in evaluate(rule.checks, context, rule.id))
