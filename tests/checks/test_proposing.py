from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from sketch import sketch

from whiteboard.checks.base import Check, problem
from whiteboard.checks.proposing import proposed
from whiteboard.model.scenario import RoleName

from .judging import context, make
from .test_mending import all_said

if TYPE_CHECKING:
    from whiteboard.checks.context import Context
    from whiteboard.model.finding import Outcome


class Guarded(Check):
    """A type that proposes nothing itself."""

    check: Literal["guarded"] = "guarded"
    by: RoleName | None = None
    any_of: tuple[RoleName, ...] = ()

    def evaluate(self, context: Context) -> Outcome:
        return problem("Unguarded.", context.evidence(["api"], paths=[("web", "api")]))


def general(check: Check, *lines: str) -> list[list[str]]:
    board = context(sketch(*lines), check)
    return all_said(proposed(check, board, check.evaluate(board).evidence))


@pytest.mark.parametrize("keys", [{"by": "gateway"}, {"any_of": ["gateway"]}])
def test_the_roles_that_the_keys_name_are_put_on_the_path(keys: dict[str, object]) -> None:
    proposals = general(make(Guarded, **keys), "web(client) --> api")
    assert [
        "+ new-api_gateway-at-api API gateway (api_gateway)",
        "c1: web -> new-api_gateway-at-api",
        "new-api_gateway-at-api -> api",
    ] in proposals


def test_what_is_found_asks_the_role() -> None:
    assert ["api -> redis"] in general(make(Guarded, by="cache"), "web(client) --> api", "redis(cache)")


def test_no_request_is_led_through_a_store() -> None:
    proposals = general(make(Guarded, by="store"), "web(client) --> api", "db(datastore)")
    assert not any(edit.startswith("c1:") for mend in proposals for edit in mend)


def test_nobody_is_told_to_add_a_client() -> None:
    assert general(make(Guarded, by="client"), "web(client) --> api") == []


def test_what_is_single_gets_a_copy() -> None:
    assert general(make(Guarded), "web(client) --> api(service x1)") == [["api x2"]]


def test_what_is_missing_is_joined_to_what_was_found() -> None:
    proposals = general(
        make(Guarded, by="cache"), "web(client) --> api --> db(datastore)", "web --> orders --> odb(datastore)"
    )
    joined = [line for edits in proposals for line in edits if "cache" in line and "->" in line]
    assert joined
    assert all("api" in line.split(" ->")[0] or "web" in line for line in joined)
