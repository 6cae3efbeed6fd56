from __future__ import annotations

import pytest

from whiteboard.checks.types.component import Component
from whiteboard.checks.types.forbidden_connection import ForbiddenConnection
from whiteboard.checks.types.waypoint import Waypoint
from whiteboard.model.scenario import Journey, Requirement, Risk, Role, Scenario


@pytest.fixture(scope="package")
def shop() -> Scenario:
    return Scenario(
        format=1,
        id="shop",
        title="A shop",
        level="mid",
        prompt="Design a shop.",
        requirements=(Requirement(id="fast", type="quality", text="Pages come in 100 ms."),),
        roles={
            "client": Role(kind=("client",)),
            "store": Role(kind=("datastore",)),
            "cache": Role(kind=("cache",)),
            "cdn": Role(kind=("cdn",)),
        },
        journeys={"browse": Journey(from_="client", to="store")},
        checks=(
            ForbiddenConnection(
                id="no-direct-store", check="forbidden_connection", from_="client", to="store", because="-"
            ),
            Waypoint(
                id="cached",
                title="Reads are cached",
                journey="browse",
                via="cache",
                accept=("inline", "aside"),
                serves=("fast",),
                because="The store is slow.",
            ),
            Component(id="has-cdn", role="cdn", because="Pictures are heavy.", serves=("fast",)),
        ),
        risks=(Risk(id="slow", title="The store is slow", mitigated_by=("cached",)),),
    )
