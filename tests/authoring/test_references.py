from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from whiteboard.authoring import ReferenceResult, run_file, run_references
from whiteboard.model.errors import InputError
from whiteboard.model.scenario import HouseRule, Rules, Scenario
from whiteboard.scenarios.load import parse

if TYPE_CHECKING:
    from pathlib import Path

SHOP = """format: 1
id: shop
title: Shop
{more}
roles:
  client: {{kind: client}}
  cache: {{kind: cache}}
  store: {{kind: datastore}}
journeys:
  browse: {{from: client, to: store}}
checks:
  - {{id: cached, check: waypoint, journey: browse, via: cache, accept: [aside], because: Reads are many.}}
  - {{id: spoken-of, check: mentions, any: [TTL], in: notes, because: Lists get old.}}
references:
  - name: board
    expect: {expect}
    notes: {notes}
    board: |
      {board}
"""
SCENARIO = "level: mid\nprompt: Design a shop."
CACHED = "graph LR; web[Web app] --> api[Order service] --> db[(Orders DB)]; api --> r[Redis cache]"
BARE = "graph LR; web[Web app] --> api[Order service] --> db[(Orders DB)]"


def rules(expect: str, board: str = CACHED, notes: str = "A TTL of 5 minutes", more: str = SCENARIO) -> Rules:
    text = SHOP.format(more=more, expect=expect, board=board, notes=notes).encode()
    return parse(text, HouseRule if "topic" in more else Scenario)


def run(expect: str, board: str = CACHED, notes: str = "A TTL of 5 minutes", more: str = SCENARIO) -> ReferenceResult:
    (result,) = run_references(rules(expect, board, notes, more))
    return result


@pytest.mark.parametrize(
    ("expect", "board", "notes"),
    [
        ("all_pass", CACHED, "A TTL of 5 minutes"),
        ("{problem: [cached]}", BARE, "A TTL of 5 minutes"),
        ("{problem: [cached]}", BARE, "Nothing"),
        ("{not_shown: [spoken-of]}", CACHED, "Nothing"),
        ("{problem: [cached], not_shown: [spoken-of]}", BARE, "Nothing"),
        ("{not_applicable: [cached]}", "graph LR; api[Order service]", "A TTL of 5 minutes"),
        ("{}", CACHED, "Nothing"),
    ],
)
def test_as_expected(expect: str, board: str, notes: str) -> None:
    assert run(expect, board, notes).passed


@pytest.mark.parametrize(
    ("expect", "board", "notes", "difference"),
    [
        ("all_pass", BARE, "A TTL", "cached is problem, expected pass: Web app → Order service → Orders DB"),
        ("all_pass", CACHED, "Nothing", "spoken-of is not_shown, expected pass"),
        ("{problem: [cached]}", CACHED, "A TTL", "cached is pass, expected problem"),
        ("{}", BARE, "A TTL", "cached is problem, expected pass or not_shown or not_applicable"),
        ("{not_shown: []}", CACHED, "Nothing", "spoken-of is not_shown, expected pass or not_applicable"),
        ("{not_shown: [cached]}", BARE, "A TTL", "cached is problem, expected not_shown"),
    ],
)
def test_differences_are_spelled_out(expect: str, board: str, notes: str, difference: str) -> None:
    result = run(expect, board, notes)
    (said,) = result.differences
    assert said.startswith(difference)
    assert not result.passed


def test_a_result_in_words() -> None:
    assert str(run("all_pass")) == "shop: board: as expected"
    assert str(run("{problem: [cached]}")).startswith(
        "shop: board: not as expected\n  cached is pass, expected problem"
    )


def test_a_board_that_cannot_be_read() -> None:
    result = run("all_pass", "graph LR; a --")
    assert result.differences[0].startswith("the board cannot be read: 1:13:")


def test_the_journeys_of_a_house_rule_ask_for_nothing_that_is_not_drawn() -> None:
    board = "graph LR; web[Web app] --> api[Order service]; db[(Orders DB)]"
    assert run("{not_applicable: [cached]}", board, more="topic: caching").passed
    assert run("{problem: [cached]}", board, more=SCENARIO).passed


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    path.write_text(SHOP.format(more=SCENARIO, expect="all_pass", board=CACHED, notes="A TTL"))
    (result,) = run_file(path)
    assert result.passed


def test_a_file_that_cannot_be_loaded(tmp_path: Path) -> None:
    path = tmp_path / "shop.yaml"
    path.write_text("format: 1\nformat: 1\n")
    with pytest.raises(InputError, match=r"shop\.yaml:2:1: duplicate key 'format'"):
        run_file(path)
