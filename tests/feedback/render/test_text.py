from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sketch import sketch

from whiteboard.feedback import assess, render
from whiteboard.model.dispute import Dispute, DisputeKind

if TYPE_CHECKING:
    from whiteboard.model.scenario import Scenario

BOARD = sketch("web(client) --> api --> db(datastore)")


def sections(text: str) -> list[list[str]]:
    return [section.splitlines() for section in text.strip().split("\n\n")]


def test_the_verdict_comes_first(shop: Scenario) -> None:
    verdict = sections(render(assess(BOARD, shop), "text"))[0]
    assert re.fullmatch(r"A shop: \w+, \d+ of the \d+ points that the drawing decides(, but .+)?", verdict[0])
    assert re.match(r"\d+ problems, ", verdict[1])
    assert verdict[1].endswith("3 components and 2 connections read")


def test_findings_stand_under_the_requirement_they_serve_the_problems_with_their_reason(shop: Scenario) -> None:
    section = sections(render(assess(BOARD, shop), "text"))[1]
    assert section == [
        "Pages come in 100 ms.",
        "  problem    Reads are cached (major)",
        "             Web → Api → Db: nothing on this path is a cache. Draw one there, or one that Api asks.",
        "             Why: The store is slow.",
        "  problem    Has cdn (major)",
        "             No cdn is drawn.",
        "             Why: Pictures are heavy.",
    ]


def test_the_rest_follows_then_house_rules_and_risks(shop: Scenario) -> None:
    headings = [section[0] for section in sections(render(assess(BOARD, shop), "text"))[2:]]
    assert headings == ["Besides the requirements", "House rules", "Risks", "By axis"]


def test_risks_say_how_they_end(shop: Scenario) -> None:
    assert ["Risks", "  open          The store is slow"] in sections(render(assess(BOARD, shop), "text"))
    cached = sketch("web(client) --> api --> db(datastore)", "api --> redis(cache)")
    mitigated = ["Risks", "  mitigated     The store is slow (Reads are cached)"]
    assert mitigated in sections(render(assess(cached, shop), "text"))


def test_each_axis_has_its_band_and_its_reason(shop: Scenario) -> None:
    heading, *lines = sections(render(assess(BOARD, shop), "text"))[-1]
    assert heading == "By axis"
    assert lines[0] == "  Requirements       not assessed  No check looks at this: a person has to judge it."
    assert len(lines) == 7


def test_a_dispute_stands_in_place_of_the_reason(shop: Scenario) -> None:
    dispute = Dispute(source="shop", check_id="has-cdn", kind=DisputeKind.MITIGATED_ELSEWHERE, because="Another team.")
    lines = sections(render(assess(BOARD, shop, disputes=[dispute]), "text"))[1]
    assert lines[-3:] == [
        "  problem    Has cdn (major), disputed",
        "             No cdn is drawn.",
        "             Disputed (mitigated elsewhere): Another team.",
    ]


def test_a_stale_dispute_is_listed(shop: Scenario) -> None:
    dispute = Dispute(source="shop", check_id="no-direct-store", kind=DisputeKind.ACCEPTED, because="A demo.")
    assert sections(render(assess(BOARD, shop, disputes=[dispute]), "text"))[-1] == [
        "Disputes that no longer meet a problem",
        "  shop/no-direct-store: “No direct store” is no problem any more.",
    ]


def test_what_nothing_needs_is_worth_a_second_look(shop: Scenario) -> None:
    board = sketch("web(client) --> api --> db(datastore)", "api --> pay --> stripe(payment_provider)")
    heading, line = sections(render(assess(board, shop), "text"))[-1]
    assert heading == "Worth a second look"
    assert "Pay and Stripe" in line


def test_an_empty_board_is_said_to_be_one() -> None:
    assert render(assess(sketch()), "text").startswith("House rules: nothing on the board can be judged yet\n")


def test_it_ends_in_a_line_break(shop: Scenario) -> None:
    assert render(assess(BOARD, shop), "text").endswith(".\n")
