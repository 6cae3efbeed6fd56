"""What the views work with, made once when the app starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import current_app

from whiteboard.scenarios import load_house_rules

if TYPE_CHECKING:
    from whiteboard.catalog.catalog import Catalog
    from whiteboard.model.scenario import Rules
    from whiteboard.scenarios import Library
    from whiteboard.storage.database import Database
    from whiteboard.web.assets import Assets

EXTENSION = "whiteboard"


@dataclass(frozen=True, kw_only=True)
class Services:
    """The database, the scenarios, the catalog and the built front end."""

    database: Database
    library: Library
    catalog: Catalog
    assets: Assets

    def rules(self, scenario_id: str | None) -> tuple[Rules, ...]:
        """What may judge a board: the house rules, and the scenario of that id, if there is one."""
        scenario = self.library.scenarios.get(scenario_id or "")
        return (*load_house_rules(), *((scenario,) if scenario else ()))


def services() -> Services:
    """Return the services of the running app."""
    found: Services = current_app.extensions[EXTENSION]
    return found
