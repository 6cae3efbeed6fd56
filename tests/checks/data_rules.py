"""Judging small boards by the checks on data, with the roles and journeys that their tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.checks.context import Context
from whiteboard.model.scenario import HouseRule, Journey, Role

if TYPE_CHECKING:
    from whiteboard.checks.base import Check
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Outcome
    from whiteboard.model.fix import Edit

ROLES = {
    "client": Role(kind=("client",)),
    "cache": Role(kind=("cache",)),
    "store": Role(kind=("datastore",)),
    "relational": Role(kind=("relational_db",)),
    "object_store": Role(kind=("object_store",)),
    "index": Role(kind=("search_index",)),
    "vectors": Role(kind=("vector_db",)),
    "spreading": Role(kind=("wide_column_db",)),
    "batch": Role(kind=("batch_processor",)),
    "lake": Role(kind=("data_lake", "data_warehouse")),
    "outside": Role(kind=("external_service",)),
    "realtime": Role(kind=("realtime_gateway",)),
}

JOURNEYS = {
    "read": Journey(from_="client", to="store", access="read"),
    "write": Journey(from_="client", to="store", access="write"),
}


def context(check: Check, reading: Reading) -> Context:
    stated = HouseRule(
        format=1, id="rules", title="Rules", topic="topic", roles=ROLES, journeys=JOURNEYS, checks=(check,)
    )
    return Context(Board(reading, load_catalog()), stated, required=False)


def judge(check: Check, reading: Reading) -> Outcome:
    return check.evaluate(context(check, reading))


def first_mend(check: Check, reading: Reading) -> tuple[Edit, ...]:
    return next(check.mends(context(check, reading)))
