"""docs/checks.md describes each check type with all its keys, and its listings are real checks."""

from __future__ import annotations

import re
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest
import yaml

from whiteboard.model.scenario import CheckSpec

PAGE = (Path(__file__).parents[2] / "docs/checks.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## `(\w+)`\n(.*?)(?=^## )", PAGE, flags=re.MULTILINE | re.DOTALL))
TYPES = [entry for entry in entry_points(group="whiteboard.checks") if entry.module.startswith("whiteboard.checks.")]


def test_no_type_is_described_that_is_not_there() -> None:
    assert set(SECTIONS) == {entry.name for entry in TYPES}


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry.name)
def test_each_key_is_described(entry: EntryPoint) -> None:
    own = {name: field for name, field in entry.load().model_fields.items() if name not in CheckSpec.model_fields}
    assert [key for name, field in own.items() if f"`{(key := field.alias or name)}" not in SECTIONS[entry.name]] == []


@pytest.mark.parametrize("entry", [e for e in TYPES if e.name not in {"all_of", "any_of", "not"}], ids=lambda e: e.name)
def test_the_listing_is_a_check(entry: EntryPoint) -> None:
    listing = re.findall(r"```yaml\n(.*?)```", SECTIONS[entry.name], flags=re.DOTALL)[0]
    check = entry.load().model_validate(yaml.safe_load(listing))
    assert check.check == entry.name
