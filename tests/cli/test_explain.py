from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from whiteboard.cli import main


def explain(*arguments: str) -> str:
    return CliRunner().invoke(main, ["explain", *arguments], catch_exceptions=False).output


@pytest.mark.parametrize("name", ["spof", "waypoint", "product-recommendations/cache-redundant"])
def test_everything_is_explained_in_every_format(name: str) -> None:
    assert explain(name, "--format", "markdown").startswith("# ")
    assert json.loads(explain(name, "--format", "json"))
    assert explain(name)


def test_text_stays_within_the_terminal() -> None:
    lines = explain("spof").splitlines()
    assert max(map(len, lines)) <= 100
    assert "What it cannot see" in lines


def test_json_holds_explanation_and_examples() -> None:
    data = json.loads(explain("spof", "--format", "json"))
    assert data["explanation"]["sources"][0]["url"].startswith("https://")
    assert data["good"]["verdicts"][0]["status"] == "pass"


def test_a_wrong_name_ends_with_status_2_and_the_nearest() -> None:
    result = CliRunner().invoke(main, ["explain", "spoff"])
    assert (result.exit_code, "did you mean 'spof'?" in result.stderr) == (2, True)


def test_without_a_name_it_names_the_rules() -> None:
    names = [line.split("  ")[0].strip() for line in explain().splitlines()]
    assert {"spof", "direct-db-access"} <= set(names)
