from __future__ import annotations

import pytest
import yaml

from whiteboard.manual.statement import statement
from whiteboard.model.scenario import CheckSpec
from whiteboard.scenarios import load_house_rules, load_library
from whiteboard.scenarios.load import installed

CHECKS = [check for source in (*load_house_rules(), *load_library().scenarios.values()) for check in source.checks]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_comes_back_from_its_statement(check: CheckSpec) -> None:
    assert type(check).model_validate(yaml.safe_load(statement(check)), context=installed()) == check
