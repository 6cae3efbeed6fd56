"""Judging small boards by one check, with the roles and journeys that these tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whiteboard.catalog import load_catalog
from whiteboard.checks.board import Board
from whiteboard.checks.context import Context
from whiteboard.model.scenario import CheckSpec, HouseRule, Journey, Role

if TYPE_CHECKING:
    from whiteboard.checks.base import Check
    from whiteboard.model.architecture import Reading
    from whiteboard.model.finding import Outcome

ROLES = {
    "client": Role(kind=("client",)),
    "gateway": Role(kind=("api_gateway", "load_balancer")),
    "service": Role(kind=("service",)),
    "cache": Role(kind=("cache",)),
    "store": Role(kind=("datastore",)),
    "queue": Role(kind=("queue", "stream", "pubsub")),
    "worker": Role(kind=("worker",)),
    "order_service": Role(kind=("service",), named=("order",)),
    "dynamo": Role(kind=("datastore",), technology=("dynamodb",)),
}

JOURNEYS = {
    "browse": Journey(from_="client", to="store"),
    "track": Journey(from_="client", to="store", through="queue", mode="async"),
}


def rules(*checks: CheckSpec) -> HouseRule:
    return HouseRule(
        format=1, id="rules", title="Rules", topic="topic", roles=ROLES, journeys=JOURNEYS, checks=checks or (CHECK,)
    )


def context(reading: Reading, *checks: CheckSpec, required: bool = True) -> Context:
    return Context(Board(reading, load_catalog()), rules(*checks), required=required)


def judge(check: Check, reading: Reading, *, required: bool = True) -> Outcome:
    return check.evaluate(context(reading, check, required=required))


def make(type_: type[Any], **keys: Any) -> Any:
    """Make a check of a type with the keys as a file has them."""
    return type_.model_validate(
        {"id": "checked", "because": "It matters.", "check": type_.model_fields["check"].default} | keys
    )


CHECK = CheckSpec(id="none", check="none", because="A file must have a check.")
