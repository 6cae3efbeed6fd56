"""One check type is one module with one test file."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from whiteboard.checks.base import Check

TYPES = [entry for entry in entry_points(group="whiteboard.checks") if entry.module.startswith("whiteboard.checks.")]
COMPOSITIONS = {"all_of", "any_of", "not_"}


@pytest.mark.parametrize("entry", TYPES, ids=lambda entry: entry.name)
def test_a_check_type_is_a_module_of_its_name(entry: EntryPoint) -> None:
    name, module = entry.name, entry.module.rpartition(".")[2]
    check = entry.load()
    assert module.rstrip("_") == name
    assert issubclass(check, Check)
    assert check.model_fields["check"].default == name
    assert check.__doc__


def test_every_module_has_its_tests() -> None:
    here = Path(__file__).parent / "types"
    tested = {path.stem.removeprefix("test_") for path in here.glob("test_*.py")}
    assert {entry.module.rpartition(".")[2] for entry in TYPES} - COMPOSITIONS <= tested
