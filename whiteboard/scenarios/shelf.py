"""A folder of scenario files as a library."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from whiteboard.model.errors import InputError, Problem
from whiteboard.scenarios.load import load_scenario
from whiteboard.scenarios.problems import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whiteboard.model.scenario import Scenario

_IN_WHEEL = Path(__file__).with_name("library")
_IN_CHECKOUT = Path(__file__).parents[2] / "scenarios"

MAX_SHOWN = 80
"""Of an id that is not there."""


@dataclass(frozen=True, kw_only=True)
class Library:
    """The scenarios of a folder by id, in the order of their files, and what is wrong with the files that failed."""

    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    broken: tuple[Problem, ...] = ()

    def find(self, scenario_id: str) -> Scenario:
        """Return a scenario. Raises InputError with the nearest id when there is none."""
        if scenario_id in self.scenarios:
            return self.scenarios[scenario_id]
        hint = suggestion(scenario_id[:MAX_SHOWN], self.scenarios)
        named = scenario_id if len(scenario_id) <= MAX_SHOWN else f"{scenario_id[:MAX_SHOWN]}…"
        raise InputError(Problem(message=f"unknown scenario '{named}'", hint=hint))


def shipped_folder() -> Path:
    """Return the folder of the scenarios that ship with Whiteboard: in the wheel, or in the checkout."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def load_library(folder: Path | str | None = None) -> Library:
    """Load the `*.yaml` files of a folder, by default of the shipped one. A broken file is reported, and not fatal.

    Raises InputError when there is no such folder.
    """
    place = Path(folder) if folder is not None else shipped_folder()
    if not place.is_dir():
        raise InputError(Problem(message="there is no such folder", file=str(place)))
    scenarios: dict[str, Scenario] = {}
    broken: list[Problem] = []
    for path in sorted(place.glob("*.yaml")):
        try:
            _add(load_scenario(path), path, scenarios)
        except InputError as error:
            broken += error.problems
    return Library(scenarios=scenarios, broken=tuple(broken))


def _add(scenario: Scenario, path: Path, scenarios: dict[str, Scenario]) -> None:
    if scenario.id in scenarios:
        raise InputError(Problem(message=f"another file has the id '{scenario.id}' already", file=str(path)))
    scenarios[scenario.id] = scenario
