"""Every scenario that ships: clean, tested by its own boards, and with sums that come out."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from whiteboard.authoring import lint, run_references
from whiteboard.scenarios import load_scenario, shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

    from whiteboard.authoring import ReferenceResult
    from whiteboard.model.scenario import Scenario

FILES = sorted(shipped_folder().glob("*.yaml"))
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load_scenario(request.param)


@pytest.fixture(scope="module")
def results(scenario: Scenario) -> tuple[ReferenceResult, ...]:
    return run_references(scenario)


def test_there_are_scenarios() -> None:
    assert "product-recommendations" in {path.stem for path in FILES}


@each_file
def test_nothing_to_lint(path: Path) -> None:
    assert list(map(str, lint(path))) == []


def test_references_come_out_as_expected(results: tuple[ReferenceResult, ...]) -> None:
    assert [str(result) for result in results if not result.passed] == []


def test_there_are_strong_and_weak_references(scenario: Scenario) -> None:
    strong = [reference for reference in scenario.references if reference.expect == "all_pass"]
    assert len(strong) >= 2
    assert len(scenario.references) - len(strong) >= 5


def test_every_check_is_seen_to_pass_and_not_to_pass(results: tuple[ReferenceResult, ...]) -> None:
    seen = defaultdict(set)
    for result in results:
        for finding in result.findings:
            seen[finding.check_id].add(finding.status)
    one_way = [id_ for id_, found in seen.items() if "pass" not in found or not found & {"problem", "not_shown"}]
    assert one_way == []


def test_formulas_give_their_answers(scenario: Scenario) -> None:
    for estimate in scenario.estimates:
        assert estimate.formula
        value = eval(estimate.formula, {"__builtins__": {}, "ceil": math.ceil})
        assert value == pytest.approx(estimate.answer, rel=0.01), estimate.id


def test_every_risk_can_be_mitigated_and_acknowledged(scenario: Scenario) -> None:
    assert scenario.risks
    assert [risk.id for risk in scenario.risks if not risk.mitigated_by or not risk.acknowledged_by] == []


def test_every_requirement_is_served_by_a_check(scenario: Scenario) -> None:
    served = {requirement for check in scenario.checks for requirement in check.serves}
    assert served == {requirement.id for requirement in scenario.requirements}
