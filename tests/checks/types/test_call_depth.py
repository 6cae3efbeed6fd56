from __future__ import annotations

import pytest
from sketch import sketch

from whiteboard.checks.types.call_depth import CallDepth

from ..judging import context, judge, make

CHECK = make(CallDepth)


def test_a_short_chain() -> None:
    outcome = judge(CHECK, sketch("web(client) --> gw(api_gateway) --> cart --> order --> payment"))
    assert outcome.status == "pass"
    assert (
        outcome.message
        == "Cart → Order → Payment: the longest chain that a request waits on is 2 calls between services."
    )


def test_a_long_chain() -> None:
    outcome = judge(CHECK, sketch("web(client) --> gw(api_gateway) --> cart --> order --> payment --> ledger"))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Cart → Order → Payment → Ledger: a request waits on 3 services in a row.")


@pytest.mark.parametrize(
    "lines",
    [
        ["web(client) --> api --> cart --> order --> payment"],
        ["web(client) --> cart --> order --> payment ..> ledger"],
        ["web(client) --> cart --> order --> payment --> jobs(queue) --> ledger"],
        ["web(client) --> cart --> order --> payment", "nightly(batch_processor) --> books --> cart"],
        ["web(client) --> cart --> order --> payment --> stripe(payment_provider)"],
    ],
)
def test_what_is_no_link_of_the_chain(lines: list[str]) -> None:
    assert judge(CHECK, sketch(*lines)).status == "pass"


def test_a_wide_set() -> None:
    lines = [
        "web(client) --> gw(api_gateway) --> checkout",
        *(f"checkout --> {one}" for one in ("cart", "tax", "mail", "pay")),
    ]
    outcome = judge(CHECK, sketch(*lines))
    assert outcome.status == "problem"
    assert outcome.message.startswith("Checkout waits on 4 services: Cart, Mail, Pay and Tax.")


@pytest.mark.parametrize("front", ["gw(api_gateway)", "lb(load_balancer)", "api", "backend"])
def test_a_front_only_hands_on(front: str) -> None:
    name = front.partition("(")[0]
    lines = [f"web(client) --> {front}", *(f"{name} --> {one}" for one in ("cart", "tax", "mail", "pay"))]
    assert judge(CHECK, sketch(*lines)).status == "pass"


def test_one_service() -> None:
    assert judge(CHECK, sketch("web(client) --> order --> db(datastore)")).status == "not_applicable"


def test_its_mends_take_a_call_out_of_the_request() -> None:
    board = context(sketch("web(client) --> cart --> order --> payment --> ledger"), CHECK)
    assert next(iter(CHECK.mends(board)))
