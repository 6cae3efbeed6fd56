"""The page on the JSON of an assessment names each of its fields, and no other."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from whiteboard.model.assessment import (
    Assessment,
    AxisScore,
    Extra,
    JourneyTaken,
    RequirementOutcome,
    RiskOutcome,
    Score,
)
from whiteboard.model.dispute import Dispute, StaleDispute
from whiteboard.model.finding import Evidence, Finding
from whiteboard.model.fix import Fix

PAGE = (Path(__file__).parents[2] / "docs/assessment.md").read_text("utf-8")
TABLES = [PAGE.partition("\n## A finding")[0], *re.split(r"\n## ", PAGE)[1:]]
WHOLE = (Assessment, Finding, Score, JourneyTaken)
"""What has a table of its own, in the order of the page."""


@pytest.mark.parametrize(
    ("model", "table"), list(zip(WHOLE, TABLES, strict=True)), ids=lambda one: getattr(one, "__name__", "")
)
def test_a_table_has_each_field_and_no_other(model: Any, table: str) -> None:
    first_cells = re.findall(r"^\| (`[^|]*) \|", table, re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(first_cells))) == sorted(field.name for field in fields(model))


@pytest.mark.parametrize(
    "model", [RequirementOutcome, RiskOutcome, Extra, StaleDispute, Dispute, Evidence, Fix, AxisScore]
)
def test_what_they_are_made_of_is_named(model: Any) -> None:
    assert [field.name for field in fields(model) if f"`{field.name}`" not in PAGE] == []
